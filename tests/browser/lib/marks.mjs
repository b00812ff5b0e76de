// What the tests of marks share: everybody on our own X noted, and a look at the page that asks nothing of Kith. Whose name stands
// where is read by rules of the tests' own, so that a spot that Kith overlooks is missed.
import * as linkedin from '../../pages/linkedin/feed.mjs';
import { me, people, seller } from '../../pages/x/feed.mjs';
import { until } from './browser.mjs';
import { bring, enableAll } from './kith.mjs';
import { people as kith } from './views.mjs';

export const HOME = 'https://x.com/home';
export const LINKEDIN = 'https://www.linkedin.com';
export const noteOn = handle => `about ${handle}`;
export const noteAllOn = (network, handles) =>
  kith(Object.fromEntries(handles.map(each => [`${network}:${each}`, [each, noteOn(each)]])));
export const noteAll = handles => noteAllOn('x', handles);
export const everybody = people.map(({ handle }) => handle);

/** Kith with notes on these, and on yourself and an advertiser, who get no mark all the same. */
export async function begin(browser, handles = everybody) {
  await enableAll(browser);
  await bring(browser, noteAll([...handles, me.handle, seller.handle]));
}

/** The same on our own LinkedIn, where everybody is told by the slug of their address. */
export async function beginOnLinkedin(browser) {
  await enableAll(browser);
  const all = [...linkedin.people, linkedin.me, linkedin.seller];
  const profiles = all.map(({ slug, name, number }) => ({
    name,
    profiles: [{ network: 'linkedin', handle: slug, id: String(number) }],
    notes: [{ text: noteOn(slug), time: '2026-01-05T10:00:00Z' }],
  }));
  await bring(browser, { kith: 1, people: profiles });
}

export const everybodyOnLinkedin = linkedin.people.map(({ slug }) => slug);

/** Our own LinkedIn says itself where its names stand. Its hosts follow what holds a name or a whole sentence: of several, each is its own name's, in their order. */
function readHosts() {
  window.nameAt = host => {
    const isHost = each => each?.localName === 'span' && each.attributes.length === 0 && !each.firstChild;
    if (host.parentNode === document.documentElement) return -2;
    // the page's own root
    if (!isHost(host)) return -3;
    let before = host.previousElementSibling;
    let place = 0;
    for (; isHost(before); before = before.previousElementSibling) place += 1;
    const all = window.names();
    const inside = all.filter(({ element }) => before && (element.contains(before) || before.contains(element)));
    return all.indexOf(inside[place]);
  };
}

/** Makes `window.names()`: [{ kind, handle, element }], in the order of the page; of yourself, adverts and hidden copies none. */
function readNames(strangers) {
  const written = block =>
    [...block.querySelectorAll('*')]
      .filter(each => each.childElementCount === 0)
      .map(({ textContent }) => /^@(\w+)$/.exec(textContent.replace(/[\u2066-\u2069]/g, ''))?.[1])
      .find(Boolean);
  const linked = block => /^\/(\w+)$/.exec(block.closest('a')?.getAttribute('href') ?? '')?.[1];
  const rules = [
    ['card', '[data-testid="ScrollSnap-List"] [data-testid="User-Name"]', written],
    ['quoted', 'article [role="link"] [data-testid="User-Name"]', written],
    ['reply', 'article [data-testid="User-Name"]', block => location.pathname.includes('/status/') && written(block)],
    ['author', 'article [data-testid="User-Name"]', written],
    ['above', 'a [data-testid="socialContext"]', linked],
    ['profile', '[data-testid="UserName"]', written],
    ['suggestion', 'aside [data-testid="UserCell"], div[data-testid="UserCell"]', written],
    ['row', '[data-testid="UserCell"]', written],
    ['drawer', '[data-testid="DMDrawer"] [data-testid="conversation"]', written],
    ['conversation', '[data-testid="conversation"]', written],
    ['chat', '[data-testid="dm-conversation-username"]', linked],
    ['hover card', '[data-testid="HoverCard"]', written],
  ];
  window.names = () =>
    [...document.querySelectorAll('[data-testid]')].flatMap(element => {
      for (const [kind, find, read] of rules) {
        const handle = element.matches(find) && read(element);
        if (!handle) continue;
        const advert = kind === 'author' && !element.closest('article').querySelector('time');
        return advert || strangers.includes(handle) ? [] : [{ kind, handle, element }];
      }
      return [];
    });
  /** The number of the name that a host stands at: -1 beside none, -2 for the card, which stands at the end of the page. */
  let now = null;
  window.nameAt = host => {
    const before = host.previousElementSibling;
    if (host.parentNode === document.documentElement) return -2;
    // read once for all hosts that are asked about together
    if (!now)
      queueMicrotask(() => {
        now = null;
      });
    now ??= window.names();
    return now.findIndex(({ element }) => before && (element.contains(before) || before.contains(element)));
  };
}

/**
 * What stands on the page: `names`, each { kind, handle, top, hosts: [{ host, text, note }] }, where `note` is the element that says
 * `text`; `stray`, the hosts beside no name; `card`, what the open card says. Null if the page changed meanwhile.
 */
export async function look(browser, page) {
  if (new URL(page.url()).hostname.endsWith('linkedin.com')) await page.evaluate(readHosts);
  else await page.evaluate(readNames, [me.handle, seller.handle]);
  const names = await page.evaluate(() =>
    window.names().map(({ kind, handle, element, optional = false }) => {
      const { top, bottom, width } = element.getBoundingClientRect();
      return { kind, handle, optional, top, inView: width > 0 && bottom > 0 && top < innerHeight };
    }),
  );
  for (const name of names) name.hosts = [];
  const roots = await browser.shadows(page);
  const at = await browser.apply(
    page,
    roots.map(({ host }) => host),
    host => window.nameAt(host),
  );
  const found = { names, stray: [], card: null };
  roots.forEach(({ host, elements }, n) => {
    const note = elements.find(({ attributes }) => 'data-text' in attributes);
    const each = { host, note, text: note?.attributes['data-text'] ?? null };
    if (at[n] === -2) found.card = each;
    else if (at[n] !== -3) (names[at[n]]?.hosts ?? found.stray).push(each);
  });
  return found;
}

/** What is wrong with the marks of a page, in words: each name has one host, what it says is of that person. */
export function faults({ names, stray }, { noted = everybody, without = [], silent = false } = {}) {
  const wrong = stray
    .filter(({ text }) => text !== null || !silent)
    .map(({ text }) => `a host beside no name (${text})`);
  for (const { kind, handle, optional, hosts, inView } of names) {
    if ((optional || without.includes(kind)) && hosts.length === 0) continue;
    const says = hosts.map(({ text }) => text);
    const right = noted.includes(handle) ? noteOn(handle) : null;
    const fits = says.length === 1 && (says[0] === right || (says[0] === null && !inView));
    if (!fits) wrong.push(`${kind} ${handle}: ${JSON.stringify(says)}`);
  }
  return wrong;
}

/** Waits until every name has its one mark; answers with what stands there. `kinds` must be among them. */
export async function settled(browser, page, { kinds = [], ...options } = {}) {
  let last = [];
  try {
    return await until(async () => {
      const found = await look(browser, page);
      last = faults(found, options);
      for (const kind of kinds) if (!found.names.some(name => name.kind === kind)) last.push(`no ${kind}`);
      return last.length === 0 && found.names.length > 0 && found;
    }, 'one mark beside each name');
  } catch (error) {
    throw new Error(`${error.message}\n${last.slice(0, 12).join('\n')}`);
  }
}

/** A press on a link of the page's own, as the page's script would hear it; for navigation alone. */
export const follow = (page, href) =>
  page.evaluate(href => {
    document.querySelector(`[href="${href}"]`).click();
  }, href);

/** The name of that person at that kind of spot. */
export const nameOf = ({ names }, kind, handle) =>
  names.find(name => name.kind === kind && (!handle || name.handle === handle));
