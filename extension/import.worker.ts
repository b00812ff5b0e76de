// Imports run here, so that neither a page nor the background waits for them.
import { importFile } from './library';
import type { ImportReport } from './protocol';

/** What the page sends. */
export interface ImportOrder {
  file: File;
  apply: boolean;
}

/** What it hears. */
export type ImportNews = { progress: { read: number; total: number } } | { report: ImportReport };

const say = (news: ImportNews) => postMessage(news);

addEventListener('message', async ({ data }: MessageEvent<ImportOrder>) => {
  const progress = (read: number) => say({ progress: { read, total: data.file.size } });
  try {
    say({ report: await importFile(data.file, data.apply, progress) });
  } catch (error) {
    say({ report: { state: 'refused', text: `Kith: ${error}`, leftOut: [], leftOutMore: 0, import: null } });
  }
});
