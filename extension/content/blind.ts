// Whether Kith sees what there is: a page on which people always stand, or many links lead to people, and hardly a name was recognised.
import { send } from '../browser';
import type { Site } from '../sites/site';
import { value } from './read';

/** How long a page may take until names stand on it (ms). */
const PATIENCE = 4000;
const OFTEN = 1000;
/** A page with fewer links is still on its way, or an empty one. */
const LINKS = 10;
/** So many people are traced before one in so many of them must be recognised. */
const MANY = 6;
const ONE_IN = 4;
/** So many are recognised: it sees. */
const ENOUGH = 15;

export class Blind {
  readonly #site: Site;
  readonly #recognised: (most: number) => number;
  #address = location.pathname;
  #since = performance.now();
  #isBlind = false;
  #looked = false;

  /** `recognised` says how many people stand on the page, up to so many, you among them. */
  constructor(site: Site, recognised: (most: number) => number, signal: AbortSignal) {
    this.#site = site;
    this.#recognised = recognised;
    const timer = setInterval(() => this.#check(), OFTEN);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      this.#tell(false);
    });
  }

  #check(): void {
    if (document.hidden) return;
    const now = performance.now();
    if (location.pathname !== this.#address) {
      this.#address = location.pathname;
      this.#since = now;
      this.#looked = false;
      this.#tell(false);
    }
    // once for each page, and again while it is not understood
    if (now - this.#since < PATIENCE || (this.#looked && !this.#isBlind)) return;
    this.#looked = true;
    this.#tell(this.#sees() === false);
  }

  /** Undefined where a page says nothing of that. */
  #sees(): boolean | undefined {
    const { pages, traces, elsewhere } = this.#site.people;
    const { find, ...who } = traces;
    if (document.links.length < LINKS || (elsewhere && document.querySelector(elsewhere))) return undefined;
    const recognised = this.#recognised(ENOUGH);
    if (recognised >= ENOUGH) return true;
    if (recognised === 0 && pages.test(location.pathname)) return false;
    const people = new Set<string>();
    for (const trace of document.querySelectorAll(find)) {
      const person = value(trace, who);
      if (person) people.add(person.toLowerCase());
    }
    return people.size < MANY || recognised * ONE_IN >= people.size;
  }

  #tell(isBlind: boolean): void {
    if (isBlind === this.#isBlind) return;
    this.#isBlind = isBlind;
    send({ blind: isBlind }).catch(() => {});
  }
}
