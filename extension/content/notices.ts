// What others did towards the user, read off a page of notifications as it is displayed.
import type { Noticed } from '../protocol';
import type { Notice, Site } from '../sites/site';
import { askThroughPort } from './port';
import { reach, shownName, value } from './read';

/** What comes within this is told together (ms). */
const TOGETHER = 500;

export class Notices {
  readonly #site: Site;
  readonly #self: () => string | undefined;
  readonly #told = new Set<string>();
  #due = 0;

  constructor(site: Site, self: () => string | undefined, signal: AbortSignal) {
    this.#site = site;
    this.#self = self;
    signal.addEventListener('abort', () => clearTimeout(this.#due));
  }

  /** Something came to the page. */
  came(): void {
    if (this.#site.notices?.page.test(location.pathname)) this.#due ||= setTimeout(() => this.#look(), TOGETHER);
  }

  #look(): void {
    this.#due = 0;
    const self = this.#self();
    if (!self) return;
    const known = new Set<Element>();
    const seen: Noticed[] = [];
    for (const notice of this.#site.notices?.kinds ?? [])
      for (const element of document.querySelectorAll(notice.find.replaceAll('$SELF', CSS.escape(self)))) {
        if (known.has(element)) continue;
        known.add(element);
        seen.push(...this.#read(element, notice));
      }
    const fresh = seen.filter(each => !this.#told.has(JSON.stringify(each)));
    for (const each of fresh) this.#told.add(JSON.stringify(each));
    if (fresh.length > 0) askThroughPort({ kind: 'noticed', seen: fresh });
  }

  #read(element: Element, { kind, who, name, post, text, time }: Notice): Noticed[] {
    const handles = [...element.querySelectorAll(who.find)].map(at => value(at, who.handle));
    const place = post && value(element, post);
    const words = reach(element, text);
    const said = words && shownName(words).trim();
    const when = value(element, time);
    return [...new Set(handles)].flatMap(handle => {
      if (!handle || handle.toLowerCase() === this.#self()) return [];
      const shown = element.querySelector(name.replaceAll('$HANDLE', CSS.escape(handle)));
      const called = shown && shownName(shown).trim();
      return {
        sighting: {
          network: this.#site.network,
          handle,
          ...(called && { name: called }),
          ...(place && { post: new URL(place, location.href).href }),
        },
        did: { kind, direction: 'received', ...(said && { text: said }), ...(when && { time: when }) },
      };
    });
  }
}
