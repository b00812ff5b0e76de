// Two people of the list who may be one: asked on their page, never linked without a yes, and both as they were after an undo.
import assert from 'node:assert/strict';
import { both, until } from './lib/browser.mjs';
import { bring, exportAll } from './lib/kith.mjs';
import { says } from './lib/views.mjs';

const ana = (key, network, handle, text) => ({
  key,
  name: 'Ana Ruiz',
  profiles: [{ network, handle }],
  notes: [{ text, time: '2026-01-05T10:00:00Z' }],
});
const PEOPLE = [ana('pa', 'linkedin', 'ana-ruiz', 'met in Oslo'), ana('pb', 'x', 'anar', 'teaches Rust')];
const CARD =
  'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Ruiz\r\nURL:https://www.linkedin.com/in/ana-ruiz\r\nURL:https://x.com/anar\r\nEND:VCARD\r\n';

const peopleOf = async browser =>
  (await exportAll(browser)).people.map(({ name, profiles, notes }) => ({ name, profiles, notes }));

both('a yes links the two, an undo takes it back, a no is not asked again', async browser => {
  await bring(browser, { kith: 1, people: PEOPLE });
  await bring(browser, CARD, { name: 'ana.vcf' });
  const before = await peopleOf(browser);
  assert.equal(before.length, 2, 'nothing is linked without a yes');
  let page = await browser.open('dashboard.html#person=pa');
  await says(page, '[data-alike]', 'Is Ana Ruiz (@anar) the same person as this?');
  await says(page, '[data-alike]', 'An archive that you brought in names both with @anar');
  await browser.press(page, '[data-alike] button');
  await says(page, '.accounts', '@anar');
  assert.equal((await peopleOf(browser)).length, 1);
  await page.bringToFront();
  await browser.press(page, '[data-act="unlink"]');
  await until(async () => (await page.$('[data-act="unlink"]')) === null, 'it is unlinked');
  assert.deepEqual(await peopleOf(browser), before);
  await page.close();

  // unlinked by hand: that was a no
  page = await browser.open('dashboard.html#person=pb');
  await page.waitForSelector('#note');
  const { apart } = await exportAll(browser);
  assert.deepEqual(apart, [['linkedin:ana-ruiz', 'x:anar']]);
  assert.equal(await page.$('[data-alike]'), null);
});

both('somebody else stays somebody else, also where an account has its number', async browser => {
  const [other, onX] = structuredClone(PEOPLE);
  onX.profiles[0].id = '900123';
  await bring(browser, { kith: 1, people: [other, onX] });
  await bring(browser, CARD, { name: 'ana.vcf' });
  const page = await browser.open('dashboard.html#person=pb');
  await browser.press(page, '[data-alike] button:last-of-type');
  await until(async () => (await page.$('[data-alike]')) === null, 'the question is gone');
  assert.equal((await peopleOf(browser)).length, 2);
});
