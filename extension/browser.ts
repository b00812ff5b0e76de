// The only place that names the browser's own object, and the only way to ask the core.
import type { AnswerTo, Message } from './messages';
import type { Ask, Sighting } from './protocol';

/** Firefox calls it `browser`, Chromium `chrome`; both answer with promises. */
export const api: typeof chrome = (globalThis as { browser?: typeof chrome }).browser ?? chrome;

/** An entry of a menu that was pressed, and where. */
export type MenuPress = chrome.contextMenus.OnClickData;

/** A line below the address bar. */
export type Suggestion = chrome.omnibox.SuggestResult;

/** A way between a script and the background that stays open while both are awake. */
export type Port = chrome.runtime.Port;

/** Opens the view beside the page; to be called in a press, which Firefox does not hear of after a wait. */
export async function openPanel(tab?: chrome.tabs.Tab): Promise<void> {
  const { sidebarAction } = api as unknown as { sidebarAction?: { toggle(): Promise<void> } };
  if (sidebarAction) return sidebarAction.toggle();
  const windowId = tab?.windowId ?? (await api.windows.getCurrent()).id;
  if (windowId !== undefined) await api.sidePanel?.open({ windowId });
}

/** Asks the background, which alone reads and writes the store. */
export function ask<A extends Ask>(a: A): Promise<AnswerTo<A>> {
  return send({ ask: a });
}

/** Sends a message to the background. */
export function send<T>(message: Message): Promise<T> {
  return api.runtime.sendMessage(message);
}

/** A sighting as `popup.html?person=` and the core read it: `x:anar`, `x:#900123`, `x:anar#900123`. */
export function who(sighting: Sighting): string {
  return `${sighting.network}:${sighting.handle ?? ''}${sighting.id ? `#${sighting.id}` : ''}`;
}
