// What the page does to its own nodes: lists use them again for others, names are drawn anew. No note stands beside the wrong name, not
// for one frame; nothing is left behind.
import assert from 'node:assert/strict';
import { route } from '../pages/x/feed.mjs';
import { both, one } from './lib/browser.mjs';
import { begin, HOME, look, settled } from './lib/marks.mjs';

/** Hands the page what it cannot reach itself: the roots of the hosts, so that a test can look at them between two of its own steps. */
async function giveRoots(browser, page) {
  const roots = await browser.shadows(page);
  await browser.apply(
    page,
    roots.flatMap(({ elements }) => elements.slice(-1)),
    element => {
      window.given ??= new Map();
      window.given.set(element.getRootNode().host, element.getRootNode());
    },
  );
}

/** In the page: `window.lies()`, notes that stand beside another's name than the one they are about. */
function watchNotes() {
  window.lies = () => {
    const names = window.names();
    return [...window.given].flatMap(([host, root]) => {
      const text = root.querySelector('[data-text]')?.getAttribute('data-text');
      if (!text || !host.isConnected || host.parentNode === document.documentElement) return [];
      const before = host.previousElementSibling;
      const name = names.find(({ element }) => before && (element.contains(before) || before.contains(element)));
      return text === `about ${name?.handle}` ? [] : [`${text} beside ${name?.kind} ${name?.handle}`];
    });
  };
  window.lied = [];
  const each = () => {
    window.lied.push(...window.lies());
    requestAnimationFrame(each);
  };
  each();
}

both('a cell that is used again never shows the former person’s note', { route }, async browser => {
  await begin(browser);
  for (const address of ['/home?recycle=1&n=24', '/anar/followers?recycle=1&n=24']) {
    const page = await browser.open(`https://x.com${address}`);
    await settled(browser, page);
    await giveRoots(browser, page);
    await page.evaluate(watchNotes);
    let changed = 0;
    for (let n = 0; n < 8; n += 1) {
      const told = await page.evaluate(async () => {
        const handles = () =>
          window
            .names()
            .map(({ handle }) => handle)
            .join();
        scrollBy(0, 1500);
        await new Promise(requestAnimationFrame);
        const before = handles();
        window.add(5);
        await null; // observers of the page have been told; nobody has answered them yet
        return { lies: window.lies(), changed: handles() !== before };
      });
      assert.deepEqual(told.lies, []);
      changed += told.changed;
    }
    assert.ok(changed > 3, 'names did change in the same cells');
    await settled(browser, page);
    assert.deepEqual(await page.evaluate(() => window.lied), []);
    await page.close();
  }
});

both('a name alone becomes another’s: by its text, by its link, in the same task', { route }, async browser => {
  await begin(browser);
  const page = await browser.open(`${HOME}?n=12`);
  await settled(browser, page);
  await giveRoots(browser, page);
  await page.evaluate(watchNotes);
  const told = await page.evaluate(async () => {
    const texts = root =>
      [...root.querySelectorAll('*')].flatMap(each => [...each.childNodes]).filter(each => each.nodeType === 3);
    const rename = (root, from, to) => {
      for (const text of texts(root)) if (text.data === `@${from}`) text.data = `@${to}`;
      for (const link of root.querySelectorAll(`a[href="/${from}"]`)) link.setAttribute('href', `/${to}`);
    };
    const author = window.names().find(({ kind, handle }) => kind === 'author' && handle === 'anar').element;
    const quoted = window.names().find(({ kind }) => kind === 'quoted');
    rename(author, 'anar', 'lwroblew');
    rename(quoted.element.closest('[role="link"]'), quoted.handle, 'zsofi_k');
    await null;
    return window.lies();
  });
  assert.deepEqual(told, []);
  const { names } = await settled(browser, page);
  assert.deepEqual(
    ['lwroblew', 'zsofi_k'].map(
      handle => names.find(name => name.handle === handle && name.kind !== 'suggestion')?.kind,
    ),
    ['author', 'quoted'],
  );
  assert.deepEqual(await page.evaluate(() => window.lied), []);
});

both('names that are drawn anew have one host each, never two', { route }, async browser => {
  await begin(browser);
  for (const address of ['/home?n=20', '/anar', '/anar/followers']) {
    const page = await browser.open(`https://x.com${address}`);
    const before = await settled(browser, page);
    for (let n = 0; n < 3; n += 1) {
      await page.evaluate(() => window.redraw());
      const now = await look(browser, page);
      for (const { hosts, kind, handle } of now.names) assert.ok(hosts.length < 2, `${kind} ${handle}`);
    }
    // all in one task, and hosts taken away by the page
    await page.evaluate(() => {
      for (let n = 0; n < 5; n += 1) window.redraw();
    });
    const after = await settled(browser, page);
    assert.equal(after.names.length, before.names.length);
    await page.close();
  }
});

/** Scrolls a feed by so many posts, ten at a time, a frame after each. */
function scrollOn(page, posts) {
  return page.evaluate(async posts => {
    for (let n = 0; n < posts; n += 10) {
      window.add(10);
      scrollTo(0, document.documentElement.scrollHeight);
      await new Promise(requestAnimationFrame);
    }
  }, posts);
}

both('a feed scrolled for long leaves nothing behind', { route }, async browser => {
  await begin(browser);
  const page = await browser.open(`${HOME}?n=60`);
  await scrollOn(page, 2000);
  const { names, stray } = await settled(browser, page);
  assert.deepEqual(stray, []);
  const hosts = names.reduce((sum, each) => sum + each.hosts.length, 0);
  assert.equal(hosts, names.length);
  const cells = await page.evaluate(() => document.querySelectorAll('[data-testid="cellInnerDiv"]').length);
  assert.ok(cells <= 60, `${cells} cells`);
});

/** Nodes that the page's process holds, those too that are in no document, once all that may go has gone. */
async function nodesOf(page) {
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.enable');
  for (let n = 0; n < 3; n += 1) await client.send('HeapProfiler.collectGarbage');
  const { nodes } = await client.send('Memory.getDOMCounters');
  await client.detach();
  return nodes;
}

/** The most nodes that were held at the ends of eight long stretches of a feed. */
async function peak(browser, posts) {
  const page = await browser.open(`${HOME}?n=60`);
  const held = [];
  for (let n = 0; n < 8; n += 1) {
    await scrollOn(page, posts);
    held.push(await nodesOf(page));
  }
  await page.close();
  return Math.max(...held);
}

one('chromium', 'what the page has let go Kith lets go', { route }, async (browser, t) => {
  const posts = 450;
  const without = await peak(browser, posts);
  await begin(browser);
  const held = await peak(browser, posts);
  t.diagnostic(`nodes held at most in ${8 * posts} posts: ${without} without Kith, ${held} with Kith`);
  // A few posts are held on to for a moment. Were they never let go, each would be a hundred nodes.
  assert.ok(held < 3 * without);
});
