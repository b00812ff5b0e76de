// The first minute: what Kith does, where it shows, and the choice.
import assert from 'node:assert/strict';
import { route } from '../pages/x/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { enableAll } from './lib/kith.mjs';
import { ctrlEnter, says, send } from './lib/views.mjs';

const registered = page =>
  page.evaluate(async () =>
    (await (globalThis.browser ?? chrome).scripting.getRegisteredContentScripts()).map(script => script.id),
  );
const chosen = page => page.$eval('[data-site="x"] input:checked', input => input.value);

both('nothing is on before the choice, and one press turns everything on', async browser => {
  const page = await browser.page('welcome.html');
  await page.bringToFront();
  await page.waitForSelector('[data-site="x"]');
  assert.equal(await chosen(page), 'Off');
  assert.deepEqual(await registered(page), []);
  await browser.press(page, '[data-action="enable-all"]');
  await says(page, '[role="status"]', 'Marks are on');
  assert.deepEqual((await registered(page)).sort(), ['linkedin', 'x']);
  assert.equal(await chosen(page), 'Marks');
  const steps = await page.$$eval('.steps a', links => links.map(link => link.href));
  assert.deepEqual(steps, ['https://www.linkedin.com/feed/', 'https://x.com/']);
  assert.match(await page.$eval('.steps', steps => steps.textContent), /Shift/);
});

both('LinkedIn says its rule before it can be chosen', async browser => {
  const page = await browser.page('welcome.html');
  await page.waitForSelector('[data-site="linkedin"] .rule');
  const order = await page.evaluate(() => {
    const rule = document.querySelector('[data-site="linkedin"] .rule');
    const follows = selector =>
      Boolean(rule.compareDocumentPosition(document.querySelector(selector)) & Node.DOCUMENT_POSITION_FOLLOWING);
    return [rule.textContent, follows('[data-site="linkedin"] input'), follows('[data-action="enable-all"]')];
  });
  assert.match(order[0], /user agreement.*inserting elements/s);
  assert.deepEqual(order.slice(1), [true, true], 'the rule stands before every way to choose');
  const described = await page.$eval('[data-site="linkedin"]', site =>
    site
      .getAttribute('aria-describedby')
      ?.split(' ')
      .map(id => document.getElementById(id)?.className),
  );
  assert.deepEqual(described, ['rule small']);
});

both('each site can be left alone, by the keyboard', async browser => {
  await enableAll(browser);
  const page = await browser.open('welcome.html');
  await until(async () => (await chosen(page)) === 'Marks', 'the present choice is shown');
  await page.focus('[data-site="x"] input:checked');
  await page.keyboard.press('ArrowDown');
  await says(page, '[role="status"]', 'X is left alone');
  assert.deepEqual((await send(page, { kind: 'settings' })).settings.sites, { linkedin: 'marks', x: 'panel' });
  assert.deepEqual(await registered(page), ['linkedin']);
  await page.keyboard.press('ArrowDown');
  await says(page, '[role="status"]', 'Kith does nothing on X');
  assert.deepEqual((await send(page, { kind: 'settings' })).settings.sites, { linkedin: 'marks', x: 'off' });
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await until(async () => (await registered(page)).length === 2, 'marks are on again');
});

both('a choice that was not kept is told, and the page shows the one that holds', async browser => {
  await enableAll(browser);
  const page = await browser.open('welcome.html');
  await until(async () => (await chosen(page)) === 'Marks', 'the present choice is shown');
  await page.evaluate(() => {
    const { runtime } = globalThis.browser ?? chrome;
    runtime.sendMessage = async () => ({ kind: 'refused', text: 'made to fail' });
  });
  await page.focus('[data-site="x"] input:checked');
  await page.keyboard.press('ArrowDown');
  await says(page, '[role="alert"]', 'made to fail');
  assert.equal(await chosen(page), 'Marks');
});

both('where the browser bars Kith from a site, the page says so and asks again', async browser => {
  const page = await browser.open('welcome.html');
  await page.evaluate(() => {
    const { permissions } = globalThis.browser ?? chrome;
    window.asked = [];
    permissions.request = async given => {
      window.asked.push(given.origins);
      return window.asked.length > 1;
    };
    permissions.contains = async () => false;
  });
  // the page asks at its start: it is drawn once more, with the browser's answer of now
  await page.evaluate(async () => {
    document.body.replaceChildren();
    await import(`./welcome.js?again`);
  });
  await browser.press(page, '[data-action="enable-all"]');
  await says(page, '[data-site="x"] .alert', 'does not let Kith onto X');
  // one question for all of them: a browser may hear no second one in the same press
  const asked = await page.evaluate(() => window.asked);
  assert.equal(asked.length, 1);
  for (const origin of ['https://www.linkedin.com/*', 'https://x.com/*']) assert.ok(asked[0].includes(origin), origin);
  await browser.press(page, '[data-site="x"] .alert button');
  await until(() => page.$eval('[data-site="x"]', site => !site.querySelector('.alert')), 'it is allowed');
  assert.deepEqual(await page.evaluate(() => window.asked[1].filter(origin => origin.includes('linkedin'))), []);
});

both('the first note is written on somebody of an open tab, and seen to appear there', { route }, async browser => {
  const feed = await browser.open('https://x.com/home?n=6');
  await feed.waitForSelector('[data-testid="User-Name"]');
  const page = await browser.page('welcome.html');
  await page.bringToFront();
  await browser.press(page, '[data-action="enable-all"]');
  await page.waitForSelector('[data-first-note] #note');
  await page.type('#note', 'met in Oslo');
  await ctrlEnter(page);
  await says(page, '[data-first-done]', 'met in Oslo');
  await browser.press(page, '[data-first-done] button');
  await until(() => feed.evaluate(() => document.visibilityState === 'visible'), 'its tab is in front');
  await until(
    async () =>
      (await browser.shadows(feed)).some(({ elements }) =>
        elements.some(each => each.attributes['data-text'] === 'met in Oslo'),
      ),
    'the note stands beside the name',
  );
});

both('the made-up post shows what a line of yours would look like', async browser => {
  const page = await browser.page('welcome.html');
  await page.bringToFront();
  await page.waitForSelector('#try');
  await page.type('#try', 'sings in a choir');
  await says(page, '.example .mark', 'sings in a choir');
});
