// Notifications, on the old front. The picture is a link to the person; the name is strong in a link to something else.
import { oldPhoto } from './avatar.js';
import { div, el, ember, p, span } from './element.js';
import { ago, say } from './labels.js';
import { companyHome, home, link } from './links.js';
import { named } from './names.js';
import { BODY, oldFrame } from './old-frame.js';
import { companyOf, personOf } from './people.js';

const TOLD = [
  { who: ['marta-quintela-7b31a9'], how: 'commented' },
  { who: ['greta-l-fenn', 'bo'], how: 'liked' },
  { who: ['hearth-and-harbour'], how: 'reposted' },
  { who: ['seo-yeon-baek'], how: 'reposted' },
  { who: ['rashid-v'], how: 'liked' },
];

const strong = (one, n) => {
  const draw = () => el('strong', {}, one.name);
  // only the first has a picture, and so a link
  return one.company ? draw() : named('notification', one, draw, { optional: n > 0 });
};

function card({ who, how }, index) {
  const all = who.map(slug => companyOf(slug) ?? personOf(slug));
  const [first] = all;
  const urn = encodeURIComponent(`urn:li:activity:75309000000000${index}`);
  return el(
    'article',
    { class: 'nt-card nt-card--with-hover-states', 'data-nt-card-index': String(index), look: 'person' },
    div(
      { 'data-view-name': 'notification-card-container', class: 'display-flex', look: 'row' },
      link(
        first.company ? companyHome(first) : home(first).replace('https://www.linkedin.com', ''),
        {
          'data-view-name': 'notification-card-image',
          class: 'nt-card__image app-aware-link',
          handle: first.company ? null : first.slug,
          'aria-label': `${say('see')} ${first.name}`,
          look: 'stay',
        },
        oldPhoto(first, 'small', { class: 'evi-image lazy-image ember-view' }),
      ),
      div(
        { class: 'nt-card__text', look: 'grow' },
        link(
          `https://www.linkedin.com/feed/?highlightedUpdateType=REACTIONS&highlightedUpdateUrn=${urn}`,
          { class: 'nt-card__headline nt-card__text--word-wrap', id: ember(), what: 'headline', look: 'block' },
          span(
            { class: 'nt-card__text--3-line' },
            ...all.flatMap((each, n) => [n > 0 && ` ${say('and')} `, strong(each, n)]),
            ` ${say(how)}`,
          ),
        ),
      ),
      div(
        { class: 'nt-card__time-and-settings', look: 'stay' },
        p({ class: 'nt-card__time-ago', look: 'quiet' }, ago(60 + index * 90)),
      ),
    ),
  );
}

export const notifications = () => ({
  title: `${say('notifications')} | LinkedIn`,
  body: BODY,
  root: oldFrame({
    column: el('section', { class: 'nt-card-list artdeco-card', look: 'card' }, ...TOLD.map(card)),
    right: [],
  }),
});
