// A press that is let through reaches controls of every make exactly once, as the browser's own click.
import assert from 'node:assert/strict';
import { route } from '../pages/controls/route.mjs';
import { both, until } from './lib/browser.mjs';
import { begin } from './lib/marks.mjs';
import { closed, opened } from './lib/prompt.mjs';

/** Whoever was followed in one is not asked about in the next. */
const CONTROLS = [
  ['71', 'react_one', 'Enter', 'a React page'],
  ['74', 'react_two', 'press', 'a React page'],
  ['72', 'link', 'Enter', 'a plain link'],
  ['72', 'link', 'press', 'a plain link'],
  ['73', 'inner', 'Enter', 'a button within a button'],
  ['73', 'inner', 'press', 'a button within a button'],
];

both('each make of control hears one trusted click, and its row none', { route }, async browser => {
  await begin(browser, ['react_one']);
  for (const [id, name, way, what] of CONTROLS) {
    const selector = `[data-testid="${id}-follow"]`;
    const page = await browser.open('https://x.com/controls');
    await until(async () => {
      const roots = await browser.shadows(page);
      return roots.some(({ elements }) => elements.some(e => e.attributes['data-text'] === 'about react_one'));
    }, 'a mark: with it comes what is held');
    await browser.press(page, selector);
    await opened(browser, page).catch(error => {
      throw new Error(`${what}, ${way}: ${error.message}`);
    });
    assert.deepEqual(await page.evaluate(() => window.heard), [], `${what}: held`);
    if (way === 'Enter') await page.keyboard.press('Enter');
    else await browser.press(page, selector);
    await closed(browser, page);
    assert.deepEqual(await page.evaluate(() => window.heard), [{ what: name, trusted: true }], `${what}: ${way}`);
    await page.close();
  }
});
