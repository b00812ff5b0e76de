// Who works at a company, on the old front; and the old page that a new one shows in a frame.
import { oldPhoto } from './avatar.js';
import { div, el, ember, p } from './element.js';
import { say } from './labels.js';
import { home } from './links.js';
import { List } from './list.js';
import { named } from './names.js';
import { BODY, oldFrame } from './old-frame.js';
import { companyLockup, lockup } from './old-lockup.js';
import { appLink, connectButton, messageButton } from './old-parts.js';
import { companies, companyOf, people, personOf } from './people.js';

const cardOf = person =>
  el(
    'li',
    { class: 'grid grid__col--lg-8 block org-people-profile-card__profile-card-spacing', look: 'person' },
    div(
      {},
      el(
        'section',
        { class: 'artdeco-card full-width', look: 'row middle' },
        div({ class: 'org-people-profile-card__profile-info', look: 'grow' }, lockup(person)),
        el('footer', { class: 'ph3 pb3' }, person.degree === 1 ? messageButton(person) : connectButton(person)),
      ),
    ),
  );

/** A sentence that is a link, with half of an acquaintance's name in it. */
const acquaintance = person =>
  appLink(
    home(person),
    { class: 'app-aware-link org-top-card-secondary-content__insight', handle: person.slug, look: 'row middle' },
    oldPhoto(person, 'tiny'),
    named(
      'sentence',
      person,
      () =>
        el(
          'h2',
          { class: 't-black--light text-body-small-bold', look: 'quiet' },
          `${person.name.split(' ')[0]} ${say('works')}`,
        ),
      {
        optional: true,
      },
    ),
  );

const topCard = company =>
  el(
    'section',
    { class: 'org-top-card artdeco-card', look: 'card' },
    div(
      { class: 'org-top-card__primary-content', look: 'row' },
      oldPhoto(company, 'large', { class: 'evi-image lazy-image ember-view org-top-card-primary-content__logo' }),
      div(
        {},
        el(
          'h1',
          { class: 'ember-view org-top-card-summary__title full-width', id: ember(), look: 'title' },
          company.name,
        ),
        p({ class: 'org-top-card-summary__tagline', look: 'quiet' }, company.about),
        div({ class: 'org-top-card-secondary-content__social-proof' }, acquaintance(personOf('henrik-solvang'))),
      ),
    ),
  );

export function companyPeople(slug) {
  const company = companyOf(slug);
  if (!company) return null;
  const at = companies.indexOf(company);
  const element = el('ul', { class: 'display-flex list-style-none flex-wrap' });
  return {
    title: `${company.name}: ${say('people')} | LinkedIn`,
    body: BODY,
    list: new List(element, n => people[n * 3 + at] ?? null, cardOf),
    root: oldFrame({
      column: [
        topCard(company),
        div(
          { class: 'artdeco-card org-people-profile-card__card-spacing', look: 'card' },
          el('h2', { class: 't-20', look: 'heading' }, say('knowMore')),
          element,
        ),
      ],
      right: div(
        { class: 'artdeco-card', look: 'card' },
        el('h2', { look: 'heading' }, say('suggested')),
        ...companies.map(companyLockup),
      ),
    }),
  };
}

export const framed = () => ({
  title: `${say('jobs')} | LinkedIn`,
  body: BODY,
  root: oldFrame({
    column: div(
      { class: 'jobs-unified-top-card artdeco-card', look: 'card' },
      el('h1', { look: 'title' }, 'Boat builder'),
      ...['tevita-moala', '吴-海燕-6c8'].map(slug =>
        div({ class: 'hirer-card__container', look: 'person' }, lockup(personOf(slug))),
      ),
    ),
  }),
});
