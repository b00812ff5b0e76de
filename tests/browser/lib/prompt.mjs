// What the tests of the prompt share: the card that is open, and what the page heard.
import { setTimeout as pause } from 'node:timers/promises';
import { until } from './browser.mjs';

/** What comes so soon after the press belongs to it (ms): a user who reads the card is slower. */
const SAME_PRESS = 450;

/** The card that is open: { text, host, rows, elements }, or null. It alone has rows with keys. */
export async function card(browser, page) {
  for (const { host, elements } of await browser.shadows(page)) {
    const rows = elements.filter(({ attributes }) => 'data-key' in attributes);
    const said = elements.map(({ attributes }) => attributes['data-text']).filter(Boolean);
    const box = elements.find(({ attributes }) => attributes.class === 'card');
    if (box) return { host, box, rows, text: said.join('\n') };
  }
  return null;
}

export const cards = async (browser, page) =>
  (await browser.shadows(page)).filter(({ elements }) => elements.some(e => e.attributes.class === 'card')).length;

/** Waits for the card, until what is pressed next counts as a press of its own. */
export async function opened(browser, page, says = '') {
  const open = await until(async () => {
    const found = await card(browser, page);
    return found?.rows.length > 0 && found.text.includes(says) && found;
  }, `a card that says "${says}"`);
  await pause(SAME_PRESS);
  return open;
}

export const closed = (browser, page) => until(async () => !(await card(browser, page)), 'the card is gone');

/** From now on the page writes down everything it hears: `window.events`, [type, code or test id, trusted]. */
export const listen = page =>
  page.evaluate(() => {
    window.events = [];
    const note = event =>
      window.events.push([event.type, event.code ?? event.target?.dataset?.testid ?? '', event.isTrusted]);
    for (const type of ['click', 'keydown', 'keypress', 'keyup']) addEventListener(type, note, { capture: true });
  });

export const events = page => page.evaluate(() => window.events.splice(0));

/** Follows that reached our own X. */
export const follows = page =>
  page.evaluate(() => window.clicks.filter(({ what }) => ['follow', 'unfollow', 'cancel'].includes(what)));
