// Only what is near the window costs anything: names far away are neither asked for nor drawn, and those that come together are asked
// for together. A page of the extension listens to what is asked.
import assert from 'node:assert/strict';
import { people, route } from '../pages/x/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { begin, HOME, look, settled } from './lib/marks.mjs';

const WHO = people.slice(0, 400);
const post = (
  { handle, name },
  n,
) => `<article data-testid="tweet"><div data-testid="User-Name"><div><a href="/${handle}"><div dir="ltr"><span>${name}</span></div></a></div>
<div><a href="/${handle}" tabindex="-1"><div dir="ltr"><span>@${handle}</span></div></a><a href="/${handle}/status/${n + 1}"><time>1h</time></a></div></div><p>…</p></article>`;
const TALL = `<!doctype html><meta charset="utf-8"><title>x</title><style>article { display: block; height: 200px } [data-testid="User-Name"], [data-testid="User-Name"] div { display: flex }</style>
${WHO.map(post).join('\n')}`;

/** Writes down each message in which content scripts ask for marks. */
async function listen(browser) {
  const page = await browser.open('dashboard.html');
  await page.evaluate(() => {
    window.asked = [];
    (globalThis.browser ?? chrome).runtime.onConnect.addListener(port =>
      port.onMessage.addListener(({ ask }) => {
        if (ask?.kind === 'marks')
          window.asked.push(ask.sightings.map(({ handle, id }) => (id ? `${handle}#${id}` : handle)));
      }),
    );
  });
  return () => page.evaluate(() => window.asked);
}

both(
  'names far from the window are neither asked for nor drawn, until they come near',
  { route: () => ({ body: TALL }) },
  async browser => {
    await begin(browser);
    const asked = await listen(browser);
    const page = await browser.open(HOME);
    const height = await page.evaluate(() => innerHeight);
    const { names } = await settled(browser, page);
    assert.equal(names.length, WHO.length);
    const drawn = all => all.filter(({ hosts }) => hosts[0].text !== null);
    const far = ({ top }) => top < -5 * height || top > 6 * height;
    assert.ok(names.filter(far).length > 200);
    assert.deepEqual(drawn(names).filter(far), []);
    assert.ok(drawn(names).length < 40, `${drawn(names).length} are drawn`);
    const first = (await asked()).flat();
    assert.deepEqual(
      first.toSorted(),
      drawn(names)
        .map(({ handle }) => handle)
        .toSorted(),
      'asked: those that are drawn, once each',
    );

    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const last = WHO.at(-1).handle;
    await until(
      async () => drawn((await look(browser, page)).names).some(({ handle }) => handle === last),
      'the last one is drawn',
    );
    const all = (await asked()).flat();
    assert.ok(all.includes(last));
    assert.ok(all.length < 100, `${all.length} of ${WHO.length} were asked for`);
  },
);

both('names that come together are asked for in one message, each person once', { route }, async browser => {
  await begin(browser);
  // At the first visit Kith learns the permanent ids of people of whom it knew the handle, and asks for them anew.
  const before = await browser.open(`${HOME}?n=30`);
  await settled(browser, before);
  await before.close();
  const asked = await listen(browser);
  const page = await browser.open(`${HOME}?n=20`);
  await settled(browser, page);
  const first = await asked();
  assert.ok(first.length <= 2, `${first.length} messages for a page`);
  await page.evaluate(() => window.add(10));
  await settled(browser, page);
  const then = await asked();
  assert.ok(then.length - first.length <= 1, `${then.length - first.length} messages for ten posts`);
  const all = then.flat();
  assert.deepEqual(all.toSorted(), [...new Set(all)].toSorted(), 'nobody is asked for twice');
  // names that were known are not asked for again
  await page.evaluate(() => window.redraw());
  await settled(browser, page);
  assert.equal((await asked()).length, then.length);
});
