// Wakes for a message, answers it, sleeps again. Nothing that matters is kept here. Every listener is registered in the
// first turn, before the core is loaded, or its event would be lost.
import { api, openPanel, who } from './browser';
import { ask, writes } from './library';
import {
  FROM_PAGES,
  type Message,
  type PageMessage,
  type PortAnswer,
  type PortAsk,
  type Seen,
  type Someone,
} from './messages';
import * as omnibox from './omnibox';
import type { Answer, Ask, Choice, Sighting } from './protocol';
import { applySites, firstRun, pagesOfSites } from './register';
import { keepSelection, makeMenus, menuChosen } from './selection';
import * as sentinel from './sentinel';
import { inFront, openPopup, target, targetOf, tellTab } from './target';

api.runtime.onInstalled.addListener(({ reason }) => {
  makeMenus();
  if (reason === 'install') api.tabs.create({ url: api.runtime.getURL('welcome.html') });
});
api.permissions.onAdded.addListener(() => applySites());
api.permissions.onRemoved.addListener(() => applySites());
api.contextMenus?.onClicked.addListener(menuChosen);
api.commands?.onCommand.addListener((command, tab) => {
  if (command === 'panel') openPanel(tab); // at once: browsers open it only while a press lasts
  if (command === 'note' && tab) keepSelection(tab);
  if (command === 'discreet') answer({ kind: 'discreet', on: null });
});
omnibox.listen();
// Installed, updated, switched on or begun anew: the browser may have dropped our scripts, and open tabs have none.
firstRun();

api.runtime.onMessage.addListener((message: Message, sender, respond) => {
  hear(message, sender).then(respond, error => respond({ kind: 'refused', text: `Kith: ${error}` } satisfies Answer));
  return true; // the answer comes later
});

// A content script asks much while a feed is scrolled. A message through a port costs it a fraction of a message on its own; the
// port ends when this background sleeps, and the script opens another.
api.runtime.onConnect.addListener(port => {
  port.onMessage.addListener(async ({ id, ask }: PortAsk) => {
    const answered: PortAnswer = { id, answer: FROM_PAGES.includes(ask.kind) ? await answer(ask) : null };
    try {
      port.postMessage(answered);
    } catch {
      // The tab has gone.
    }
  });
});

async function hear(message: Message, sender: chrome.runtime.MessageSender): Promise<unknown> {
  const ours = sender.url?.startsWith(api.runtime.getURL('')) ?? false;
  if ('ask' in message) return ours || FROM_PAGES.includes(message.ask.kind) ? answer(message.ask) : null;
  if ('open' in message) return openPopup(targetOf(message.open, sender.tab?.url));
  if ('chosen' in message) return chosen(message.chosen, message.choice, sender.tab);
  if ('reveal' in message) return reveal(message.reveal, sender);
  if ('blind' in message) return showBlind(message.blind, sender.tab?.id);
  if (!ours) return null;
  if ('target' in message) return message.target === 'popup' ? target() : inFront();
  if ('someone' in message) return someone(message.someone);
  if ('show' in message) return show(message.show);
  if ('keeps' in message) return sentinel.keeps();
  if ('exported' in message) return sentinel.exported(message.exported);
  // brought back, or begun anew
  await sentinel.begin();
  return tellPages({ changed: null });
}

async function answer(asked: Ask): Promise<Answer> {
  if ((await writes(asked).catch(() => false)) && !(await sentinel.mayWrite()))
    return { kind: 'refused', text: api.i18n.getMessage('errorEmptied') };
  const answered = await ask(asked);
  if ('met' in answered && answered.met.length > 0) answer({ kind: 'met', sightings: answered.met });
  if ('changed' in answered && answered.changed.length > 0) await tellPages({ changed: answered.changed });
  if ('everywhere' in answered && answered.everywhere) await tellPages({ changed: null });
  if (answered.kind === 'choose') await applySites();
  return answered;
}

/** Somebody on an open tab of a site that is on. */
async function someone(wanted: string | null): Promise<Someone | null> {
  for (const tab of await api.tabs.query({ url: pagesOfSites() })) {
    const seen = await tellTab<Seen>(tab, { someone: wanted });
    if (seen && tab.id !== undefined)
      return { who: who(seen.sighting), name: seen.sighting.name ?? '', tab: tab.id, text: seen.text };
  }
  return null;
}

async function show(id: number): Promise<void> {
  const tab = await api.tabs.update(id, { active: true });
  if (tab) await api.windows?.update(tab.windowId, { focused: true });
}

async function tellPages(message: PageMessage): Promise<void> {
  const tabs = await api.tabs.query({ url: pagesOfSites() });
  await Promise.all(tabs.map(tab => tellTab(tab, message)));
}

/** Only an element's name that the content script made up may stand here: it comes from within a page's process. */
async function reveal(name: string, { tab, frameId = 0 }: chrome.runtime.MessageSender): Promise<void> {
  if (tab?.id === undefined || !/^[a-z]+(-[a-z0-9]+)+$/.test(name)) return;
  const css = `${name}{visibility:visible!important}`;
  await api.scripting.insertCSS({ target: { tabId: tab.id, frameIds: [frameId] }, origin: 'USER', css });
}

/** On the toolbar, until the tab shows another page; the popup reads it there. */
async function showBlind(blind: boolean, tabId?: number): Promise<void> {
  if (tabId === undefined) return;
  const title = api.i18n.getMessage(blind ? 'blind' : 'extName');
  await api.action.setBadgeBackgroundColor({ tabId, color: '#6b6b6b' });
  await api.action.setBadgeText({ tabId, text: blind ? '?' : '' });
  await api.action.setTitle({ tabId, title });
}

async function chosen(sighting: Sighting, choice: Choice, tab?: chrome.tabs.Tab): Promise<Answer> {
  const answered = await answer({ kind: 'chosen', sighting, choice });
  if (choice.kind === 'way') await openPopup(targetOf(sighting, tab?.url, choice.way));
  return answered;
}
