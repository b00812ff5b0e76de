// What the views need of the browser. The views themselves are Rust, in ui.js, and name none of it.
import { api, openPanel, send } from './browser';
import type { ImportNews, ImportOrder, Progress } from './import.worker';
import type { Keeps, Someone, Target } from './messages';
import type { Answer, ImportReport } from './protocol';
import { pagesOf, sites } from './sites';
import init, { type Bridge } from './ui.js';

const bridge: Bridge = {
  ask: async json => JSON.stringify(await send<Answer>({ ask: JSON.parse(json) })),
  target: async view => JSON.stringify(await send<Target | null>({ target: view as 'popup' | 'panel' })),
  follow(heard) {
    api.tabs.onActivated.addListener(() => heard());
    api.tabs.onUpdated.addListener((_, { url }, tab) => url && tab.active && heard());
    api.windows?.onFocusChanged.addListener(window => window !== api.windows.WINDOW_ID_NONE && heard());
  },
  panel: () => openPanel(),
  blind: async () => {
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id !== undefined && (await api.action.getBadgeText({ tabId: tab.id })) !== '';
  },
  keys: async () => JSON.stringify((await api.commands?.getAll()) ?? []),
  async keeps() {
    const [{ emptied, since, exported }, { usage }] = await Promise.all([
      send<Keeps>({ keeps: true }),
      navigator.storage.estimate(),
    ]);
    return JSON.stringify({
      emptied,
      since: since && day(since),
      exported: exported && { when: day(exported.at), file: exported.file },
      bytes: usage ?? 0,
    });
  },
  someone: async whom => JSON.stringify(await send<Someone | null>({ someone: whom ?? null })),
  show: tab => send({ show: tab }),
  exported: file => send({ exported: file }),
  anew: () => send({ anew: true }),
  reaches: site => api.permissions.contains({ origins: origins(site) }),
  reach: sites => api.permissions.request({ origins: sites.split(' ').flatMap(origins) }),
  async bring(files, apply, columns, progress) {
    try {
      return JSON.stringify(await inWorker({ files, apply, columns }, progress));
    } finally {
      if (apply) await send({ imported: true });
    }
  },
  stop: () => stop(),
  idle: () => navigator.locks.request('import', { mode: 'shared' }, () => {}),
};

const day = (at: number) => new Date(at).toLocaleDateString(undefined, { dateStyle: 'long' });

const origins = (network: string) => sites.filter(site => site.network === network).flatMap(pagesOf);

/** Ends the import under way: what it has not written yet is not written. */
let stop = () => {};

function inWorker(order: ImportOrder, progress: Progress): Promise<ImportReport> {
  const worker = new Worker('import.worker.js', { type: 'module' });
  const report = new Promise<ImportReport>((done, fail) => {
    stop = () => fail('stopped');
    worker.onerror = event => fail(event.message);
    worker.onmessage = ({ data }: MessageEvent<ImportNews>) => {
      if ('report' in data) done(data.report);
      else progress(...data.progress);
    };
  });
  worker.postMessage(order);
  return report.finally(() => worker.terminate());
}

/** Loads the views and draws one. Where that fails, a sentence stands in its place. */
export async function draw(mount: (bridge: Bridge) => void): Promise<void> {
  try {
    await init();
    mount(bridge);
  } catch (error) {
    console.error(error);
    document.body.textContent = api.i18n.getMessage('errorPage');
  }
}
