// Selected text becomes a note, with its link: by the menu on a selection, and by a key. The menu on a link opens whoever's it is.
import { api, type MenuPress } from './browser';
import type { Target } from './messages';
import { pagesOfSites } from './register';
import { at, inTab, openPopup } from './target';

const SELECTION = 'selection';
const LINK = 'link';

/** The entries stay with the browser; an update may have changed them. */
export async function makeMenus(): Promise<void> {
  if (!api.contextMenus) return; // Firefox for Android has none
  await api.contextMenus.removeAll();
  const title = (key: string) => api.i18n.getMessage(key);
  api.contextMenus.create({ id: SELECTION, contexts: ['selection'], title: title('menuSelection') });
  api.contextMenus.create({
    id: LINK,
    contexts: ['link'],
    targetUrlPatterns: pagesOfSites(),
    title: title('menuLink'),
  });
}

export async function menuChosen(info: MenuPress, tab?: chrome.tabs.Tab): Promise<void> {
  if (info.menuItemId === LINK) await openPopup((await at(info.linkUrl, info.pageUrl)) ?? nobody(info.pageUrl));
  else await keep(info.selectionText ?? '', info.pageUrl ?? tab?.url, tab);
}

/** What is selected in a tab; the key that was pressed lets Kith look. */
export async function keepSelection(tab: chrome.tabs.Tab): Promise<void> {
  if (tab.id === undefined) return;
  const selected = () => {
    const at = document.activeElement;
    const inField = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
    return inField ? at.value.slice(at.selectionStart ?? 0, at.selectionEnd ?? 0) : String(getSelection() ?? '');
  };
  // a page of the browser's own takes no script: then the popup opens as ever
  const found = await api.scripting.executeScript({ target: { tabId: tab.id }, func: selected }).catch(() => []);
  await keep(found[0]?.result ?? '', tab.url, tab);
}

async function keep(text: string, post: string | undefined, tab?: chrome.tabs.Tab): Promise<void> {
  const target = (tab && (await inTab(tab))) ?? nobody(post);
  await openPopup({ ...target, post: post ?? target.post, text: text.trim() || null });
}

const nobody = (post?: string): Target => ({ who: null, name: null, post: post ?? null, way: null, text: null });
