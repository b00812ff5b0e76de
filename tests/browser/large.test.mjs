// Files of 200 MB: looked at slice by slice, refused or read to the end, never more of them in memory than an element needs.
import assert from 'node:assert/strict';
import { both } from './lib/browser.mjs';

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
