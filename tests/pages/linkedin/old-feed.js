// The home feed and the search for posts, on the old front.
import { oldPhoto } from './avatar.js';
import { div, el, ember, p, span } from './element.js';
import { say } from './labels.js';
import { link, personLink } from './links.js';
import { List } from './list.js';
import { BODY, oldFrame } from './old-frame.js';
import { between, oldPost } from './old-post.js';
import { options } from './options.js';
import { me } from './people.js';
import { home } from './timeline.js';

/** Your own box: the link's text is your name. */
const self = () =>
  div(
    { class: 'feed-identity-module artdeco-card overflow-hidden', look: 'card' },
    div(
      { class: 'feed-identity-module__actor-meta break-words' },
      div({ class: 'feed-identity-module__member-bg-image' }),
      personLink(
        me,
        { class: 'ember-view block', id: ember(), look: 'block' },
        oldPhoto(me, 'large', { class: 'feed-identity-module__member-photo evi-image lazy-image ember-view' }),
        div({ class: 't-16 t-black t-bold', look: 'name' }, me.name),
      ),
      p({ class: 'identity-headline t-12 t-black--light t-normal', look: 'quiet line' }, me.about),
    ),
    div(
      { class: 'feed-identity-module__widgets' },
      ...['viewers', 'impressions'].map(word =>
        link(
          `https://www.linkedin.com/me/${word}/`,
          { class: 'ember-view full-width', id: ember(), look: 'block' },
          span({}, say(word)),
          ' ',
          el('strong', {}, '241'),
        ),
      ),
    ),
  );

const share = () =>
  div(
    { class: 'share-box-feed-entry__closed-share-box artdeco-card', look: 'card' },
    div(
      { class: 'share-box-feed-entry__top-bar', look: 'row middle' },
      personLink(
        me,
        { class: 'app-aware-link' },
        oldPhoto(me, 'small', { class: 'share-box-feed-entry__avatar evi-image' }),
      ),
      el(
        'button',
        { class: 'artdeco-button artdeco-button--muted artdeco-button--4', id: ember(), look: 'press grow' },
        span({ class: 'artdeco-button__text' }, say('start')),
      ),
    ),
  );

const news = () =>
  el(
    'section',
    { class: 'artdeco-card', look: 'card' },
    div(
      { 'data-view-name': 'news-module', id: 'feed-news-module' },
      el(
        'h2',
        { class: 'news-module__title t-20 t-black', look: 'heading' },
        span({ class: 't-20 t-black t-bold' }, say('news')),
      ),
      el(
        'ul',
        { class: 'list-style-none' },
        ...['Ferry 6 runs on time', 'A heron on the crane'].map((words, n) =>
          el(
            'li',
            { class: 'news-module__storyline' },
            link(
              `https://www.linkedin.com/news/story/${n}/`,
              { class: 'ember-view news-module__link', id: ember(), look: 'block' },
              div({ class: 'news-module__headline t-14 t-bold t-black', look: 'name' }, words),
              span({ class: 't-12 t-black--light', look: 'quiet' }, `${n + 3}h`),
            ),
          ),
        ),
      ),
    ),
  );

const posts = () => {
  const content = div({ class: 'scaffold-finite-scroll__content' });
  const draw = each => (each.suggestions ? between(1188) : oldPost(each));
  return { content, list: new List(content, number => home(options.seed, number), draw) };
};

export function oldFeed() {
  const { content, list } = posts();
  return {
    title: `${say('home')} | LinkedIn`,
    body: BODY,
    list,
    root: oldFrame({
      left: self(),
      column: [share(), div({ class: 'scaffold-finite-scroll scaffold-finite-scroll--infinite' }, content)],
      right: news(),
    }),
  };
}

export function oldContentSearch() {
  const { content, list } = posts();
  return {
    title: `${say('search')} | LinkedIn`,
    body: BODY,
    list,
    root: oldFrame({
      column: div(
        { class: 'search-results-container' },
        el('ul', { class: 'reusable-search__entity-result-list' }, el('li', {}, content)),
      ),
      right: [],
    }),
  };
}
