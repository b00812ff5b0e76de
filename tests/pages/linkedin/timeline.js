// What stands in a feed, in order: first what was written by hand, then what chance makes of few words. Nothing of the page itself.
import { chance } from '../x/chance.js';
import { urnText } from './ids.js';
import { companies, companyOf, people, personOf, seller } from './people.js';
import { opening } from './posts.js';
import { answer, words } from './words.js';

/** The page's clock stands still. */
const NOW = Date.parse('2026-11-24T10:00:00Z');

/** Numbers grow with time, as LinkedIn's do: the milliseconds, and 22 bits. */
const numberOf = (ago, number) => ((BigInt(NOW - ago * 60000) << 22n) + BigInt(number * 7919 + 1)).toString();

const who = slug => companyOf(slug) ?? personOf(slug);
const parts = list => list.map(part => (part.mention ? { mention: personOf(part.mention) } : part));

function comment({ by, ago, text, replies = [] }, under, number) {
  const id = numberOf(ago, number);
  return {
    by: personOf(by),
    ago,
    text: parts(text),
    id,
    under,
    replies: replies.map((each, n) => comment(each, under, number * 10 + n + 1)),
  };
}

/** A post as the page keeps it. `activity` is its number on the old front; `urn` what the new one makes its token of. */
export function post(raw, number) {
  if (raw.suggestions) return { suggestions: raw.suggestions.map(personOf) };
  const { by, ago, text, kind = 'activity', above, shared, comments = [], counts = [0, 0, 0], ...rest } = raw;
  const activity = numberOf(ago, number);
  // the same post has another number as a post of its own: it is a little older
  const id = kind === 'activity' ? activity : (BigInt(activity) - 838861n).toString();
  const urn = { kind, id, group: raw.group?.id };
  const [likes, replies, reposts] = counts;
  return {
    ...rest,
    number,
    by: who(by),
    ago,
    text: parts(text),
    activity,
    urn,
    above: above && { ...above, who: above.who.map(personOf), company: above.company && companyOf(above.company) },
    shared: shared ? post(shared, number + 500000) : null,
    comments: comments.map((each, n) => comment(each, urnText({ kind: 'activity', id: activity }), number * 100 + n)),
    likes,
    replies,
    reposts,
  };
}

function made(seed, number) {
  const luck = chance(seed, number);
  const person = () => luck.pick(people).slug;
  const by = luck.pick(people);
  const ago = 900 + number * 9;
  if (luck.happens(0.04)) {
    return post({ by: seller.slug, ago: 0, advert: true, text: ['The planner that plans itself.'] }, number);
  }
  if (luck.happens(0.04)) {
    return post({ by: luck.pick(companies).slug, ago, text: ['We are open, the kettle is on.'] }, number);
  }
  const text = [words(by, luck)];
  if (luck.happens(0.1)) text.push(' ', { mention: person() });
  const shared = luck.happens(0.08) && luck.pick(people);
  const reply = luck.happens(0.12) && luck.pick(people);
  return post(
    {
      by: by.slug,
      ago,
      text,
      kind: luck.happens(0.25) ? 'ugcPost' : 'activity',
      above: !shared && luck.happens(0.25) && { who: [person()], how: luck.pick(['liked', 'commented', 'reposted']) },
      shared: shared && { by: shared.slug, ago: ago + 300, text: [words(shared, luck)] },
      video: luck.happens(0.05) && `0:${10 + luck.below(49)}`,
      comments: reply ? [{ by: reply.slug, ago: ago - 5, text: [answer(reply, luck)] }] : [],
      counts: [luck.below(400), luck.below(40), luck.below(20)],
    },
    number,
  );
}

/** The home feed's entry of this number. */
export const home = (seed, number) => (number < opening.length ? post(opening[number], number) : made(seed, number));

/** Something that one person wrote. */
export function own(by, number, more) {
  const luck = chance(by.number % 9973, number);
  return post(
    { by: by.slug, ago: 200 + number * 2900, text: [words(by, luck)], counts: [luck.below(90), 2, 1], ...more },
    9000 + number,
  );
}

/**
 * Where a post of that front is found. The old front names the activity; on the new one a post may go by another kind and number.
 * A post of the new front that holds another is shown there as that other one.
 */
export function addressOf(post, front = 'new') {
  if (post.suggestions) return null;
  const shown = front === 'new' ? (post.shared ?? post) : post;
  const urn = front === 'new' ? shown.urn : { kind: 'activity', id: shown.activity };
  return `https://www.linkedin.com/feed/update/${urnText(urn)}/`;
}
