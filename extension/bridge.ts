// What the views need of the browser. The views themselves are Rust, in ui.js, and name none of it.
import { api, send } from './browser';
import type { ImportNews, ImportOrder } from './import.worker';
import type { Target } from './messages';
import type { Answer, ImportReport } from './protocol';
import { pagesOf, sites } from './sites';
import init, { type Bridge } from './ui.js';

const bridge: Bridge = {
  ask: async json => JSON.stringify(await send<Answer>({ ask: JSON.parse(json) })),
  target: async () => JSON.stringify(await send<Target | null>({ target: true })),
  blind: async () => {
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id !== undefined && (await api.action.getBadgeText({ tabId: tab.id })) !== '';
  },
  keys: async () => {
    const commands = await api.commands.getAll();
    return commands.find(command => command.name === '_execute_action')?.shortcut ?? '';
  },
  reaches: site => api.permissions.contains({ origins: origins(site) }),
  reach: sites => api.permissions.request({ origins: sites.split(' ').flatMap(origins) }),
  async bring(file, apply, progress) {
    const report = await inWorker({ file, apply }, progress);
    if (apply) await send({ imported: true });
    return JSON.stringify(report);
  },
};

const origins = (network: string) => sites.filter(site => site.network === network).flatMap(pagesOf);

function inWorker(order: ImportOrder, progress: (read: number, total: number) => void): Promise<ImportReport> {
  const worker = new Worker('import.worker.js', { type: 'module' });
  const report = new Promise<ImportReport>((done, fail) => {
    worker.onerror = event => fail(event.message);
    worker.onmessage = ({ data }: MessageEvent<ImportNews>) => {
      if ('report' in data) done(data.report);
      else progress(data.progress.read, data.progress.total);
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
