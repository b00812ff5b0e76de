// What all pages of the new front are made of.
import { photo } from './avatar.js';
import { openChat } from './chat.js';
import { div, el, key, p, slot, span } from './element.js';
import { icon } from './icons.js';
import { openInvite } from './invite.js';
import { degreeOf, say } from './labels.js';
import { compose, home, invitation, link } from './links.js';
import { isVerified } from './people.js';
import { stateful, stateOf, toggleFollow } from './states.js';

/** Text for screen readers only. One class hides all of it. */
export const unseen = (...words) => span({ look: 'unseen' }, ...words);

/** `known`: its key, where the drawing says whose picture it is. */
export const figure = (one, size = 'small', known = null) => {
  const stand = one.company ? 'company-accent-4' : 'person-accent-4';
  const attributes = known ? { componentkey: known } : { 'aria-hidden': 'true' };
  const said = known && `${say('see')} ${one.name}`;
  return el('figure', { look: 'figure', ...attributes }, div({ look: 'stand' }, icon(stand, said)), photo(one, size));
};

/** The pictures of several, for nobody's sake. */
export const pile = people =>
  el('ul', { role: 'presentation', look: 'pile' }, ...people.map(each => el('li', {}, figure(each, 'tiny'))));

export const label = (...children) => span({ look: 'slot' }, span({}, ...children));

/** A button or a link that looks like one. */
export const press = (tag, attributes, drawing, words) =>
  el(
    tag,
    { ...(tag === 'button' && { type: 'button' }), look: 'press', ...attributes },
    span({ look: 'press-inside' }, drawing && icon(drawing), words && label(words)),
  );

export const rule = () => el('hr', { role: 'presentation', look: 'rule' });

export const pressable = (attributes, ...children) => {
  const own = key();
  return div(
    { componentkey: own, role: 'button', tabindex: '0', ...attributes },
    div({ componentkey: own, look: 'row middle' }, ...children),
  );
};

/** Beside a name, as an icon in two wrappers. */
export const badge = person =>
  isVerified(person) && [
    span({ look: 'space' }),
    span({ role: 'img', 'aria-label': say('verified'), look: 'slot' }, icon('verified-small')),
  ];

export const degree = (person, sign = '•') => `${sign} ${degreeOf(person)}`;

/** The page's own address without what was asked: where links lead that are buttons. */
export const here = () => `https://www.linkedin.com${location.pathname}`;

/** What stands in place of a Connect that was sent: a link that names nobody any more. */
const pending = person =>
  link(
    home(person),
    {
      componentkey: `ConnectButtonstate:invitation:urn:li:member:${person.number}_pending`,
      'aria-label': `${say('pending')}, ${person.name}`,
      look: 'press',
      act: { what: 'pending', handle: person.slug },
    },
    span({ look: 'press-inside' }, icon('clock-small'), label(say('pending'))),
  );

/** Connect on profiles and in search: a link that names the person and opens the dialog. */
const invite = (person, way, more) =>
  link(
    invitation(person, way),
    {
      componentkey: key(),
      'aria-label': `${say('invite')} ${person.name}`,
      look: 'press',
      act: { what: 'connect', handle: person.slug, run: () => openInvite(person) },
      ...more,
    },
    span({ look: 'press-inside' }, icon('connect-small'), label(say('connect'))),
  );

const connect = (person, way, more) =>
  stateful(person, 'connect', () =>
    stateOf(person, 'connect') === 'pending' ? pending(person) : invite(person, way, more),
  );

export const connectLink = (person, way = 'custom-invite') =>
  slot(div({ componentkey: key() }, slot(connect(person, way))));

/** In a menu, where another button stands in front. */
export const connectItem = person => connect(person, 'custom-invite', { role: 'menuitem', look: 'plain' });

/** On side cards nothing of the button tells whom it is about, and it sends at once. */
export const bareConnect = (person, send) =>
  slot(
    div(
      { componentkey: key() },
      slot(
        stateful(person, 'connect', () => {
          const sent = stateOf(person, 'connect') === 'pending';
          return press(
            'button',
            {
              componentkey: key(),
              'aria-label': `${say(sent ? 'pending' : 'invite')} ${person.name}`,
              act: { what: sent ? 'pending' : 'connect', handle: person.slug, run: sent ? undefined : send },
            },
            sent ? 'clock-small' : 'connect-small',
            say(sent ? 'pending' : 'connect'),
          );
        }),
      ),
    ),
  );

/** `keyed`: the button's key tells whom it follows. */
export const followButton = (one, { keyed = false } = {}) =>
  slot(
    div(
      { componentkey: key() },
      slot(
        stateful(one, 'follow', () => {
          const on = stateOf(one, 'follow') === 'following';
          const known = `FollowButtonurn:li:fsd_followingState:urn:li:member:${one.number}_${on ? 'following' : 'follow'}`;
          return press(
            'button',
            {
              componentkey: keyed ? known : key(),
              'aria-label': `${say(on ? 'following' : 'follow')} ${one.name}`,
              act: { what: on ? 'unfollow' : 'follow', handle: one.slug, run: () => toggleFollow(one) },
            },
            on ? 'check-small' : 'add-small',
            say(on ? 'following' : 'follow'),
          );
        }),
      ),
    ),
  );

export const messageLink = (person, drawing = 'send-privately-medium') =>
  slot(
    link(
      compose(person),
      {
        componentkey: key(),
        look: 'press',
        act: { what: 'message', handle: person.slug, run: () => openChat(person) },
      },
      span({ look: 'press-inside' }, icon(drawing), label(say('message'))),
    ),
  );

/** The heading of a card. */
export const heading = (tag, words) => el(tag, { look: 'heading' }, words);

export const line = (...children) => p({ look: 'quiet line' }, ...children);
