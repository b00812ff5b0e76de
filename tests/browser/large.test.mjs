// Files of 200 MB: looked at slice by slice, refused or read to the end, never more of them in memory than an element needs.
import assert from 'node:assert/strict';
import path from 'node:path';
import { xArchive } from './lib/big-archives.mjs';
import { both, until } from './lib/browser.mjs';
import { importState } from './lib/kith.mjs';

/** Looks at a file made of `head`, `piece` as often as fits into 200 MB, and `tail`. */
async function lookAt(browser, head, piece, tail) {
  const page = await browser.open('welcome.html');
  return page.evaluate(
    async (head, piece, tail) => {
      const thousand = new Blob([piece.repeat(1000)]);
      const often = Math.ceil(200e6 / thousand.size);
      const file = new File([head, ...Array(often).fill(thousand), tail], 'large.json');
      const worker = new Worker('import.worker.js', { type: 'module' });
      worker.postMessage({ files: [file], apply: false });
      return new Promise(done => {
        worker.onmessage = ({ data }) => data.report && done(data.report);
      });
    },
    head,
    piece,
    tail,
  );
}

const filler = 'x'.repeat(1000);

both('200 MB that are no JSON are refused', async browser => {
  const report = await lookAt(browser, '', filler, '');
  assert.deepEqual([report.state, report.text.includes('not a file that Kith knows')], ['refused', true]);
});

both('200 MB of somebody else’s JSON are refused', async browser => {
  const report = await lookAt(browser, '{"rows":[0', `,{"text":"${filler}"}`, ']}');
  assert.deepEqual([report.state, report.text.includes('not a file that Kith knows')], ['refused', true]);
});

both('one text of 200 MB is refused where it is, and what stands before it is kept', async browser => {
  const report = await lookAt(browser, '{"kith":1,"people":[{"name":"Ana"},{"name":"', filler, '"}]}');
  assert.equal(report.state, 'preview');
  assert.match(report.text, /^1 person .*damaged \(an element of more than 64 MiB/);
});

both('200 MB of notes are read to the end', async browser => {
  const report = await lookAt(
    browser,
    '{"kith":1,"people":[{"name":"Ana"}',
    `,{"name":"Ben","profiles":[{"network":"x","handle":"ben"}],"notes":[{"text":"${filler}"}]}`,
    ',{"name":"Zoë"}]}',
  );
  assert.equal(report.state, 'preview');
  assert.match(report.text, /^3 people \(3 new, 0 known\)/);
});

both('an archive of 5 GB is read through its directory, and its media are not', async browser => {
  const file = xArchive(path.join(browser.downloads, 'twitter-2026.zip'), 2000, 5e9);
  const page = await browser.open('dashboard.html');
  const input = await page.waitForSelector('[data-action="import"]');
  await input.uploadFile(file);
  await until(async () => (await importState(page)).state === 'preview', 'it was looked at');
  const { said } = await importState(page);
  assert.match(said, /^900 people .* 2000 new interactions\. All from 2023\./);
});
