// Shows Kith on a small feed of made-up people. With a display: a window that stays. Without one: pictures of both browsers in
// target/demo, in light and in dark.
import fs from 'node:fs';
import path from 'node:path';
import { demo, HOME } from './demo.mjs';

const PICTURES = 'target/demo';
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
