// Discreet: one key hides every mark on every tab, until it is pressed again.
import assert from 'node:assert/strict';
import { route } from '../pages/x/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { begin, HOME, settled } from './lib/marks.mjs';

const said = async (browser, page) =>
  (await browser.shadows(page))
    .flatMap(({ elements }) => elements.map(each => each.attributes['data-text']))
    .filter(Boolean);

both('one key hides every mark, also in tabs opened later, until it is pressed again', { route }, async browser => {
  await begin(browser);
  const page = await browser.open(HOME);
  await settled(browser, page);
  const before = (await said(browser, page)).length;
  assert.ok(before > 0);
  await browser.command('discreet');
  await until(async () => (await said(browser, page)).length === 0, 'the marks are hidden');

  const other = await browser.open(`${HOME}?n=4`);
  await other.waitForSelector('[data-testid="User-Name"]');
  await until(async () => (await browser.shadows(other)).length > 0, 'the names have their hosts');
  assert.deepEqual(await said(browser, other), []);

  const popup = await browser.open('popup.html?person=x:anar');
  await popup.waitForSelector('[data-discreet]');
  await browser.command('discreet');
  await until(async () => (await said(browser, page)).length === before, 'the marks are back');
  await until(async () => (await said(browser, other)).length > 0, 'and on the other tab');
});

both('the dashboard hides and shows them too, and says so', { route }, async browser => {
  await begin(browser);
  const page = await browser.open(HOME);
  await settled(browser, page);
  const dashboard = await browser.open('dashboard.html');
  await browser.press(dashboard, '[data-action="discreet"]');
  await until(async () => (await said(browser, page)).length === 0, 'the marks are hidden');
  const again = await browser.open('dashboard.html');
  await browser.press(again, '[data-discreet] button');
  await until(async () => (await said(browser, page)).length > 0, 'the marks are back');
});
