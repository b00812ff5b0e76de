// What the tests of Kith's own pages do: typing, saving, asking the background as a page does.
import { until } from './browser.mjs';

/** As a page of the extension asks the background. */
export const send = (page, ask) =>
  page.evaluate(ask => (globalThis.browser ?? chrome).runtime.sendMessage({ ask }), ask);

/** People as Kith's own file holds them: `{ 'x:anar': ['Ana Ruiz', 'met in Oslo'] }`. */
export const people = all => ({
  kith: 1,
  people: Object.entries(all).map(([who, [name, ...notes]]) => ({
    name,
    profiles: [{ network: who.split(':')[0], handle: who.split(':')[1] }],
    notes: notes.map((text, day) => ({ text, time: `2026-01-${String(day + 1).padStart(2, '0')}T10:00:00Z` })),
  })),
});

/** A popup on somebody, once the cursor stands in its note box. */
export async function popupOn(browser, who) {
  const page = await browser.open(`popup.html?person=${encodeURIComponent(who)}`);
  await cursorIn(page, '#note');
  return page;
}

export const cursorIn = (page, selector) =>
  until(
    () => page.evaluate(selector => document.activeElement?.matches(selector), selector),
    `the cursor is in ${selector}`,
  );

export const typed = page => page.$eval('#note', box => box.value);

export async function ctrlEnter(page) {
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
}

/** The rows of the lists of notes and interactions: what was written or done, and when. */
export const rows = page =>
  page.$$eval('.item', items =>
    items.map(item => [...item.querySelectorAll('.words, .heading, time')].map(part => part.textContent).join(' ')),
  );

/** Waits until an element says something. */
export const says = (page, selector, wanted) =>
  until(
    () => page.$$eval(selector, (all, wanted) => all.some(e => e.textContent.includes(wanted)), wanted),
    `${selector} says "${wanted}"`,
  );
