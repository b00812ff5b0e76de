// Who wrote a post, on the new front: the block and the line above it. Which element wraps what changes with the season.
import { div, el, key, p, slot, span } from './element.js';
import { icon } from './icons.js';
import { ago, degreeOf, say } from './labels.js';
import { companyHome, link, personLink } from './links.js';
import { named } from './names.js';
import { badge, degree, figure, followButton, pile, press } from './new-parts.js';
import { isVerified, me } from './people.js';

const groupHome = ({ group, activity }) =>
  `https://www.linkedin.com/groups/${group.id}/?highlightedUpdateUrn=${encodeURIComponent(`urn:li:activity:${activity}`)}`;

/** Both links lead to whoever the block names: a person, a company, or the group in which a post stands. */
const leading = (post, attributes, ...children) => {
  const { by, group } = post;
  if (group) return link(groupHome(post), { tabindex: '0', ...attributes }, ...children);
  if (by.company) return link(companyHome(by), { tabindex: '0', ...attributes }, ...children);
  return personLink(by, { tabindex: '0', ...attributes }, ...children);
};

const inSpan = ({ shape }, words) => (shape === 'march' ? words : span({}, words));

/** Name and degree; a `div` with a label around them for people, none for companies. */
function nameLines(post, kind) {
  const { by, group } = post;
  const more = { address: post.address };
  if (group) {
    const said = `${by.name} ${degreeOf(by)}`;
    return div({ 'aria-label': said, look: 'row middle' }, p({ look: 'name' }, inSpan(post, group.name)));
  }
  if (by.company) return p({ look: 'name' }, inSpan(post, by.name));
  return div(
    {
      'aria-label': [by.name, isVerified(by) && say('verified'), degreeOf(by)].filter(Boolean).join(' '),
      look: 'row middle',
    },
    named(post.advert ? null : kind, by, () => p({ look: 'name' }, inSpan(post, by.name)), more),
    p({ look: 'quiet stay' }, badge(by), inSpan(post, degree(by))),
  );
}

/** In a post of a group nothing leads to who wrote it; the name is text. */
const writtenIn = (post, kind) =>
  named(
    kind,
    post.by,
    () => p({ look: 'quiet line' }, span({}, post.by.name, span({}, span({}, ` ${degree(post.by)}`)))),
    { optional: true, address: post.address },
  );

const second = (post, kind) =>
  post.group ? writtenIn(post, kind) : p({ look: 'quiet line' }, inSpan(post, post.by.about));

/** An advert has neither a time nor the icon of who can see it. */
const time = post =>
  post.advert
    ? p({ componentkey: key(), look: 'quiet line' }, inSpan(post, say('ad')))
    : p(
        { componentkey: key(), look: 'quiet line' },
        inSpan(post, `${ago(post.ago)} •`),
        span({}),
        icon('globe-americas-small', say('all')),
      );

/** The second link wraps all (March), or name and degree alone. */
function words(post, kind) {
  if (post.shape === 'march') {
    const own = `auto-component-${key()}`;
    return leading(
      post,
      { componentkey: own, look: 'grow block' },
      div({ componentkey: own, look: 'column' }, nameLines(post, kind), second(post, kind), time(post)),
    );
  }
  const own = key();
  const third = key();
  return div(
    { look: 'grow column' },
    leading(
      post,
      { componentkey: own, look: 'block' },
      div({ componentkey: own, look: 'column' }, nameLines(post, kind)),
    ),
    second(post, kind),
    div({}),
    time(post),
    leading(post, { componentkey: third, look: 'over' }, div({ componentkey: third })),
  );
}

const menu = post =>
  press(
    'button',
    { componentkey: key(), 'aria-label': `${say('menu')} ${post.by.name}`, look: 'round-press' },
    'overflow-web-ios-small',
  );

/** Adverts cannot be closed, nor what was searched for. */
const close = post =>
  !post.advert &&
  !post.searched &&
  press(
    'button',
    { componentkey: key(), 'aria-label': `${say('close')} ${post.by.name}`, look: 'round-press' },
    'close-small',
  );

const control = post => [menu(post), close(post)];

export function actor(post, kind) {
  const picture = key();
  return div(
    { componentkey: post.shape === 'march' ? key() : null, look: 'row actor' },
    leading(post, { componentkey: picture, look: 'stay' }, figure(post.by, 'small', picture)),
    words(post, kind),
    post.by !== me && !post.group && post.by.degree !== 1 && followButton(post.by),
    !post.above && control(post),
  );
}

const strongLink = (one, more) =>
  one.company
    ? link(companyHome(one), { look: 'strong-link' }, el('strong', {}, one.name))
    : named('above', one, () => personLink(one, { look: 'strong-link' }, el('strong', {}, one.name)), more);

/** Who brought a post here: one or two names, a company among them, or several more as a number. */
function told({ who, company, others, how }, more) {
  const names = [...who, ...(company && how !== 'follows' ? [company] : [])].map(one => strongLink(one, more));
  const all = names.flatMap((each, n) => (n === 0 ? [each] : [span({}), ` ${say('and')} `, span({}), each]));
  if (how !== 'follows') return [...all, span({}), ` ${say(how)}`];
  return [
    ...all,
    span({}),
    ` ${say('and')} ${others} ${say('other')} ${say('follows')} `,
    span({}),
    strongLink(company),
  ];
}

export function above(post) {
  if (!post.above) return null;
  const { who } = post.above;
  const picture = key();
  const more = { optional: Boolean(post.advert), address: post.address };
  return [
    div(
      { componentkey: key(), look: 'row middle above' },
      div(
        { look: 'row middle grow' },
        who.length > 1
          ? pile(who)
          : personLink(who[0], { componentkey: picture, tabindex: '0', look: 'stay' }, figure(who[0], 'tiny')),
        p({ componentkey: key(), look: 'quiet line' }, ...told(post.above, more)),
      ),
      control(post),
    ),
    el('hr', { role: 'presentation', look: 'rule' }),
  ];
}

export const groupJoin = ({ group }) =>
  group && slot(press('button', { componentkey: `GroupsJoinButtonurn:li:group:${group.id}_join` }, null, say('group')));
