// Kith on a small feed of made-up people: what `run` shows and `pictures` takes.
import fs from 'node:fs';
import { bring, enableAll } from '../tests/browser/lib/kith.mjs';
import { launch } from '../tests/browser/lib/launch.mjs';
import { until } from '../tests/browser/lib/until.mjs';
import { route } from '../tests/pages/x/feed.mjs';

export const HOME = 'https://x.com/home';
const people = JSON.parse(fs.readFileSync('tests/pages/demo.json', 'utf8'));

/** A browser with Kith turned on, the people brought in, and their marks on the feed. */
export async function demo(kind, options) {
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
