// What the user writes down beside notes: what somebody is dealing with, why they connect, what passed.
import assert from 'node:assert/strict';
import { route } from '../pages/x/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { enableAll, exportAll } from './lib/kith.mjs';
import { HOME, look } from './lib/marks.mjs';
import { ctrlEnter, popupOn, says } from './lib/views.mjs';

const marked = async (browser, page, text) =>
  (await look(browser, page)).names.some(({ handle, hosts }) => handle === 'anar' && hosts[0]?.text === text);

both('a need is typed in one line, stands in the mark, and is met', { route }, async browser => {
  await enableAll(browser);
  const feed = await browser.open(`${HOME}?n=30`);
  const popup = await popupOn(browser, 'x:anar');
  await popup.keyboard.type('needs: a Rust mentor');
  await ctrlEnter(popup);
  await says(popup, '.need', 'a Rust mentor');
  await feed.bringToFront();
  await until(() => marked(browser, feed, 'needs: a Rust mentor'), 'the mark');
  await popup.bringToFront();
  await browser.press(popup, '.need button');
  await says(popup, '.need.met button', 'Open again');
  await feed.bringToFront();
  await until(() => marked(browser, feed, null), 'the mark says it no longer');
  const [ana] = (await exportAll(browser)).people;
  assert.deepEqual(
    ana.needs.map(({ text, met }) => [text, met]),
    [['a Rust mentor', true]],
  );
  assert.equal(ana.notes, undefined);
});

both('why one connects is a field of its own', { route }, async browser => {
  const popup = await popupOn(browser, 'x:anar');
  await popup.type('#why', 'we build the same kind of thing');
  await popup.keyboard.press('Tab');
  await says(popup, '.why [role="status"]', 'Saved.');
  const again = await popupOn(browser, 'x:anar');
  assert.equal(await again.$eval('#why', field => field.value), 'we build the same kind of thing');
});

both('what passed is told by a key for the kind and one for the direction', { route }, async browser => {
  const popup = await popupOn(browser, 'x:anar');
  const alt = async key => {
    await popup.keyboard.down('Alt');
    await popup.keyboard.press(key);
    await popup.keyboard.up('Alt');
  };
  await popup.keyboard.type('introduced me to Ben');
  await alt('i');
  await alt('t');
  assert.equal(await popup.$eval('#note', box => box.value), 'introduced me to Ben');
  await ctrlEnter(popup);
  await says(popup, '.item', 'They introduced you');
  const [{ interactions, notes }] = (await exportAll(browser)).people;
  assert.deepEqual(
    interactions.map(({ kind, direction, excerpt, source }) => [kind, direction, excerpt, source]),
    [['introduction', 'received', 'introduced me to Ben', 'typed']],
  );
  assert.equal(notes, undefined);
});
