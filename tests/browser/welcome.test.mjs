// The first minute: what Kith does, where it shows, and the choice.
import assert from 'node:assert/strict';
import { both, until } from './lib/browser.mjs';
import { enableAll } from './lib/kith.mjs';
import { says, send } from './lib/views.mjs';

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
  assert.deepEqual(await registered(page), ['x']);
  assert.equal(await chosen(page), 'Marks');
  assert.equal(await page.$eval('.steps a', link => link.href), 'https://x.com/');
  assert.match(await page.$eval('.steps', steps => steps.textContent), /Shift/);
});

both('each site can be left alone, by the keyboard', async browser => {
  await enableAll(browser);
  const page = await browser.open('welcome.html');
  await until(async () => (await chosen(page)) === 'Marks', 'the present choice is shown');
  await page.focus('[data-site="x"] input:checked');
  await page.keyboard.press('ArrowDown');
  await says(page, '[role="status"]', 'X is left alone');
  assert.deepEqual((await send(page, { kind: 'settings' })).settings.sites, { x: 'panel' });
  assert.deepEqual(await registered(page), []);
  await page.keyboard.press('ArrowDown');
  await says(page, '[role="status"]', 'Kith does nothing on X');
  assert.deepEqual((await send(page, { kind: 'settings' })).settings.sites, { x: 'off' });
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await until(async () => (await registered(page)).length === 1, 'marks are on again');
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
  await says(page, '.site .alert', 'does not let Kith onto X');
  assert.ok((await page.evaluate(() => window.asked[0])).includes('https://x.com/*'));
  await browser.press(page, '.site .alert button');
  await until(() => page.$eval('.site', site => !site.querySelector('.alert')), 'it is allowed');
});
