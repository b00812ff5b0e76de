// Imports run here, so that neither a page nor the background waits for them.
import init, { importFiles } from './import.js';
import { world } from './library';
import type { ImportReport } from './protocol';

/** What is told of an import under way: bytes read, people and interactions found, the import's key. */
export type Progress = (bytes: number, people: number, interactions: number, key: string) => void;

/** What the page sends. */
export interface ImportOrder {
  files: File[];
  apply: boolean;
  columns: string | undefined;
}

/** What it hears. */
export type ImportNews = { progress: Parameters<Progress> } | { report: ImportReport };

const say = (news: ImportNews) => postMessage(news);

addEventListener('message', async ({ data }: MessageEvent<ImportOrder>) => {
  try {
    await init();
    const progress: Progress = (...progress) => say({ progress });
    const work = () => importFiles(data.files, data.apply, data.columns, ...world(), progress);
    // one at a time; and other tabs tell one under way from one that broke off
    say({ report: JSON.parse(await (data.apply ? navigator.locks.request('import', work) : work())) });
  } catch (error) {
    const refused = { leftOut: [], leftOutMore: 0, import: null, choice: null };
    say({ report: { state: 'refused', text: `Kith: ${error}`, ...refused } });
  }
});
