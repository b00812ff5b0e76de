// The old front's box with somebody in it: picture, name, headline. The same classes without a link hold companies.
import { oldPhoto } from './avatar.js';
import { div, ember, p, span } from './element.js';
import { degreeOf } from './labels.js';
import { urnHome } from './links.js';
import { named } from './names.js';
import { appLink } from './old-parts.js';

const part = (name, look, ...children) =>
  div({ class: `artdeco-entity-lockup__${name} ember-view`, id: ember(), look }, ...children);

const linked = (person, attributes, ...children) =>
  appLink(
    urnHome(person, 'fs_miniProfile'),
    { class: 'app-aware-link', handle: person.slug, ...attributes },
    ...children,
  );

export const lockup = person =>
  div(
    { class: 'artdeco-entity-lockup artdeco-entity-lockup--size-3 ember-view', id: ember(), look: 'row' },
    part(
      'image',
      'stay',
      linked(
        person,
        { 'aria-hidden': 'true', tabindex: '-1' },
        oldPhoto(person, 'small', { class: 'evi-image lazy-image ember-view' }),
      ),
    ),
    part(
      'content',
      'grow',
      part(
        'title',
        'name',
        linked(
          person,
          { 'aria-label': person.name },
          named('lockup', person, () =>
            div(
              { class: 'ember-view lt-line-clamp lt-line-clamp--single-line', id: ember(), look: 'inline' },
              person.name,
            ),
          ),
        ),
      ),
      part(
        'badge',
        'quiet',
        span({ class: 'a11y-text visually-hidden', look: 'unseen' }, degreeOf(person)),
        span({ class: 'artdeco-entity-lockup__degree', 'aria-hidden': 'true' }, `· ${degreeOf(person)}`),
      ),
      part('subtitle', 'quiet line', div({}, person.about)),
    ),
  );

export const companyLockup = company =>
  div(
    { class: 'artdeco-entity-lockup artdeco-entity-lockup--size-3 ember-view', id: ember(), look: 'row' },
    part('image', 'stay', oldPhoto(company, 'small', { class: 'evi-image lazy-image ember-view' })),
    part('content', 'grow', part('title', 'name', company.name), part('caption', 'quiet line', p({}, company.about))),
  );
