// Draws extension/icons/<size>.png from kith.svg. Run once after the drawing has changed; the results are committed.
import fs from 'node:fs';
import puppeteer from 'puppeteer-core';
import { find } from './browsers.mjs';

const FOLDER = 'extension/icons';
const svg = fs.readFileSync(`${FOLDER}/kith.svg`, 'utf8');
const browser = await puppeteer.launch({ executablePath: find('chromium'), args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
  await page.screenshot({ path: `${FOLDER}/${size}.png`, omitBackground: true });
}
await browser.close();
