// Search on the new front: for people, and for posts.
import { photo } from './avatar.js';
import { div, el, key, p, slot, span } from './element.js';
import { say } from './labels.js';
import { link, personLink } from './links.js';
import { List } from './list.js';
import { named } from './names.js';
import { newFrame } from './new-frame.js';
import { badge, connectLink, degree, figure, followButton, messageLink, pile, rule } from './new-parts.js';
import { newPost } from './new-post.js';
import { options } from './options.js';
import { people } from './people.js';
import { home } from './timeline.js';

const old = options.shape === '2025';
/** In 2025 some links still said what they are. */
const view = name => (old ? { 'data-view-name': name } : {});

const filter = (words, role) => {
  const own = key();
  return div(
    { componentkey: own, role, tabindex: '0', look: 'press' },
    div({ 'aria-label': words, componentkey: own }, el('label', {}, words)),
  );
};

const filters = () =>
  div(
    { role: 'toolbar', look: 'toolbar' },
    div(
      { componentkey: 'SearchResults_SearchResultsFilterBar', look: 'filters slide' },
      filter(say('people'), 'button'),
      ...[1, 2, 3].map(n => filter(say(`degree${n}`), 'radio')),
    ),
  );

const mutual = person =>
  named('mutual', person, () =>
    personLink(
      person,
      { look: 'strong-link', ...view('search-result-social-proof-insight') },
      el('strong', {}, person.name),
    ),
  );

/** One or two whom both know, by name; the rest is a number. */
function shared(person, number) {
  const [first, second] = [people[(number * 5 + 60) % people.length], people[(number * 5 + 61) % people.length]];
  const search = `https://www.linkedin.com/search/results/people/?connectionOf=%5B%22${person.token}%22%5D`;
  const rest = link(search, { what: 'mutual' }, el('strong', {}, `8 ${say('mutual')}`));
  const said = [
    [mutual(first), ', ', span({}), mutual(second), span({}), ` ${say('and')} `, span({}), rest],
    [mutual(first), span({}), ` ${say('mutualOne')}`],
    [mutual(first), span({}), ` ${say('and')} `, span({}), mutual(second), span({}), ` ${say('mutual')}`],
  ][number % 3];
  return div(
    { componentkey: key(), look: 'row middle' },
    number % 3 === 1 ? figure(first, 'tiny') : pile([first, second]),
    p({ componentkey: key(), look: 'quiet line' }, ...said),
  );
}

const button = person =>
  person.degree === 1
    ? messageLink(person, 'send-privately-small')
    : person.followed
      ? followButton(person)
      : connectLink(person, 'search-custom-invite');

function inside(person, number) {
  const name = named('row', person, () =>
    personLink(person, { look: 'name', ...view('search-result-lockup-title') }, person.name, badge(person)),
  );
  return [
    div(
      { look: 'row' },
      el('figure', { look: 'figure' }, photo(person, 'small', { alt: person.name })),
      div(
        { look: 'column grow' },
        p({ componentkey: key() }, name, span({ look: 'quiet' }, span({}, ` ${degree(person)}`))),
        p({ look: 'line' }, person.about),
        p({ look: 'quiet line' }, 'Port Marlow'),
      ),
      div({ componentkey: `SearchResults${person.token}`, look: 'stay' }, button(person)),
    ),
    p(
      { look: 'quiet line' },
      `${say('works')}: `,
      span({}),
      el('strong', {}, span({}, person.about.split(/[ ,;]/)[0])),
    ),
    number % 4 !== 3 && shared(person, number),
  ];
}

/** A link over the whole row, with the name's link and more in it. */
function row(person, number) {
  const own = key();
  const attributes = { componentkey: own, tabindex: '0', what: 'row', look: 'block person' };
  const filled = div({ componentkey: own }, ...inside(person, number));
  const item = old
    ? personLink(person, attributes, div({ role: 'listitem' }, slot(filled)))
    : div({ role: 'listitem' }, slot(personLink(person, attributes, filled)));
  return div({ look: 'slot' }, item, rule(), number === 2 && offer());
}

const offer = () =>
  div(
    {},
    slot(
      div(
        { componentkey: `auto-component-${key()}` },
        p({ look: 'name' }, say('searchMore')),
        link('https://www.linkedin.com/premium/products/', { componentkey: key(), look: 'plain' }, say('upsell')),
      ),
    ),
    rule(),
  );

const lazy = (...children) => div({ 'data-component-type': 'LazyColumn', 'data-testid': 'lazy-column' }, ...children);

export function peopleSearch() {
  const rows = div({ role: 'list' });
  let number = 0;
  return {
    title: `${say('search')} | LinkedIn`,
    list: new List(
      rows,
      n => people[n] ?? null,
      person => row(person, number++),
    ),
    root: newFrame({
      screen: 'search.SearchResultsPeople',
      inside: true,
      toolbar: filters(),
      column: div({ look: 'card' }, lazy(div({}, div({}, rows)))),
      aside: [],
    }),
  };
}

/** Posts that were searched for; their markup is that of June. */
export function contentSearch() {
  const found = lazy();
  return {
    title: `${say('search')} | LinkedIn`,
    list: new List(
      found,
      number => home(options.seed, number),
      each => (each.suggestions || each.advert ? div({}) : newPost(each, { searched: true, shape: 'june' })),
    ),
    root: newFrame({
      screen: 'search.SearchResultsContent',
      inside: true,
      toolbar: filters(),
      column: el('section', { 'aria-label': say('search') }, div({}, found)),
      aside: [],
    }),
  };
}
