// Changing what is there: each step can be undone, and what was deleted comes back.
import assert from 'node:assert/strict';
import { both, until } from './lib/browser.mjs';
import { bring } from './lib/kith.mjs';
import { ctrlEnter, cursorIn, people, popupOn, rows, says } from './lib/views.mjs';

const ANA = people({ 'x:anar': ['Ana Ruiz', 'met in Oslo', 'moved to Bergen'] });

async function ana(browser) {
  await bring(browser, ANA);
  const page = await browser.open('dashboard.html');
  await browser.press(page, '#find-list [role="option"]');
  await until(async () => (await rows(page)).length === 2, 'her notes are there');
  return page;
}

/** Presses what can be done with the first note, which is shown while the pointer is on it. */
async function act(page, what) {
  await page.hover('.item');
  await page.click(`.item [data-act="${what}"]`);
}

const first = async page => (await rows(page))[0];

both('a note is edited with its history, and the edit undone', async browser => {
  const page = await ana(browser);
  await act(page, 'edit');
  await page.waitForSelector('.editor textarea');
  await page.keyboard.type(' in May');
  await ctrlEnter(page);
  await until(async () => (await first(page)).startsWith('moved to Bergen in May'), 'it is changed');
  await page.click('.was summary');
  await says(page, '.was', 'moved to Bergen until today');
  await browser.press(page, '[data-action="undo"]');
  await until(async () => (await first(page)) === 'moved to Bergen in January', 'it is as it was');
  assert.equal((await page.$$('.was')).length, 0);
  await act(page, 'edit');
  await page.waitForSelector('.editor textarea');
  await page.keyboard.type(' never kept');
  await page.keyboard.press('Escape');
  await until(async () => (await page.$$('.editor')).length === 0, 'left alone');
  assert.equal(await first(page), 'moved to Bergen in January');
});

both('a note is pinned, deleted, and back by one key', async browser => {
  const page = await ana(browser);
  const last = (await page.$$('.item'))[1];
  await last.hover();
  await (await last.$('[data-act="pin"]')).click();
  await until(async () => (await first(page)).startsWith('met in Oslo'), 'it stands first');
  await browser.press(page, '[data-action="undo"]');
  await until(async () => (await first(page)).startsWith('moved'), 'and no longer');
  await act(page, 'delete');
  await until(async () => (await rows(page)).length === 1, 'it is gone');
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
  await until(async () => (await rows(page)).length === 2, 'it is back');
});

both('a deleted person lies in the bin and comes back whole', async browser => {
  const page = await ana(browser);
  await browser.press(page, '[data-action="delete-person"]');
  await says(page, '.undo', 'Ana Ruiz is in the bin');
  await page.waitForSelector('#find-list', { hidden: true });
  const later = await browser.open('dashboard.html');
  await says(later, '[data-bin]', 'Ana Ruiz, with everything noted');
  await browser.press(later, '[data-bin] button');
  await until(async () => (await rows(later)).length === 2, 'she is back, with her notes');
  assert.match(await first(later), /^moved to Bergen/);
});

both(
  'needs and promises are written down, met and kept, and stand on the dashboard while they are open',
  async browser => {
    const page = await ana(browser);
    await page.type('#need', 'a Rust mentor');
    await page.keyboard.press('Enter');
    await says(page, '.need', 'a Rust mentor');
    await page.type('#promise', 'send the paper');
    await page.$eval('input[type="date"]', field => {
      field.value = '2031-12-01';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.focus('#promise');
    await page.keyboard.press('Enter');
    await says(page, '.need time', '2031');
    const open = await browser.open('dashboard.html#open');
    await says(open, '#open', 'a Rust mentor');
    await says(open, '#open', 'send the paper');
    await page.bringToFront();
    await browser.press(page, '[aria-label=\'Mark "send the paper" as kept\']');
    await says(page, '.undo', 'Marked as kept.');
    const later = await browser.open('dashboard.html#open');
    await says(later, '#open', 'a Rust mentor');
    const said = await later.$eval('#open', section => section.textContent);
    assert.ok(!said.includes('send the paper'), said);
  },
);

both('two people become one, with a reason, and two again', async browser => {
  await bring(browser, people({ 'x:anar': ['Ana Ruiz', 'met in Oslo'], 'linkedin:ana-r': ['Ana R.', 'mentors'] }));
  const page = await browser.open('dashboard.html');
  await cursorIn(page, '#find');
  await page.keyboard.type('oslo');
  await until(async () => (await page.$$('#find-list [role="option"]')).length === 1, 'she is found');
  await page.keyboard.press('Enter');
  await browser.press(page, '[data-action="link"]');
  await page.waitForSelector('#link-reason');
  await page.type('#link-reason', 'same website');
  await page.type('#link', 'ana r mentors');
  await until(async () => (await page.$$('#link-list [role="option"]')).length === 1, 'the other one is found');
  await page.keyboard.press('Enter');
  await says(page, '.accounts', 'same website');
  await until(async () => (await rows(page)).length === 2, 'the notes of both');
  await browser.press(page, '.accounts [data-act="unlink"]');
  await until(async () => (await rows(page)).length === 1, 'her own notes alone');
  await browser.press(page, '[data-action="link"]');
  await page.waitForSelector('#link-address');
  await page.type('#link-address', 'https://ana.example/');
  await page.keyboard.press('Enter');
  await says(page, '.accounts', 'ana.example');
  await browser.press(page, '[data-action="undo"]');
  await until(async () => !(await page.$eval('.accounts', list => list.textContent)).includes('ana.example'), 'undone');
  const all = await browser.open('dashboard.html');
  await until(async () => (await all.$$('#find-list [role="option"]')).length === 2, 'both are there');
});

both(
  'a note that was saved is taken back, and what is half typed elsewhere is not lost when the popup closes',
  async browser => {
    await bring(browser, ANA);
    let page = await popupOn(browser, 'x:anar');
    await page.keyboard.type('not so');
    await ctrlEnter(page);
    await says(page, '.items', 'not so');
    await browser.press(page, '[data-action="undo"]');
    await until(async () => (await rows(page)).length === 2, 'it is taken back');
    await page.type('#need', 'a Rust mentor');
    await page.close();
    page = await popupOn(browser, 'x:anar');
    await says(page, '.need', 'a Rust mentor');
  },
);
