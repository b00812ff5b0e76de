// What stands around the page: the panel, selected text that becomes a note, the address bar, the list of keys.
import assert from 'node:assert/strict';
import { route } from '../pages/x/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { bring } from './lib/kith.mjs';
import { ctrlEnter, cursorIn, people, rows, says, send, typed } from './lib/views.mjs';

const SOME = people({
  'x:anar': ['Ana Ruiz', 'met in Oslo'],
  'x:benok': ['Ben Okafor', 'mentors beginners <& more>'],
});
const named = page => page.$eval('#name', name => name.textContent).catch(() => '');

both('the panel follows the tab, also where marks are off, and keeps what is typed', { route }, async browser => {
  await bring(browser, SOME);
  const panel = await browser.open('panel.html');
  await panel.waitForSelector('#find');
  const tab = await browser.open('https://x.com/anar');
  await until(async () => (await named(panel)) === 'Ana Ruiz', 'the panel shows whose page it is');
  const other = await browser.open('https://x.com/benok');
  await until(async () => (await named(panel)) === 'Ben Okafor', 'and whose the next one is');
  await other.goto('https://x.com/home');
  await panel.bringToFront();
  assert.equal(await named(panel), 'Ben Okafor', 'a page of nobody leaves it as it is');
  await panel.type('#note', 'half a thought');
  await tab.bringToFront();
  await until(async () => (await named(panel)) === 'Ana Ruiz', 'back with the tab');
  const { person } = await send(panel, { kind: 'person', who: 'x:benok' });
  assert.equal(person.draft, 'half a thought');
});

both('selected text becomes a note with its link, by the menu', async browser => {
  await bring(browser, SOME);
  browser.route = () => ({ body: '<!doctype html><title>A blog</title><p id="words">Rust needs more teachers.</p>' });
  const page = await browser.open('https://blog.example/post');
  await browser.menu({
    menuItemId: 'selection',
    selectionText: 'Rust needs more teachers.',
    pageUrl: 'https://blog.example/post',
  });
  const popup = await until(() => opened(browser), 'the popup is open');
  await until(
    () => popup.evaluate(() => document.querySelector('.chosen')?.textContent.includes('more teachers')),
    'it shows the text',
  );
  // whoever is chosen there gets it: the same page in a tab can be typed into
  await page.bringToFront();
  const tab = await browser.open(
    `popup.html?text=${encodeURIComponent('Rust needs more teachers.')}&post=${encodeURIComponent('https://blog.example/post')}`,
  );
  await cursorIn(tab, '#find');
  await tab.keyboard.type('ben');
  await says(tab, '#find-list', 'Ben Okafor');
  await tab.keyboard.press('Enter');
  await cursorIn(tab, '#note');
  assert.equal(await typed(tab), 'Rust needs more teachers.');
  await tab.keyboard.type(' He said.');
  await ctrlEnter(tab);
  await says(tab, '.items', 'Rust needs more teachers. He said.');
  assert.equal(await tab.$eval('.item a', link => link.href), 'https://blog.example/post');
  assert.equal((await rows(tab)).length, 2);
});

both('a key keeps the selection on the page of somebody', { route }, async browser => {
  await bring(browser, SOME);
  const page = await browser.open('https://x.com/anar');
  await page.waitForSelector('[data-testid="UserName"]');
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('[data-testid="UserName"]')));
  const selected = await page.evaluate(() => String(getSelection()).trim());
  await browser.command('note');
  const popup = await until(() => opened(browser), 'the popup is open');
  await until(
    () => popup.evaluate(() => document.querySelector('#name')?.textContent === 'Ana Ruiz'),
    'it is about her',
  );
  if (browser.kind === 'firefox')
    await until(
      () => popup.evaluate(text => document.querySelector('#note')?.value === text, selected),
      'the note begins with what was selected',
    );
});

both('the address bar opens whom it finds', async browser => {
  await bring(browser, SOME);
  await browser.addressBar('ruiz');
  let page = await browser.page('dashboard.html');
  await until(async () => (await named(page)) === 'Ana Ruiz', 'she is open');
  await page.close();
  const asking = await browser.open('popup.html');
  const { people: found } = await send(asking, { kind: 'find', query: 'mentors' });
  await browser.addressBar(`Ben Okafor #${found[0].who}`);
  page = await browser.page('dashboard.html');
  await until(async () => (await named(page)) === 'Ben Okafor', 'he is open');
  await page.close();
  await browser.addressBar('zzzz');
  page = await browser.page('dashboard.html');
  await says(page, '.finder [role="status"]', 'Nobody found for “zzzz”');
});

both('a question mark lists the keys in every view', async browser => {
  for (const view of ['popup.html?person=x:anar', 'panel.html', 'dashboard.html', 'welcome.html']) {
    const page = await browser.open(view);
    await page.waitForSelector('button[data-action="keys"]');
    await until(async () => {
      // a view may put the cursor into its field a moment after it is drawn
      await page.evaluate(() => document.activeElement?.blur());
      await page.keyboard.type('?');
      return page.$eval('dialog.keys', dialog => dialog.open);
    }, `it is open in ${view}`);
    for (const key of ['K', 'S', 'L', 'H']) await says(page, 'dialog.keys', `Alt+Shift+${key}`);
    await page.keyboard.press('Escape');
    await until(() => page.$eval('dialog.keys', dialog => !dialog.open), 'and closed');
    await page.close();
  }
});

const opened = browser => browser.popup();
