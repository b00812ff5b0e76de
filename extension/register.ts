// Which site has our script: decided by the user's choice alone, and put right whenever it may have come apart.
import { api } from './browser';
import { ask } from './library';
import type { PageMessage } from './messages';
import type { Mode } from './protocol';
import { pagesOf, sites } from './sites';

/** Set while the browser runs; gone after a restart, an update, or when Kith was switched off and on. */
const AWAKE = 'awake';

/** Addresses of every site that Kith knows. */
export const pagesOfSites = (): string[] => sites.flatMap(pagesOf);

/** After anything that may have dropped our scripts: registers them anew and starts them in tabs that are already open. */
export async function firstRun(): Promise<void> {
  const { [AWAKE]: awake } = await api.storage.session.get(AWAKE);
  if (awake) return;
  await api.storage.session.set({ [AWAKE]: true });
  await applySites({ anew: true });
}

let applied: Promise<void> = Promise.resolve();

/** Brings what is registered in line with what was chosen. Calls wait for each other. */
export function applySites({ anew = false } = {}): Promise<void> {
  applied = applied.catch(() => {}).then(() => apply(anew));
  return applied;
}

async function apply(anew: boolean): Promise<void> {
  const answer = await ask({ kind: 'settings' });
  if (answer.kind !== 'settings') return;
  const modes: Record<string, Mode> = answer.settings.sites;
  const registered = new Set((await api.scripting.getRegisteredContentScripts()).map(script => script.id));
  for (const site of sites) {
    const [id, pages, allFrames] = [site.network, pagesOf(site), site.frames ?? false];
    const wanted = modes[id] === 'marks' && (await api.permissions.contains({ origins: pages }));
    if (registered.has(id) && (anew || !wanted)) await api.scripting.unregisterContentScripts({ ids: [id] });
    if (wanted && (anew || !registered.has(id))) {
      await api.scripting.registerContentScripts([
        { id, matches: pages, js: ['content.js'], runAt: 'document_start', allFrames },
      ]);
      await start(pages, allFrames);
    }
    if (!wanted && registered.has(id)) await stop(pages);
  }
}

async function start(pages: string[], allFrames: boolean): Promise<void> {
  // A tab that is being closed, or an error page, takes no script.
  for (const { id } of await api.tabs.query({ url: pages }))
    if (id !== undefined)
      await api.scripting.executeScript({ target: { tabId: id, allFrames }, files: ['content.js'] }).catch(() => {});
}

async function stop(pages: string[]): Promise<void> {
  const message: PageMessage = { stop: true };
  for (const { id } of await api.tabs.query({ url: pages }))
    if (id !== undefined) await api.tabs.sendMessage(id, message).catch(() => {});
}
