// The address bar: `kith ana` finds people, and opens the one who is chosen.
import { api, type Suggestion } from './browser';
import { ask } from './library';
import type { Found } from './protocol';

const MOST = 6;
/** In the text that the address bar shows for somebody, their key stands last. */
const KEY = /#(\w+)$/;

export function listen(): void {
  // Firefox for Android has no such thing
  api.omnibox?.setDefaultSuggestion({ description: api.i18n.getMessage('omniboxHint') });
  api.omnibox?.onInputChanged.addListener(async (text, suggest) => suggest((await find(text)).map(suggestion)));
  api.omnibox?.onInputEntered.addListener(async (text, disposition) => {
    const who = KEY.exec(text)?.[1] ?? (await find(text))[0]?.who;
    const page = who ? `person=${encodeURIComponent(who)}` : `find=${encodeURIComponent(text.trim())}`;
    const url = api.runtime.getURL(`dashboard.html#${page}`);
    if (disposition === 'currentTab') await api.tabs.update({ url });
    else await api.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

async function find(query: string): Promise<Found[]> {
  const answer = await ask({ kind: 'find', query });
  return answer.kind === 'find' ? answer.people.slice(0, MOST) : [];
}

function suggestion({ who, name, handles, line }: Found): Suggestion {
  const said = [name, handles, line].filter(Boolean).join(' · ');
  return { content: `${name} #${who}`, description: readsMarkup() ? escaped(said) : said };
}

/** Chromium reads descriptions as XML, Firefox as they stand. */
const readsMarkup = () => !('getBrowserInfo' in api.runtime);

const escaped = (text: string) => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
