// A person's own page.
import { avatar, scene } from './avatar.js';
import { entry, head, section, tabs } from './column.js';
import { dir, el, row, view } from './element.js';
import { trackedFollowButton } from './follow.js';
import { icon } from './icons.js';
import { say } from './labels.js';
import { link } from './link.js';
import { List } from './list.js';
import { plain, shown } from './name.js';
import { me, people } from './people.js';
import * as timeline from './timeline.js';

/** Data in a script element count as a script. */
const policy = window.trustedTypes?.createPolicy('data', { createScript: text => text }) ?? {
  createScript: text => text,
};

/** What search engines read; it holds the permanent id. X brings it up to date later than the rest. */
export function schema(person) {
  const data = {
    '@context': 'http://schema.org',
    '@type': 'ProfilePage',
    mainEntity: {
      '@type': 'Person',
      additionalName: person.handle,
      givenName: person.name,
      identifier: person.id,
      description: person.about,
    },
  };
  const script = el('script', {
    type: 'application/ld+json',
    'data-testid': 'UserProfileSchema-test',
    'data-rh': 'true',
  });
  script.textContent = policy.createScript(JSON.stringify(data));
  return script;
}

const count = (href, number, word) =>
  view(
    {},
    link(
      href,
      { dir: dir(), class: 'text' },
      el('span', { class: 'name' }, el('span', {}, String(number))),
      ' ',
      el('span', { class: 'quiet' }, el('span', {}, word)),
    ),
  );

const fact = (test, drawing, words) =>
  el(
    'span',
    { 'data-testid': test, dir: dir(), role: 'presentation', class: 'fact quiet' },
    icon(drawing),
    el('span', {}, el('span', {}, words)),
  );

/** Some follow you, and their page says so. */
const followsYou = ({ id }) =>
  Number(id.slice(-2)) % 3 === 0
    ? el(
        'div',
        { dir: dir(), class: 'text quiet small note', 'data-testid': 'userFollowIndicator' },
        el('span', {}, say('followsYou')),
      )
    : null;

/** Name and handle as text: no link leads from a profile to itself. */
const profileName = person =>
  view(
    { 'data-testid': 'UserName', class: 'two-lines', remake: () => profileName(person) },
    view({ class: 'shrink' }, view({ class: 'shrink' }, plain(person, { note: followsYou(person) }))),
  );

function profileHead(person) {
  const number = Number(person.id.slice(-3));
  return view(
    {},
    view(
      { class: 'frame-wide' },
      view({ style: 'padding-bottom: 30%' }),
      view({ class: 'fill photo', style: `background-image: ${scene(['hill', 'shore', 'street'][number % 3])}` }),
    ),
    view(
      { class: 'profile' },
      row(
        { class: 'top' },
        view({ class: 'portrait' }, avatar(person, 120, { linked: false })),
        view({ class: 'grow' }),
        person === me ? null : trackedFollowButton(person),
      ),
      profileName(person),
      view(
        {},
        view(
          {},
          el(
            'div',
            { dir: 'auto', lang: person.lang, class: 'text', 'data-testid': 'UserDescription' },
            el('span', {}, person.about),
          ),
        ),
      ),
      view(
        {},
        el(
          'div',
          { dir: dir(), class: 'text facts', 'data-testid': 'UserProfileHeader_Items' },
          fact('UserJoinDate', 'calendar', say('joined')),
        ),
      ),
      row(
        { class: 'counts' },
        count(`/${person.handle}/following`, 40 + (number % 300), say('following')),
        count(`/${person.handle}/verified_followers`, 100 + number, say('followers')),
      ),
    ),
  );
}

export function profile(person) {
  const theirs = timeline.written(person);
  const list = new List(number => {
    if (number === 0) return timeline.own(person, 0, { ago: 30000, pinned: true });
    if (number === 2)
      return timeline.post(
        {
          by: people[(person.id.length + 7) % people.length].handle,
          ago: 3000,
          text: 'A small thing worth passing on.',
          repost: person.handle,
          counts: [1, 4, 30],
        },
        900,
      );
    return theirs[number - (number > 2 ? 2 : 1)] ?? timeline.own(person, number);
  }, entry);
  return {
    title: `${person.name} (@${person.handle})`,
    schema: schema(person),
    list,
    column: view(
      { tabindex: '0' },
      head(shown(person), `${120 + Number(person.id.slice(-2))} ${say('posts')}`),
      profileHead(person),
      tabs(say('allPosts'), say('replies'), say('media')),
      section(person.name, list),
    ),
  };
}
