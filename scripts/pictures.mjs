// Pictures of every view: those of the README in docs/pictures, and all of them, in both browsers, light and dark, narrow and wide, in
// target/pictures, to be looked at.
import fs from 'node:fs';
import path from 'node:path';
import { card } from '../tests/browser/lib/prompt.mjs';
import { until } from '../tests/browser/lib/until.mjs';
import { demo } from './demo.mjs';

const ALL = 'target/pictures';
const README = 'docs/pictures';
const ANA = 'person=x%3Aanar';

/** Each view: what to open, what to wait for, what to press. */
const VIEWS = {
  welcome: { open: 'welcome.html', wait: '.site' },
  popup: { open: `popup.html?${ANA}`, wait: '#note:focus' },
  search: { open: 'popup.html', wait: '[role="option"]' },
  panel: { open: `panel.html?${ANA}`, wait: '#note:focus' },
  dashboard: { open: 'dashboard.html', wait: '[role="option"]' },
  person: { open: `dashboard.html#${ANA}`, wait: '.item' },
  keys: { open: 'panel.html', wait: '[data-action="keys"]', press: '[data-action="keys"]' },
};
/** Of these the README shows one each, of this width. */
const SHOWN = { welcome: 900, popup: 420, person: 1200 };

async function take(page, { wait, press }, file) {
  await page.waitForSelector(wait);
  if (press) await page.click(press);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file });
}

fs.mkdirSync(ALL, { recursive: true });
for (const kind of ['chromium', 'firefox']) {
  for (const scheme of ['light', 'dark']) {
    for (const width of [320, 1400]) {
      const { browser } = await demo(kind, { dark: scheme === 'dark', viewport: { width, height: 900 } });
      for (const [name, view] of Object.entries(VIEWS)) {
        const page = await browser.open(view.open);
        await take(page, view, path.join(ALL, `${name}-${kind}-${scheme}-${width}.png`));
        await page.close();
      }
      await browser.close();
    }
  }
}
console.log(`kith: ${ALL}`);

for (const [name, width] of Object.entries(SHOWN)) {
  const { browser } = await demo('chromium', { viewport: { width, height: 700 } });
  const page = await browser.open(VIEWS[name].open);
  await take(page, VIEWS[name], path.join(README, `${name}.png`));
  await browser.close();
}
const { browser, page } = await demo('chromium', { viewport: { width: 1000, height: 700 } });
await page.screenshot({ path: path.join(README, 'feed.png') });
const profile = await browser.open('https://x.com/jonaslindq');
await until(async () => (await browser.shadows(profile)).length > 0, 'the marks');
await browser.press(profile, '[data-testid$="-follow"]');
await until(async () => card(browser, profile), 'the card');
await profile.screenshot({ path: path.join(README, 'prompt.png') });
await browser.close();
console.log(`kith: ${README}`);
