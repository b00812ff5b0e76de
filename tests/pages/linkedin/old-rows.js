// Rows of people on the old front: search, and who follows you.
import { div, el, ember, p, span } from './element.js';
import { liIcon } from './icons.js';
import { degreeOf, say } from './labels.js';
import { tokenHome, urnHome } from './links.js';
import { List } from './list.js';
import { named } from './names.js';
import { BODY, oldFrame } from './old-frame.js';
import { appLink, connectButton, followButton, hidden, messageButton, nameTwice, picture, twice } from './old-parts.js';
import { people } from './people.js';

const urnOf = ({ token }) => `?miniProfileUrn=${encodeURIComponent(`urn:li:fs_miniProfile:${token}`)}`;

/** In lists that are not of acquaintances the slug is the permanent id itself. */
const idHome = person => `${tokenHome(person)}${urnOf(person)}`;

const badge = person =>
  span(
    { class: 'entity-result__badge t-14 t-normal t-black--light', look: 'quiet' },
    div(
      { class: 'display-flex align-items-baseline', look: 'run' },
      span({ class: 'image-text-lockup__text entity-result__badge-text' }, ...twice(` • ${degreeOf(person)}`)),
    ),
  );

const mutual = person =>
  appLink(
    idHome(person),
    { tabindex: '0', handle: person.slug, look: 'strong-link' },
    named('mutual', person, () => span({}, el('strong', {}, person.name))),
  );

/** Acquaintances of both, known by their permanent ids alone. */
const insights = number =>
  div(
    { class: 'entity-result__insights t-12' },
    div(
      { look: 'row middle' },
      liIcon('people', { class: 'ivm-view-attr__icon' }),
      div(
        { class: 'reusable-search-simple-insight__text-container' },
        span(
          {
            class: 'reusable-search-simple-insight__text reusable-search-simple-insight__text--small',
            look: 'quiet line',
          },
          mutual(people[(number * 5 + 60) % people.length]),
          ', ',
          span({ class: 'white-space-pre' }),
          mutual(people[(number * 5 + 61) % people.length]),
          ` ${say('and')} `,
          appLink(
            'https://www.linkedin.com/search/results/people/?origin=SHARED',
            { what: 'mutual' },
            span({}, el('strong', {}, `4 ${say('mutual')}`)),
          ),
        ),
      ),
    ),
  );

/** `known`: the row says more of a person, as in search. */
function row(person, number, { known }) {
  const href = known ? urnHome(person, 'fs_miniProfile') : idHome(person);
  const linked = (attributes, ...children) => appLink(href, { handle: person.slug, ...attributes }, ...children);
  const name = known
    ? nameTwice('row', person, { read: `${say('see')} ${person.name}` })
    : named('row', person, () => span({}, person.name));
  return el(
    'li',
    { look: 'person' },
    div(
      {
        'data-chameleon-result-urn': `urn:li:member:${person.number}`,
        'data-view-name': 'search-entity-result-universal-template',
      },
      div(
        { class: 'linked-area flex-1 cursor-pointer', look: 'row' },
        div(
          { class: 'display-flex align-items-center', look: 'stay' },
          linked(
            { class: 'scale-down', 'aria-hidden': String(!known), tabindex: known ? '0' : '-1' },
            picture(person, 'small'),
            known && hidden('offline'),
          ),
        ),
        div(
          { class: 't-12 t-black--light', look: 'grow' },
          div(
            { class: 't-roman t-sans' },
            div(
              { class: 'display-flex' },
              span(
                {},
                span(
                  { class: 't-16' },
                  linked({ class: 'app-aware-link', look: 'name' }, name),
                  known && badge(person),
                ),
              ),
            ),
          ),
          div({ class: 't-14 t-black t-normal', look: 'line' }, person.about),
          known && div({ class: 't-14 t-normal', look: 'quiet line' }, 'Port Marlow'),
          known && insights(number),
        ),
        known && person.degree === 1
          ? messageButton(person)
          : known && !person.followed
            ? connectButton(person)
            : followButton(person),
      ),
    ),
  );
}

const rows = (from, known) => {
  const element = el('ul', { class: 'list-style-none', role: 'list' });
  let number = 0;
  const list = new List(
    element,
    n => people[n + from] ?? null,
    person => row(person, number++, { known }),
  );
  return { element, list };
};

export function oldPeopleSearch() {
  const { element, list } = rows(0, true);
  return {
    title: `${say('search')} | LinkedIn`,
    body: BODY,
    list,
    root: oldFrame({
      column: div({ class: 'search-results-container artdeco-card', look: 'card' }, element),
      right: [],
    }),
  };
}

export function followers() {
  const { element, list } = rows(3, false);
  return {
    title: `${say('followers')} | LinkedIn`,
    body: BODY,
    list,
    root: oldFrame({
      column: el(
        'section',
        { class: 'artdeco-card', look: 'card' },
        el(
          'header',
          { class: 'mn-network-manager__header' },
          el('h1', { class: 't-18 t-black t-normal', look: 'heading' }, say('network')),
        ),
        div(
          { class: 'artdeco-tabs artdeco-tabs--size-t-40 ember-view', id: ember() },
          div(
            { class: 'artdeco-tablist ember-view', role: 'tablist', look: 'row' },
            ...['following', 'followers'].map(word =>
              el('button', { class: 'artdeco-tab ember-view', id: ember(), role: 'tab', look: 'plain' }, say(word)),
            ),
          ),
        ),
        div(
          { class: 'scaffold-finite-scroll__content' },
          p({ class: 't-black--light t-14 mn-network-manager__subtitle', look: 'quiet' }, `4,954 ${say('followers')}`),
          element,
        ),
      ),
      right: [],
    }),
  };
}
