// Small boxes with somebody in them: side columns, interests, suggestions in the feed.
import { div, el, key, p, slot, span } from './element.js';
import { say } from './labels.js';
import { companyHome, link, personLink } from './links.js';
import { named } from './names.js';
import { badge, bareConnect, degree, figure, followButton, heading, messageLink, rule } from './new-parts.js';

const nameLine = (one, more) =>
  one.company
    ? p({ look: 'name' }, one.name)
    : named('card', one, () => p({ look: 'name' }, one.name, badge(one)), more);

/** A link over picture, name and headline; `inside` stands in the link too, as in interests. */
export function card(one, { more, inside } = {}) {
  const own = key();
  const attributes = { componentkey: own, tabindex: '0', look: 'block' };
  const drawn = div(
    { componentkey: own, look: 'row' },
    figure(one),
    div(
      { look: 'grow column' },
      div(
        { look: 'row middle' },
        nameLine(one, more),
        one.company ? null : p({ look: 'quiet stay' }, degree(one, '·')),
      ),
      p({ look: 'quiet line' }, one.about),
      inside,
    ),
  );
  return one.company ? link(companyHome(one), attributes, drawn) : personLink(one, attributes, drawn);
}

const button = (person, send) =>
  person.degree === 1 ? messageLink(person) : person.followed ? followButton(person) : bareConnect(person, send);

/** One of a side column: the card, and below it a button that does not say whom it is about. */
export const sideCard = (person, send) => [
  div({ look: 'side-card' }, div({}, slot(card(person))), div({ look: 'side-button' }, div({}), button(person, send))),
  rule(),
];

export const section = (title, tag, ...children) =>
  slot(el('section', { componentkey: key(), look: 'card' }, div({}, heading(tag, title), div({}, ...children))));

/** Between posts: whom one might follow. The buttons' keys hold the members' numbers. */
export const feedSuggestions = ({ suggestions }) =>
  div(
    { 'data-lazy-mount-id': key(), look: 'slot' },
    div(
      { componentkey: `auto-component-${key()}`, look: 'card' },
      p({ look: 'heading' }, span({}, say('suggested'))),
      ...suggestions.map(person =>
        div({ look: 'row middle spread' }, slot(card(person)), followButton(person, { keyed: true })),
      ),
    ),
  );
