// What stands in a timeline, in order: first what was written by hand, then what chance makes of few words. Nothing of the page itself.
import { chance } from './chance.js';
import { people, personOf, seller } from './people.js';
import { opening } from './posts.js';
import { answer, words } from './words.js';

/** The page's clock stands still. */
export const NOW = Date.parse('2026-11-24T10:00:00Z');
const SCENES = ['roof', 'street', 'shore', 'hill'];

/** Post ids grow with time, as X's do. */
const idOf = (ago, number) => String(1860000000000000000n - BigInt(ago) * 251658240000n + BigInt(number));

/** A post as the page keeps it: people and times in full, and what was pressed. */
export function post(raw, number) {
  if (raw.carousel) return { kind: 'carousel', posts: raw.carousel.map((each, n) => post(each, number * 10 + n)) };
  if (raw.suggestions) return { kind: 'suggestions', people: raw.suggestions.map(personOf) };
  const { by, ago, repost, replyTo, quote, counts = [0, 0, 0], ...rest } = raw;
  const [replies, reposts, likes] = counts;
  return {
    kind: 'post',
    ...rest,
    by: personOf(by),
    id: idOf(ago, number),
    time: new Date(NOW - ago * 60000),
    repost: repost && personOf(repost),
    replyTo: replyTo && personOf(replyTo),
    quote: quote && post(quote, number + 500000),
    replies,
    reposts,
    likes,
    pressed: new Set(),
  };
}

function made(seed, number) {
  const luck = chance(seed, number);
  const person = () => luck.pick(people);
  const by = person();
  const ago = 1100 + number * 7;
  if (luck.happens(0.05)) {
    return post({ by: seller.handle, ago: 0, advert: true, text: 'Lanterns for long evenings.' }, number);
  }
  if (luck.happens(0.02)) {
    const carousel = Array.from({ length: 4 }, () => {
      const each = person();
      return { by: each.handle, ago: ago + luck.below(600), text: words(each, luck) };
    });
    return post({ carousel }, number);
  }
  const quoted = luck.happens(0.15) && person();
  return post(
    {
      by: by.handle,
      ago,
      text: words(by, luck),
      repost: luck.happens(0.12) && person().handle,
      replyTo: luck.happens(0.06) && person().handle,
      quote: quoted && { by: quoted.handle, ago: ago + 300, text: words(quoted, luck) },
      photo: luck.happens(0.12) && luck.pick(SCENES),
      video: luck.happens(0.03) && `0:${10 + luck.below(49)}`,
      counts: [luck.below(20), luck.below(40), luck.below(400)],
    },
    number,
  );
}

/** The home timeline's entry of this number. */
export const home = (seed, number) => (number < opening.length ? post(opening[number], number) : made(seed, number));

/** A post of one person. */
export function own(by, number, more) {
  const luck = chance(by.id.length + Number(by.id.slice(-4)), number);
  const counts = [luck.below(12), luck.below(20), luck.below(200)];
  return post({ by: by.handle, ago: 90 + number * 1700, text: words(by, luck), counts, ...more }, number);
}

/** What a person wrote on the home timeline's first screen, newest first. */
export const written = by =>
  opening
    .map((raw, number) => [raw, number])
    .filter(([raw]) => raw.by === by.handle)
    .map(([raw, number]) => post({ ...raw, repost: null }, number));

/** Somebody else's word under a post. */
export function reply(to, number) {
  const luck = chance(Number(BigInt(to.id) % 100000n), number);
  const by = luck.pick(people.filter(each => each !== to.by));
  const ago = Math.max(1, Math.round((NOW - to.time) / 60000) - 5 - number);
  return post(
    { by: by.handle, ago, replyTo: to.by.handle, text: answer(by, luck), counts: [0, 0, luck.below(9)] },
    number,
  );
}
