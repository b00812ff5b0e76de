// What all pages of the old front are made of.
import { oldPhoto } from './avatar.js';
import { openChat } from './chat.js';
import { div, el, ember, span } from './element.js';
import { oldIcon } from './icons.js';
import { openInvite } from './invite.js';
import { say } from './labels.js';
import { link } from './links.js';
import { named } from './names.js';
import { stateful, stateOf, toggleFollow } from './states.js';

const BUTTON = 'artdeco-button artdeco-button--2';

/** A copy for screen readers. */
export const hidden = (...words) => span({ class: 'visually-hidden', look: 'unseen' }, ...words);

/** Nearly everything is said twice: for the eye, then for screen readers. */
export const twice = (shown, read = shown) => [span({ 'aria-hidden': 'true' }, shown), hidden(read)];

/** A name that is said twice. */
export const nameTwice = (kind, one, { read = one.name, ...more } = {}) => {
  const draw = () => span({ dir: 'ltr' }, ...twice(one.name, read));
  return one.company ? draw() : named(kind, one, draw, more);
};

/** Links that the application knows carry an empty attribute. */
export const appLink = (href, attributes, ...children) =>
  link(href, { 'data-test-app-aware-link': '', target: '_self', ...attributes }, ...children);

export const picture = (one, size, { alt = one.name, wrapper = '' } = {}) =>
  div(
    { class: `ivm-image-view-model ${wrapper}`.trim(), look: 'figure' },
    div(
      { class: 'ivm-view-attr__img-wrapper' },
      oldPhoto(one, size, {
        alt,
        class: 'ivm-view-attr__img--centered EntityPhoto-circle-3 evi-image lazy-image ember-view',
      }),
    ),
  );

/** The text stands in a span; an icon, if any, before it. */
export const press = (words, { drawing, kind = 'secondary', ...attributes } = {}) =>
  el(
    'button',
    {
      class: `${BUTTON} artdeco-button--${kind} ember-view`,
      id: ember(),
      type: 'button',
      look: `press ${kind}`,
      ...attributes,
    },
    drawing && oldIcon(drawing, { class: 'artdeco-button__icon' }),
    span({ class: 'artdeco-button__text' }, words),
  );

/** Connect: nothing of it tells whom it is about but a label in the interface's language. */
export const connectButton = (person, { drawing, kind } = {}) =>
  stateful(person, 'connect', () => {
    const sent = stateOf(person, 'connect') === 'pending';
    return press(say(sent ? 'pending' : 'connect'), {
      kind,
      drawing: drawing && (sent ? 'clock-small' : 'connect-small'),
      'aria-label': `${say(sent ? 'pending' : 'invite')} ${person.name}`,
      act: { what: sent ? 'pending' : 'connect', handle: person.slug, run: () => sent || openInvite(person) },
    });
  });

export const followButton = (one, { drawing, kind } = {}) =>
  stateful(one, 'follow', () => {
    const on = stateOf(one, 'follow') === 'following';
    return press(say(on ? 'following' : 'follow'), {
      kind,
      drawing: drawing && (on ? 'check-small' : 'add-small'),
      'aria-label': `${say(on ? 'following' : 'follow')} ${one.name}`,
      act: { what: on ? 'unfollow' : 'follow', handle: one.slug, run: () => toggleFollow(one) },
    });
  });

export const messageButton = (person, { kind } = {}) =>
  press(say('message'), {
    kind,
    drawing: 'send-privately-small',
    'aria-label': `${say('message')} ${person.name}`,
    act: { what: 'message', handle: person.slug, run: () => openChat(person) },
  });
