// Shows Kith on a small feed of made-up people. With a display: a window that stays. Without one: pictures of both browsers in
// target/demo, in light and in dark.
import fs from 'node:fs';
import path from 'node:path';
import { bring, enableAll } from '../tests/browser/lib/kith.mjs';
import { launch } from '../tests/browser/lib/launch.mjs';
import { until } from '../tests/browser/lib/until.mjs';
import { route } from '../tests/pages/x/feed.mjs';

const HOME = 'https://x.com/home';
const PICTURES = 'target/demo';
const people = JSON.parse(fs.readFileSync('tests/pages/demo.json', 'utf8'));
const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY || ['darwin', 'win32'].includes(process.platform);

await (display ? show() : takePictures());

async function show() {
  const { browser } = await demo('chromium', { headless: false });
  console.log(`kith: ${HOME} is a page of ours, served by this command; it ends when you close the window`);
  await new Promise(done => browser.driver.once('disconnected', done));
  await browser.close();
}

async function takePictures() {
  fs.mkdirSync(PICTURES, { recursive: true });
  for (const kind of ['chromium', 'firefox']) {
    for (const dark of [false, true]) {
      const { browser, page } = await demo(kind, { dark });
      const file = path.join(PICTURES, `${kind}-${dark ? 'dark' : 'light'}.png`);
      await page.screenshot({ path: file });
      console.log(`kith: ${file}`);
      await browser.close();
    }
  }
}

/** A browser with Kith turned on, the people brought in, and their marks on the feed. */
async function demo(kind, options) {
  const browser = await launch(kind, { route, ...options });
  await enableAll(browser);
  await bring(browser, people);
  const page = await browser.open(HOME);
  const texts = async () =>
    (await browser.shadows(page)).flatMap(root => root.elements.flatMap(each => Object.values(each.attributes)));
  await until(
    async () => (await texts()).some(text => text.includes(people.people[0].notes[0].text)),
    'the first mark',
  );
  return { browser, page };
}
