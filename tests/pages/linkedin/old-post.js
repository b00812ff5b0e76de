// A post of the old front.

import { openOld } from './comment-box.js';
import { div, el, ember, span } from './element.js';
import { oldIcon } from './icons.js';
import { say } from './labels.js';
import { video } from './new-text.js';
import { above, actor } from './old-actor.js';
import { comment, comments, commentsIn } from './old-comments.js';
import { hidden } from './old-parts.js';
import { words } from './old-text.js';
import { me, people } from './people.js';
import { likeable } from './states.js';
import { addressOf } from './timeline.js';

const menu = post =>
  div(
    {
      class: 'feed-shared-control-menu display-flex feed-shared-update-v2__control-menu text-align-right',
      look: 'corner',
    },
    ...['menu', ...(post.advert ? [] : ['close'])].map(word =>
      el(
        'button',
        {
          class:
            word === 'menu'
              ? 'feed-shared-control-menu__trigger artdeco-button artdeco-button--tertiary artdeco-button--circle artdeco-dropdown__trigger ember-view'
              : 'feed-shared-control-menu__hide-post-button artdeco-button artdeco-button--circle artdeco-button--tertiary',
          'aria-label': `${say(word)} ${post.by.name}`,
          type: 'button',
          look: 'round-press',
          act: { what: word, handle: post.by.slug },
        },
        oldIcon(word === 'menu' ? 'overflow-web-ios-medium' : 'close-small'),
      ),
    ),
  );

/** Of one who reacted, the name stands in a button and leads nowhere. */
function counts(post) {
  const first = people[(post.number * 13 + 5) % people.length];
  const said = `${first.name} ${say('and')} ${post.likes} ${say('other')}`;
  return div(
    { class: 'social-details-social-counts', look: 'counts' },
    el(
      'ul',
      { class: 'display-flex flex-wrap', look: 'row spread' },
      el(
        'li',
        { class: 'social-details-social-counts__item social-details-social-counts__reactions' },
        el(
          'button',
          {
            class: 'social-details-social-counts__count-value text-body-small hoverable-link-text',
            'aria-label': said,
            type: 'button',
            look: 'quiet',
          },
          span(
            { class: 'social-details-social-counts__social-proof-container' },
            span(
              {
                class: 'social-details-social-counts__social-proof-fallback-number',
                'aria-hidden': 'true',
                look: 'gone',
              },
              String(post.likes),
            ),
            span({ class: 'social-details-social-counts__social-proof-text' }, said),
          ),
        ),
      ),
      el(
        'li',
        { class: 'social-details-social-counts__item social-details-social-counts__comments' },
        el(
          'button',
          { class: 'social-details-social-counts__btn', type: 'button', look: 'quiet' },
          span({ 'aria-hidden': 'true' }, `${post.replies} ${say('comments')}`),
        ),
      ),
    ),
  );
}

const ACTIONS = [
  ['like', 'thumbs-up-outline-small', 'react-button__trigger'],
  ['comment', 'comment-small', 'comment-button'],
  ['repost', 'repost-small', 'social-reshare-button'],
  ['send', 'send-privately-small', 'send-privately-button'],
];

const action = ([what, drawing, name], more) =>
  el(
    'button',
    {
      class: `artdeco-button artdeco-button--muted artdeco-button--3 artdeco-button--tertiary ember-view social-actions-button ${name}`,
      'aria-label': say(what),
      id: ember(),
      look: 'plain',
      ...more,
    },
    oldIcon(drawing, { class: 'artdeco-button__icon' }),
    span({ class: 'artdeco-button__text' }, say(what)),
  );

function actOn(post, what) {
  const send = list => (words, id) =>
    list().append(
      comment({ by: me, ago: 0, text: [words], under: `urn:li:activity:${post.activity}`, id, replies: [] }),
    );
  const run = at => {
    const element = at.closest('[data-urn]');
    openOld(
      element,
      send(() => commentsIn(element)),
    );
  };
  return { what: what === 'send' ? 'share' : what, handle: post.by.slug, ...(what === 'comment' && { run }) };
}

const actions = post =>
  div(
    { class: 'feed-shared-social-action-bar feed-shared-social-action-bar--full-width', look: 'row actions' },
    ...ACTIONS.map(each =>
      span(
        { class: 'feed-shared-social-action-bar__action-button' },
        each[0] === 'like'
          ? likeable(post, (on, act) => action(each, { act, 'aria-pressed': String(on) }))
          : action(each, { act: actOn(post, each[0]) }),
      ),
    ),
  );

/** A second block of the same classes; the post inside says no number of its own. */
const shared = ({ shared: inner }) =>
  inner &&
  div(
    { class: 'feed-shared-update-v2__update-content-wrapper artdeco-card', look: 'shared' },
    actor(inner, 'quoted'),
    words(inner.text),
  );

const body = (post, number) =>
  div(
    {
      class: 'feed-shared-update-v2 feed-shared-update-v2--minimal-padding full-height relative artdeco-card',
      'data-urn': `urn:li:activity:${post.activity}`,
      role: 'article',
      id: ember(),
      look: 'card post',
    },
    div(
      { class: 'feed-shared-update-v2__control-menu-container display-flex flex-column flex-grow-1', look: 'relative' },
      el('h2', { class: 'visually-hidden', look: 'unseen' }, `${say('feedPost')} ${number + 1}`),
      div(
        { class: 'fie-impression-container' },
        div({ look: 'relative' }, above(post), menu(post), actor(post, 'author')),
        words(post.text),
        post.video && video(post.video),
        shared(post),
        div({ class: 'update-v2-social-activity', id: ember() }, counts(post), actions(post)),
      ),
      div({ class: 'update-v2-social-activity', id: ember() }, comments(post)),
    ),
  );

export function oldPost(raw, { hotkey = raw.number } = {}) {
  const post = { ...raw, address: addressOf(raw, 'old') };
  return div(
    { 'data-id': `urn:li:activity:${post.activity}`, 'data-finite-scroll-hotkey-item': String(hotkey) },
    div(
      { class: 'ember-view occludable-update', id: ember() },
      div(
        { class: 'full-height', 'data-view-name': 'feed-full-update' },
        div({ class: 'full-height' }, body(post, raw.number)),
      ),
    ),
  );
}

/** Between posts: bundles and offers, which name nobody. */
export const between = number =>
  div(
    { 'data-id': `urn:li:inAppPromotion:${number}`, 'data-finite-scroll-hotkey-item': String(number) },
    div({ class: 'artdeco-card', look: 'card' }, say('upsell'), hidden(say('upsell'))),
  );
