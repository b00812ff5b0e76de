// Imports run here, so that neither a page nor the background waits for them.
import { importFiles, type Progress } from './library';
import type { ImportReport } from './protocol';

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
    say({ report: await importFiles(data.files, data.apply, data.columns, (...progress) => say({ progress })) });
  } catch (error) {
    const refused = { leftOut: [], leftOutMore: 0, import: null, choice: null };
    say({ report: { state: 'refused', text: `Kith: ${error}`, ...refused } });
  }
});
