// The user's data: copies to read, what is known of the last export, and a store that something else emptied.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { both, until } from './lib/browser.mjs';
import { bring, exportAll } from './lib/kith.mjs';
import { ctrlEnter, people, popupOn, rows, says, typed } from './lib/views.mjs';

const ANA = people({ 'x:anar': ['Ana Ruiz', 'met in Oslo'] });

both('a copy to read is a document or a table', async browser => {
  await bring(browser, ANA);
  const page = await browser.open('dashboard.html');
  const made = {};
  for (const [form, ending] of [
    ['markdown', 'md'],
    ['csv', 'csv'],
  ]) {
    await browser.press(page, `[data-action="copy-${form}"]`);
    made[form] = await until(() => {
      const file = fs.readdirSync(browser.downloads).find(name => name.endsWith(`.${ending}`));
      return file && fs.readFileSync(path.join(browser.downloads, file), 'utf8');
    }, `the ${form} is there`);
  }
  assert.match(made.markdown, /^## Ana Ruiz$(.|\n)*met in Oslo/m);
  assert.match(made.csv, /^Ana Ruiz,X @anar,note,,2026-01-01T10:00:00Z,met in Oslo,$/m);
});

both('the last export is remembered, and how much is stored', async browser => {
  await bring(browser, ANA);
  let page = await browser.open('dashboard.html');
  await says(page, '[data-kept]', 'You have not exported anything yet.');
  await exportAll(browser);
  page = await browser.open('dashboard.html');
  await says(page, '[data-kept]', 'Last export:');
  assert.match(
    await page.$eval('[data-kept]', line => line.textContent),
    /\d [KM]B are stored\. .*kith-[\d-]+\.json\./,
  );
});

both(
  'an emptied store is no new beginning: nothing is written until the user brings the last file back',
  async browser => {
    await bring(browser, ANA);
    const file = await exportAll(browser);
    const wiping = await browser.open('dashboard.html');
    await wiping.evaluate(
      () =>
        new Promise((done, fail) => {
          const wipe = indexedDB.deleteDatabase('kith');
          wipe.onsuccess = done;
          wipe.onerror = fail;
        }),
    );
    await wiping.close();
    await browser.sleep();
    const page = await popupOn(browser, 'x:anar');
    await page.waitForSelector('[data-emptied]');
    await says(page, '[data-emptied]', 'kith-');
    await page.keyboard.type('half a thought');
    await ctrlEnter(page);
    await says(page, '.note-box [role="alert"]', 'storage was emptied');
    assert.equal(await typed(page), 'half a thought', 'what was typed stays');

    await bring(browser, file);
    const later = await popupOn(browser, 'x:anar');
    assert.deepEqual((await rows(later)).length, 1);
    assert.equal(await later.$('[data-emptied]'), null);
    await later.keyboard.type('one more');
    await ctrlEnter(later);
    await says(later, '.items', 'one more');
  },
);

both('a user whose notes are gone can begin anew', async browser => {
  await bring(browser, ANA);
  const page = await browser.open('dashboard.html');
  await page.evaluate(() => new Promise(done => Object.assign(indexedDB.deleteDatabase('kith'), { onsuccess: done })));
  await browser.sleep();
  const popup = await popupOn(browser, 'x:anar');
  await says(popup, '[data-emptied]', 'You have not exported a file.');
  await browser.press(popup, '[data-action="begin-anew"]');
  await popup.waitForSelector('[data-emptied]', { hidden: true });
  await popup.focus('#note');
  await popup.keyboard.type('a new beginning');
  await ctrlEnter(popup);
  await says(popup, '.items', 'a new beginning');
});
