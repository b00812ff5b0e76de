// The content script: puts the parts together, and takes everything away when the site is switched off or the extension is gone.
import { api, send, who } from '../browser';
import type { PageMessage, Seen, Sighting } from '../messages';
import type { Did } from '../protocol';
import { siteOf } from '../sites';
import type { Site } from '../sites/site';
import { Acts, type Tell } from './acts';
import { Blind } from './blind';
import { Card } from './card';
import { listenForConnecting } from './connecting';
import { Controls, type Found } from './controls';
import { Effect } from './effect';
import { Hold } from './hold';
import { type Name, type Names, sighting } from './names';
import { Near } from './near';
import { Notices } from './notices';
import { listenForPresses } from './press';
import { Prompt } from './prompt';
import { Remembered } from './remembered';
import { reveal, sweep } from './root';
import { Things } from './things';
import { Turned } from './turned';
import { Watch } from './watch';
import { Written } from './written';

/** How soon a script notices that its extension is gone, while its page is looked at (ms). */
const PULSE = 1000;

/** So long is waited for what a frame of the page may know (ms). */
const FRAMES = 30;

/** One script at a time; seen only by scripts of ours. */
const ours = globalThis as { kith?: AbortController };

function start(site: Site): void {
  const end = new AbortController();
  ours.kith = end;
  const { signal } = end;
  signal.addEventListener('abort', () => delete ours.kith);

  sweep(site.roots);
  reveal().catch(() => {});
  const names: Names = new WeakMap();
  const near = new Near(site, names, signal);
  const controls = new Controls(site, near);
  const sightingOf = (found: Found): Sighting => controls.sighting(found, watch.around(found.element), turned.meant);
  new Hold(controls, new Prompt(signal), sightingOf, signal);
  const remembered = new Remembered(near, signal);
  const effect = new Effect(signal);
  const things = new Things(site, names);
  const did = (to: Name, what: Did, done: boolean): void => {
    remembered.tell(to, sighting(site, to), what, done);
  };
  const didTo: Tell = ({ name }, what, done) => did(name, what, done);
  const connected = (found: Found, whom: Sighting, done: boolean): void => {
    remembered.tell(controls.nameOf(found), whom, { kind: 'connection', direction: 'given' }, done);
  };
  listenForConnecting(controls, effect, sightingOf, connected, signal);
  new Acts(site, things, effect, didTo, signal);
  new Written(site, things, effect, didTo, did, signal);
  const notices = new Notices(site, () => watch.self, signal);
  const watch = new Watch(site, near, names, controls, () => notices.came(), signal);
  new Blind(site, most => watch.people(most), signal);
  const card = new Card(name => near.shownAt(name), signal);
  const turned = new Turned(watch, site, name => card.turn(name), signal);
  listenForPresses(near.here, card, name => remembered.undo(name) || send({ open: sighting(site, name) }), signal);

  /** Somebody who has a mark, or would have one. */
  const someone = (wanted: string | null): Seen | null => {
    for (const name of near.here) {
      const mark = near.markOf(name);
      if (!mark || !name.block.isConnected) continue;
      const seen = sighting(site, name);
      if (seen.name && (wanted === null || who(seen) === wanted)) return { sighting: seen, text: mark.text };
    }
    return null;
  };
  const hear = (message: PageMessage, _: unknown, respond: (answer: unknown) => void): boolean => {
    if ('changed' in message) {
      near.forget(message.changed);
      controls.again();
    } else if ('someone' in message) return answer(someone(message.someone), respond);
    else if ('whom' in message) return answer(turned.meant && sighting(site, turned.meant), respond);
    else end.abort();
    return false;
  };
  api.runtime.onMessage.addListener(hear);
  signal.addEventListener('abort', () => api.runtime?.onMessage?.removeListener(hear));
  watchOver(end);
  // what is silent today asks again tomorrow
  everyDay(() => hear({ changed: null }, null, () => {}), signal);
}

/** The first frame that answers is heard: one that knows says so at once, and that none knows is told last. Returns whether an answer comes later. */
function answer(known: unknown, respond: (answer: unknown) => void): boolean {
  if (known) respond(known);
  else if (window === top) setTimeout(respond, FRAMES, null);
  return !known && window === top;
}

function everyDay(act: () => void, signal: AbortSignal): void {
  let day = new Date().toDateString();
  const check = (): void => {
    const today = new Date().toDateString();
    if (today !== day) act();
    day = today;
  };
  const minutes = setInterval(check, 60_000);
  document.addEventListener('visibilitychange', check, { signal });
  signal.addEventListener('abort', () => clearInterval(minutes));
}

/** Chromium takes the extension's id from a script that has outlived it, and tells it nothing. */
function watchOver(end: AbortController): void {
  const check = (): void => {
    if (!document.hidden && api.runtime?.id === undefined) end.abort();
  };
  const pulse = setInterval(check, PULSE);
  document.addEventListener('visibilitychange', check, { signal: end.signal });
  end.signal.addEventListener('abort', () => clearInterval(pulse));
}

const site = siteOf(location.hostname);
if (site && !ours.kith) start(site);
