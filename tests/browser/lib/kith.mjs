// What nearly every test of Kith does first: turn it on, bring people in, take them out again.
import fs from 'node:fs';
import path from 'node:path';
import { until } from './until.mjs';

/** The first run: everything on. Returns when the content scripts are registered. */
export async function enableAll(browser) {
  const page = await browser.page('welcome.html');
  await page.bringToFront();
  await browser.press(page, '[data-action="enable-all"]');
  await until(
    () =>
      page.evaluate(async () => {
        const scripts = await (globalThis.browser ?? chrome).scripting.getRegisteredContentScripts();
        return scripts.length === document.querySelectorAll('[data-site]').length;
      }),
    'the content scripts are registered',
  );
  await page.close();
}

/** Brings a file in through the dashboard; returns { state, said }. `content` is Kith's own format, or text as it stands in a file. */
export async function bring(browser, content, { name = 'kith.json', ms = 60000 } = {}) {
  const file = path.join(fs.mkdtempSync(path.join(browser.downloads, 'in-')), name);
  fs.writeFileSync(file, typeof content === 'object' && !Buffer.isBuffer(content) ? JSON.stringify(content) : content);
  const page = await browser.open('dashboard.html');
  const input = await page.waitForSelector('input[type="file"][data-action="import"]');
  await input.uploadFile(file);
  await until(
    () => importState(page).then(({ state }) => ['preview', 'done', 'refused'].includes(state)),
    'the file is read',
    { ms },
  );
  if ((await importState(page)).state === 'preview') await browser.press(page, '[data-action="import-confirm"]');
  await until(() => importState(page).then(({ state }) => ['done', 'refused'].includes(state)), 'the import ends', {
    ms,
  });
  const said = await importState(page);
  await page.close();
  return said;
}

/** What the dashboard says of an import: { state, said }. */
export function importState(page) {
  return page.evaluate(() => {
    const element = document.querySelector('[data-import-state]');
    return { state: element?.getAttribute('data-import-state') ?? '', said: element?.textContent ?? '' };
  });
}

/** Everything out again, as the user's own download. */
export async function exportAll(browser) {
  // a browser may give the second file of a day the first one's name
  const files = () => fs.readdirSync(browser.downloads).filter(file => /\.json$/.test(file));
  for (const file of files()) fs.rmSync(path.join(browser.downloads, file));
  const page = await browser.open('dashboard.html');
  await browser.press(page, '[data-action="export"]');
  const whole = await until(() => {
    const [file] = files();
    const text = file && fs.readFileSync(path.join(browser.downloads, file), 'utf8');
    return text && JSON.parse(text); // a file that is not whole yet does not parse
  }, 'the export is downloaded');
  await page.close();
  return whole;
}
