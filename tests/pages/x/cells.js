// People in rows, and conversations.
import { avatar } from './avatar.js';
import { dir, el, row, text, view } from './element.js';
import { followButton, trackedFollowButton } from './follow.js';
import { say } from './labels.js';
import { link } from './link.js';
import { plain, stacked } from './name.js';
import { go } from './navigate.js';

const open = person => ({ what: 'row', handle: person.handle, run: () => go(`/${person.handle}`) });

const inside = (person, button, about) =>
  row(
    { class: 'across' },
    view({ class: 'side' }, view({}, avatar(person, 40))),
    view(
      { class: 'body' },
      row({ class: 'top' }, view({ class: 'grow' }, stacked(person)), button),
      about ? el('div', { dir: 'auto', lang: person.lang, class: 'text words' }, el('span', {}, person.about)) : null,
    ),
  );

/** In lists a row is a button, and the Follow button stands in it. */
export const personRow = person =>
  el(
    'button',
    { class: 'view user-cell', role: 'button', type: 'button', 'data-testid': 'UserCell', act: open(person) },
    inside(person, followButton(person), true),
  );

/** In the side column it is an item of a list. */
export const suggestion = person =>
  el(
    'li',
    { class: 'view user-cell', role: 'listitem', tabindex: '0', 'data-testid': 'UserCell', act: open(person) },
    inside(person, followButton(person), false),
  );

/** Between posts: suggestions, each watched for being seen. */
export const suggestions = ({ people }) =>
  view(
    {},
    el('h2', { dir: dir(), role: 'heading', 'aria-level': '2', class: 'view heading' }, text({}, say('whoToFollow'))),
    ...people.map(person =>
      view(
        { 'data-testid': 'placementTracking' },
        el(
          'div',
          { class: 'view user-cell', role: 'button', tabindex: '0', 'data-testid': 'UserCell', act: open(person) },
          inside(person, trackedFollowButton(person), true),
        ),
      ),
    ),
  );

const shell = (act, pictures, names, last) =>
  view(
    { 'data-testid': 'activeRoute' },
    view(
      {},
      view(
        {
          class: 'conversation',
          role: 'none',
          tabindex: '0',
          'aria-selected': 'false',
          'data-testid': 'conversation',
          act,
        },
        row(
          { class: 'across' },
          view({ class: 'side' }, ...pictures),
          view(
            { class: 'body' },
            row({ class: 'top' }, view({ class: 'grow' }, names)),
            view(
              {},
              el(
                'div',
                { dir: dir(), class: 'text quiet last' },
                el('span', { dir: 'auto', 'data-testid': 'tweetText' }, el('span', {}, last)),
              ),
            ),
          ),
        ),
      ),
    ),
  );

const picture = (person, size) =>
  link(
    `/${person.handle}`,
    { 'data-testid': 'DM_Conversation_Avatar', class: 'view' },
    view({}, avatar(person, size, { linked: false, known: false })),
  );

/** A conversation of two. Whose it is stands in the link of the picture and, as text, beside the name. */
export const conversation = ({ person, time, last }) =>
  shell(
    { what: 'conversation', handle: person.handle, run: () => go(`/messages/890017-${person.id}`) },
    [picture(person, 40)],
    plain(person, { time }),
    last,
  );

/** A conversation of several: their names run together, and nobody's handle stands there. */
export const group = ({ people, last }) =>
  shell(
    { what: 'conversation', handle: null },
    people.slice(0, 2).map(person => picture(person, 20)),
    row(
      { class: 'user-name' },
      el(
        'div',
        { dir: dir(), class: 'text name' },
        el('span', {}, el('span', {}, `${people[0].name} ${say('others')}`)),
      ),
    ),
    last,
  );
