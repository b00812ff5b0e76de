// The first minute of Kith.
import assert from 'node:assert/strict';
import { both } from './lib/browser.mjs';

both('after installation the welcome page opens', { extension: null }, async browser => {
  await browser.install();
  const page = await browser.page('welcome.html');
  assert.ok(await page.$('[data-action="enable-all"]'));
});
