// Every view for everybody: nothing that axe finds, nothing cut off from 320 to 1400 pixels, right to left as well.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { one, until } from './lib/browser.mjs';
import { bring } from './lib/kith.mjs';
import { ctrlEnter, cursorIn, popupOn, says } from './lib/views.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LONG = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafewarenwohlgepflege';

const PEOPLE = {
  kith: 1,
  people: [
    {
      name: 'Ana Ruiz',
      profiles: [
        { network: 'x', handle: 'anar', id: '1', former: ['ana_r'] },
        { network: 'linkedin', handle: 'ana-ruiz-42' },
      ],
      notes: [
        {
          text: `met in Oslo ${LONG}`,
          time: '2026-01-05T10:00:00Z',
          place: 'https://x.com/anar/status/1',
          pinned: true,
        },
      ],
      interactions: [
        {
          kind: 'reply',
          direction: 'given',
          time: '2026-03-02',
          network: 'x',
          excerpt: `so ${LONG}`,
          place: 'https://x.com/anar/status/2',
        },
        { kind: 'message', direction: 'received', time: '2019-03-02', network: 'linkedin' },
      ],
      needs: [{ text: LONG }, { text: 'a Rust mentor', met: true }],
      promises: [{ text: LONG, due: '2031-12-01' }],
      labels: ['gardener', LONG],
    },
    { name: LONG, profiles: [{ network: 'x', handle: 'long' }], notes: [{ text: LONG }] },
    { name: 'דוד לוי', profiles: [{ network: 'x', handle: 'david' }], notes: [{ text: 'נפגשנו באוסלו' }] },
    { name: 'Broken', notes: 7 },
  ],
};

/** Each view as it is at its fullest: how to get there. */
const VIEWS = {
  'welcome page, before': async browser => {
    const page = await browser.open('welcome.html');
    await page.waitForSelector('.site');
    return page;
  },
  'welcome page, after': async browser => {
    const page = await browser.open('welcome.html');
    await browser.press(page, '[data-action="enable-all"]');
    await page.waitForSelector('.steps');
    return page;
  },
  'popup on somebody': async browser => {
    const page = await popupOn(browser, 'x:anar');
    await page.keyboard.type('one more');
    await ctrlEnter(page);
    await says(page, '[role="status"]', 'Saved.');
    return page;
  },
  'popup on a stranger, with a failure': async browser => {
    const page = await popupOn(browser, 'x:nobody');
    await ctrlEnter(page);
    await until(() => page.$eval('.note-box [role="alert"]', alert => alert.textContent), 'it is told');
    return page;
  },
  'popup, searching': async browser => {
    const page = await browser.open('popup.html');
    await page.waitForSelector('[role="option"]');
    await page.keyboard.press('ArrowDown');
    return page;
  },
  'popup, nobody found': async browser => {
    const page = await browser.open('popup.html');
    await cursorIn(page, '#find');
    await page.keyboard.type('xyzzy');
    await says(page, '.finder [role="status"]', 'xyzzy');
    return page;
  },
  'dashboard, after an import': async browser => {
    const page = await browser.open('dashboard.html');
    await page.waitForSelector('[role="option"]');
    const file = `${browser.downloads}/again.json`;
    fs.writeFileSync(file, JSON.stringify(PEOPLE));
    await (await page.$('[data-action="import"]')).uploadFile(file);
    await page.waitForSelector('#data details');
    await page.$eval('#data details', details => {
      details.open = true;
    });
    return page;
  },
  'dashboard, one person': async browser => {
    const page = await browser.open('dashboard.html#person=x%3Aanar');
    await page.waitForSelector('#note');
    await page.$$eval('details', all => {
      for (const details of all) details.open = true;
    });
    return page;
  },
  'dashboard, something edited, something deleted': async browser => {
    const page = await browser.open('dashboard.html#person=x%3Aanar');
    await browser.press(page, '.needs [data-act="delete"]');
    await page.waitForSelector('[data-action="undo"]');
    await page.hover('.item');
    await page.click('.item [data-act="edit"]');
    await page.waitForSelector('.editor');
    return page;
  },
  'dashboard, with a bin, while marks are hidden': async browser => {
    const page = await browser.open('dashboard.html#person=x%3Aanar');
    await browser.press(page, '.needs [data-act="delete"]');
    await page.waitForSelector('[data-action="undo"]');
    await browser.command('discreet');
    const later = await browser.open('dashboard.html');
    await later.waitForSelector('[data-bin] li');
    await later.waitForSelector('[data-discreet]');
    return later;
  },
  'the list of keys': async browser => {
    const page = await browser.open('panel.html');
    await browser.press(page, '[data-action="keys"]');
    await page.waitForSelector('dialog[open]');
    return page;
  },
  'panel, choosing whom a text is about': async browser => {
    const page = await browser.open(`popup.html?text=${LONG}`);
    await page.waitForSelector('.chosen');
    return page;
  },
  'popup, about several': async browser => {
    const page = await popupOn(browser, 'x:anar');
    await browser.press(page, '[data-action="also"]');
    await page.waitForSelector('#also-list [role="option"]');
    return page;
  },
};

async function scheme(page, value) {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value },
    { name: 'prefers-reduced-motion', value: 'reduce' }, // no colour is caught halfway
  ]);
}

for (const [name, open] of Object.entries(VIEWS)) {
  one('chromium', `axe finds nothing: ${name}`, async browser => {
    await bring(browser, PEOPLE);
    const page = await open(browser);
    await page.evaluate(AXE);
    for (const value of ['light', 'dark']) {
      await scheme(page, value);
      const found = await page.evaluate(() =>
        axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations),
      );
      const told = found.map(
        ({ id, nodes }) => `${id}: ${nodes.map(node => `${node.html} ${node.failureSummary}`).join(' | ')}`,
      );
      assert.deepEqual(told, [], value);
    }
  });

  one('chromium', `nothing is cut off: ${name}`, async browser => {
    await bring(browser, PEOPLE);
    const page = await open(browser);
    for (const dir of ['ltr', 'rtl']) {
      await page.evaluate(dir => {
        document.documentElement.dir = dir;
      }, dir);
      for (const width of [320, 380, 700, 960, 1400]) {
        await page.setViewport({ width, height: 700 });
        const wide = await page.evaluate(() => {
          const { clientWidth, scrollWidth } = document.documentElement;
          const out = [...document.querySelectorAll('body *')].filter(element => {
            const { left, right, width } = element.getBoundingClientRect();
            return width > 1 && (left < -0.5 || right > clientWidth + 0.5);
          });
          return {
            over: Math.max(0, scrollWidth - clientWidth),
            out: out.map(element => element.outerHTML.slice(0, 120)),
          };
        });
        assert.deepEqual(wide, { over: 0, out: [] }, `${width} pixels, ${dir}`);
      }
    }
  });
}
