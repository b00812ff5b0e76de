// A page on which people stand and none is recognised is not met with silence: the toolbar and the popup say so.
import assert from 'node:assert/strict';
import { route as linkedin } from '../pages/linkedin/feed.mjs';
import { route as x } from '../pages/x/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { enableAll } from './lib/kith.mjs';
import { LINKEDIN } from './lib/marks.mjs';
import { send } from './lib/views.mjs';

const SENTENCE = 'Kith found no names on this page. The site may have changed.';
const route = (host, path) => linkedin(host, path) ?? x(host, path);

/** What the toolbar says about a tab. */
const toolbar = (own, start) =>
  own.evaluate(async start => {
    const { action, tabs } = globalThis.browser ?? chrome;
    const tab = (await tabs.query({})).find(({ url }) => url?.startsWith(start));
    return [await action.getBadgeText({ tabId: tab.id }), await action.getTitle({ tabId: tab.id })];
  }, start);

both('a page that is not understood says so, one that is does not', { route }, async browser => {
  await enableAll(browser);
  const own = await browser.open('dashboard.html');
  for (const address of ['/feed/?broken&n=10', '/search/results/people/?broken', '/feed/?broken&n=10&front=old']) {
    const page = await browser.open(`${LINKEDIN}${address}`);
    await until(async () => (await toolbar(own, page.url()))[0] === '?', `${address}: the toolbar says so`);
    assert.equal((await toolbar(own, page.url()))[1], SENTENCE);
    assert.ok((await browser.shadows(page)).every(({ mode }) => mode === 'open'));
    if (address.includes('people')) {
      await browser.pressIcon(page);
      const popup = await until(() => browser.popup(), 'the popup is open');
      await until(
        () => popup.evaluate(text => document.querySelector('main').textContent.includes(text), SENTENCE),
        'the popup says so',
      );
    } else {
      // names that come after all
      await page.goto(`${LINKEDIN}/feed/?n=10`);
      await until(async () => (await toolbar(own, page.url()))[0] === '', 'it is taken back');
    }
    await page.close();
  }
});

both('pages that are understood, empty ones, and sites that are left alone say nothing', { route }, async browser => {
  await enableAll(browser);
  const own = await browser.open('dashboard.html');
  const pages = [];
  for (const address of [
    `${LINKEDIN}/feed/?n=10`,
    `${LINKEDIN}/feed/?n=10&front=old`,
    `${LINKEDIN}/messaging/`,
    `${LINKEDIN}/jobs/`,
    'https://x.com/home?n=10',
    'https://x.com/messages',
  ]) {
    const page = await browser.open(address);
    // as long as any page may take, and one look more: what is to be seen is that nothing comes
    await page.evaluate(() => new Promise(done => setTimeout(done, 6500)));
    pages.push(page.url());
    assert.equal((await toolbar(own, page.url()))[0], '', address);
    await page.close();
  }
  assert.equal(pages.length, 6);
  await send(own, { kind: 'choose', site: 'linkedin', mode: 'panel' });
  const page = await browser.open(`${LINKEDIN}/feed/?broken&n=10`);
  await page.evaluate(() => new Promise(done => setTimeout(done, 6500)));
  assert.equal((await toolbar(own, page.url()))[0], '');
});

both('many links to people of whom hardly one is recognised say so too', async browser => {
  const link = (n, name) => `<div><a href="/in/somebody-${n}/">${name}</a></div>`;
  const names = Array.from({ length: 12 }, (_, n) => link(n, `<b>Somebody ${n}</b>`)).join('');
  let body = `<!doctype html><main>${link(99, '<p>Recognised</p>')}${names}</main>`;
  browser.route = () => ({ body });
  await enableAll(browser);
  const own = await browser.open('dashboard.html');
  const page = await browser.open(`${LINKEDIN}/groups/7/`);
  await until(async () => (await toolbar(own, page.url()))[0] === '?', 'the toolbar says so');
  // one in three is enough: the others may be mentioned in a text
  body = body.replaceAll(/<b>(Somebody [0-3])<\/b>/g, '<p>$1</p>');
  await page.reload();
  await until(async () => (await toolbar(own, page.url()))[0] === '', 'it is taken back');
  await page.evaluate(() => new Promise(done => setTimeout(done, 6500)));
  assert.equal((await toolbar(own, page.url()))[0], '');
});
