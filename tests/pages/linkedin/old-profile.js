// A person's own page on the old front.
import { oldPhoto } from './avatar.js';
import { div, el, ember, p, span } from './element.js';
import { oldIcon } from './icons.js';
import { degreeOf, say } from './labels.js';
import { companyHome, home, link, urnHome } from './links.js';
import { named } from './names.js';
import { BODY, oldFrame } from './old-frame.js';
import {
  appLink,
  connectButton,
  followButton,
  hidden,
  messageButton,
  nameTwice,
  picture,
  press,
  twice,
} from './old-parts.js';
import { oldPost } from './old-post.js';
import { companies, isVerified, me, people } from './people.js';
import { own, post } from './timeline.js';

const others = (person, from, count) => {
  const at = people.indexOf(person) + from;
  return Array.from({ length: count }, (_, n) => people[(at + n * 3) % people.length]).filter(each => each !== person);
};

const buttons = person => {
  if (person === me) return [];
  if (person.degree === 1) return [messageButton(person, { kind: 'primary' })];
  const first = person.followed
    ? followButton(person, { drawing: true, kind: 'primary' })
    : connectButton(person, { drawing: true, kind: 'primary' });
  return [first, messageButton(person)];
};

/** The name is in a link that opens a dialog, whose address has the slug in it. */
const nameLine = person =>
  div(
    { look: 'row middle' },
    span(
      {
        class: 'artdeco-hoverable-trigger artdeco-hoverable-trigger--content-placed-bottom ember-view',
        id: ember(),
        tabindex: '-1',
      },
      link(
        `${home(person).replace('https://www.linkedin.com', '')}overlay/about-this-profile/`,
        {
          class: 'ember-view',
          id: ember(),
          'aria-label': person.name,
          act: { what: 'about', handle: person.slug },
          look: 'row middle',
        },
        named('profile', person, () =>
          el('h1', { class: 'inline t-24 v-align-middle break-words', look: 'title' }, person.name),
        ),
        isVerified(person) &&
          oldIcon('verified-medium', { class: 'pv-text-details__verified-badge-icon v-align-middle' }),
      ),
    ),
    span(
      { class: 'distance-badge t-black--light t-14 text-body-small v-align-middle', look: 'quiet' },
      hidden(degreeOf(person)),
      span({ class: 'dist-value', 'aria-hidden': 'true' }, degreeOf(person)),
    ),
  );

/** Those whom both know stand as strong words in a link to a search. */
function shared(person) {
  const [first, second] = others(person, 50, 2);
  const words = () => [
    el('strong', {}, first.name),
    ', ',
    el('strong', {}, second.name),
    `, ${say('and')} 289 ${say('mutual')}`,
  ];
  return appLink(
    'https://www.linkedin.com/search/results/people/?origin=MEMBER_PROFILE_CANNED_SEARCH',
    { class: 'inline-flex align-items-center link-without-hover-visited', what: 'mutual', look: 'row middle' },
    span(
      { class: 't-normal t-black--light t-14 hoverable-link-text', look: 'quiet line' },
      span({ 'aria-hidden': 'true' }, ...words()),
      hidden(...words()),
    ),
  );
}

const topCard = person =>
  el(
    'section',
    { class: 'artdeco-card pv-top-card', 'data-member-id': String(person.number), look: 'card' },
    div({ class: 'top-card-background-hero-image', look: 'cover' }),
    div(
      { class: 'text-align-left pv-top-card--photo-resize', look: 'portrait' },
      el(
        'button',
        {
          class: 'pv-top-card-profile-picture__container display-block pv-top-card__photo',
          'aria-label': say('photo'),
          type: 'button',
        },
        oldPhoto(person, 'huge', { class: 'pv-top-card-profile-picture__image--show evi-image ember-view' }),
      ),
    ),
    nameLine(person),
    div({ class: 'text-body-medium break-words' }, person.about),
    div(
      { look: 'quiet' },
      span({ class: 'text-body-small inline t-black--light break-words' }, 'Port Marlow'),
      ' · ',
      link(
        `${home(person)}overlay/contact-info/`,
        { class: 'ember-view link-without-visited-state', id: 'top-card-text-details-contact-info' },
        say('contact'),
      ),
    ),
    person !== me && shared(person),
    div(
      { class: 'pvs-profile-actions', look: 'row wrap actions-top' },
      ...buttons(person),
      person !== me && press(say('moreActions')),
    ),
  );

/** A box of a side column, or of interests: everything is said twice. */
function entity(one, { optional } = {}) {
  const href = one.company ? companyHome(one) : urnHome(one, 'fs_miniProfile');
  const handle = one.company ? null : one.slug;
  return el(
    'li',
    { class: 'artdeco-list__item', look: 'side-card' },
    div(
      { 'data-view-name': 'profile-component-entity', look: 'row' },
      link(
        href,
        {
          class: 'optional-action-target-wrapper pvs-entity__image-container--outline-offset display-flex',
          target: '_self',
          handle,
          look: 'stay',
        },
        picture(one, 'small', { wrapper: 'pvs-entity__image' }),
      ),
      div(
        { class: 'display-flex flex-column align-self-center flex-grow-1', look: 'grow' },
        div(
          { class: 'display-flex flex-row justify-space-between' },
          link(
            href,
            {
              class: 'optional-action-target-wrapper display-flex flex-column full-width',
              target: '_self',
              handle,
              look: 'block',
            },
            div(
              { class: 'display-flex flex-wrap align-items-center full-height', look: 'row middle' },
              div(
                { class: 'display-flex' },
                div(
                  { class: 'display-flex full-width' },
                  div(
                    { class: 'display-flex align-items-center mr1 hoverable-link-text t-bold', look: 'name' },
                    nameTwice('card', one, { optional }),
                  ),
                ),
              ),
              one.company
                ? null
                : span(
                    { class: 'pvs-entity__supplementary-info t-14 t-black--light t-normal', look: 'quiet' },
                    ...twice(`· ${degreeOf(one)}`),
                  ),
            ),
            div(
              { class: 't-14 t-normal display-flex align-items-center', look: 'quiet line' },
              div({}, ...twice(one.about)),
            ),
          ),
        ),
        div(
          { class: 'pvs-entity__sub-components' },
          el(
            'ul',
            {},
            el(
              'li',
              {},
              div(
                { class: 'pv-action pv-action__padding' },
                one.company || one.followed
                  ? followButton(one, { drawing: true })
                  : one.degree === 1
                    ? messageButton(one)
                    : connectButton(one, { drawing: true }),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

const profileCard = (anchor, title, ...inside) =>
  el(
    'section',
    {
      class: 'artdeco-card pv-profile-card break-words',
      'data-view-name': 'profile-card',
      tabindex: '-1',
      look: 'card',
    },
    div({ id: anchor, class: 'pv-profile-card__anchor' }),
    div(
      { class: 'pvs-header__top-container--no-stack' },
      el('h2', { class: 'pvs-header__title text-heading-medium', look: 'heading' }, ...twice(title)),
    ),
    ...inside,
  );

const list = (...items) => el('ul', {}, ...items);

/** Lists in tabs, all of them in the tree. */
const interests = person =>
  profileCard(
    'interests',
    say('interests'),
    div(
      { class: 'artdeco-tabs artdeco-tabs--size-t-48 ember-view', id: ember() },
      div(
        { class: 'artdeco-tablist ember-view', role: 'tablist', look: 'row' },
        ...['people', 'page', 'network'].map(word =>
          el(
            'button',
            { class: 'artdeco-tab ember-view', id: ember(), role: 'tab', look: 'plain' },
            ...twice(say(word)),
          ),
        ),
      ),
      div(
        { class: 'artdeco-tabpanel active ember-view', role: 'tabpanel' },
        list(...others(person, 120, 2).map(each => entity(each))),
      ),
      div(
        { class: 'artdeco-tabpanel ember-view', role: 'tabpanel', hidden: '' },
        list(...companies.map(each => entity(each))),
      ),
      div(
        { class: 'artdeco-tabpanel ember-view', role: 'tabpanel', hidden: '' },
        list(...others(person, 140, 1).map(each => entity(each, { optional: true }))),
      ),
    ),
  );

function activity(person) {
  const [other] = others(person, 90, 1);
  const passed = post(
    {
      by: other.slug,
      ago: 900,
      text: ['Worth a walk in the rain.'],
      above: { who: [person.slug], how: 'reposted' },
      counts: [31, 2, 0],
    },
    8000,
  );
  return profileCard(
    'content_collections',
    say('activity'),
    p({ class: 'pvs-header__optional-link text-body-small', look: 'quiet' }, ...twice(`763 ${say('followers')}`)),
    div(
      { class: 'feed-shared-update-list-carousel' },
      el(
        'ul',
        { class: 'artdeco-carousel__slider ember-view', id: ember(), look: 'slides' },
        ...[own(person, 0), passed].map(each =>
          el(
            'li',
            { class: 'artdeco-carousel__item ember-view', id: ember(), tabindex: '-1', look: 'slide-item' },
            oldPost(each, { hotkey: null }),
          ),
        ),
      ),
    ),
  );
}

export const oldProfile = person => ({
  title: `${person.name} | LinkedIn`,
  body: BODY,
  root: oldFrame({
    column: [topCard(person), activity(person), interests(person)],
    right: [
      profileCard(
        'browsemap_recommendation',
        say('moreProfiles'),
        list(...others(person, 10, 4).map(each => entity(each))),
      ),
      profileCard(
        'pymk_recommendation_from_school',
        say('knowMore'),
        list(...others(person, 30, 3).map(each => entity(each))),
      ),
    ],
  }),
});
