// Whom the popup and the panel are about, and how the popup opens on somebody.
import { api, who } from './browser';
import { ask } from './library';
import type { PageMessage, Target } from './messages';
import type { Sighting, Way } from './protocol';

/** A person whose mark was pressed, until the popup asks for it. */
const PRESSED = 'pressed';
/** A popup that opens later than this was opened for something else. */
const PRESSED_FOR_MS = 5000;

/** Opens the popup on somebody, or on words of whom nobody is known yet. */
export async function openPopup(target: Target): Promise<void> {
  const pressed = { at: Date.now(), target };
  await api.storage.session.set({ [PRESSED]: pressed });
  try {
    await api.action.openPopup();
  } catch {
    // No window has the focus, or the browser wants a gesture of its own: the popup comes as a small window.
    const page = new URL(api.runtime.getURL('popup.html'));
    const { who: person, name, post, way, text } = target;
    const parts = { person, name, post, text, way: way && JSON.stringify(way) };
    for (const [key, part] of Object.entries(parts)) if (part) page.searchParams.set(key, part);
    await api.storage.session.remove(PRESSED);
    await api.windows.create({ url: page.href, type: 'popup', width: 420, height: 600 });
  }
}

export function targetOf(sighting: Sighting, page?: string, way: Way | null = null): Target {
  return { who: who(sighting), name: sighting.name ?? null, post: sighting.post ?? page ?? null, way, text: null };
}

/** What the popup is about: whose mark was pressed, or whom the tab in front shows. */
export async function target(): Promise<Target | null> {
  const { [PRESSED]: pressed } = await api.storage.session.get<{ [PRESSED]?: { at: number; target: Target } }>(PRESSED);
  if (pressed) {
    await api.storage.session.remove(PRESSED);
    if (Date.now() - pressed.at < PRESSED_FOR_MS) return pressed.target;
  }
  return inFront();
}

/** Whom the tab in front shows: whose name is in focus or was pointed at, or whose page it is. */
export async function inFront(): Promise<Target | null> {
  const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
  return tab ? inTab(tab) : null;
}

export async function inTab(tab: chrome.tabs.Tab): Promise<Target | null> {
  const seen = await tellTab<Sighting>(tab, { whom: true });
  return seen ? targetOf(seen, tab.url) : at(tab.url, tab.url);
}

/** Whose page an address is; `post` goes with a note written now. */
export async function at(address: string | undefined, post: string | undefined): Promise<Target | null> {
  const said = address ? await ask({ kind: 'at', address }) : null;
  if (said?.kind !== 'at' || !said.who) return null;
  return { who: said.who, name: null, post: post ?? null, way: null, text: null };
}

/** A tab without our script does not answer. */
export async function tellTab<T>(tab: chrome.tabs.Tab, message: PageMessage): Promise<T | null> {
  try {
    return tab.id === undefined ? null : ((await api.tabs.sendMessage(tab.id, message)) as T);
  } catch {
    return null;
  }
}
