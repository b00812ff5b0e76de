// Comments and replies of the old front. A name stands once in them.

import { deletion } from './comment-box.js';
import { div, el, ember, span } from './element.js';
import { ago, degreeOf, say } from './labels.js';
import { home } from './links.js';
import { named } from './names.js';
import { appLink, hidden, picture } from './old-parts.js';
import { spelled } from './old-text.js';
import { me } from './people.js';

const linked = (person, attributes, ...children) =>
  appLink(home(person).replace(/\/$/, ''), { handle: person.slug, ...attributes }, ...children);

const meta = ({ by, ago: since, address }, kind) =>
  div(
    { class: 'comments-comment-meta__container comments-comment-meta__container--parent', look: 'row' },
    div(
      { class: 'comments-comment-meta__actor', look: 'row grow' },
      linked(
        by,
        {
          class: 'app-aware-link comments-comment-meta__image-link',
          'aria-label': `${say('see')} ${by.name}`,
          look: 'stay',
        },
        picture(by, 'tiny', { alt: `${say('see')} ${by.name}` }),
      ),
      linked(
        by,
        {
          class: 'app-aware-link comments-comment-meta__description-container tap-target overflow-hidden',
          'aria-label': by.name,
          look: 'block',
        },
        el(
          'h3',
          { class: 'comments-comment-meta__description' },
          named(kind, by, () => span({ class: 'comments-comment-meta__description-title', look: 'name' }, by.name), {
            address,
          }),
          span(
            { class: 'comments-comment-meta__data', look: 'quiet' },
            span({ class: 'white-space-pre' }, ' '),
            `• ${degreeOf(by)}`,
          ),
        ),
        div({ class: 'comments-comment-meta__description-subtitle', look: 'quiet line' }, by.about),
      ),
    ),
    div(
      { class: 'comments-comment-meta__info', look: 'stay' },
      el('time', { class: 'comments-comment-meta__data', look: 'quiet' }, ago(since)),
    ),
  );

export function comment(each, kind = 'comment') {
  const activity = each.under.replace('urn:li:', '');
  const reply = kind === 'reply';
  return el(
    'article',
    {
      class: `comments-comment-entity ${reply ? 'comments-comment-entity--reply' : ''}`.trim(),
      'data-id': `urn:li:comment:(${activity},${each.id})`,
      id: ember(),
      tabindex: '-1',
      look: 'comment block',
    },
    meta(each, kind),
    div(
      { class: 'comments-thread-entity' },
      div(
        { class: 'comments-thread-item' },
        el(
          'section',
          { class: 'comments-comment-entity__content' },
          span(
            {
              class: 'comments-comment-item__main-content feed-shared-main-content--comment t-14 t-black t-normal',
              dir: 'auto',
              look: 'words',
            },
            div(
              { class: 'update-components-text relative', dir: 'auto' },
              span({ dir: 'auto' }, ...spelled(each.text)),
            ),
          ),
        ),
      ),
    ),
    div(
      { class: 'comments-comment-social-bar--cr', look: 'row' },
      ...['like', 'reply'].map(what =>
        el(
          'button',
          {
            class: 'artdeco-button artdeco-button--muted artdeco-button--1 artdeco-button--tertiary ember-view',
            'aria-label': `${say(what)} ${each.by.name}`,
            id: ember(),
            look: 'plain',
            act: { what, handle: each.by.slug },
          },
          span(
            { class: 'artdeco-button__text' },
            span({ 'aria-hidden': 'true' }, say(what)),
            hidden(`${say(what)} ${each.by.name}`),
          ),
        ),
      ),
      each.by === me && deletion(at => at.closest('article')),
    ),
    each.replies.length > 0 &&
      div(
        { class: 'comments-replies-list', look: 'replies nested' },
        ...each.replies.map(one => comment({ ...one, address: each.address }, 'reply')),
      ),
  );
}

const list = (...all) =>
  div(
    { class: 'feed-shared-update-v2__comments-container display-flex flex-column' },
    div(
      { class: 'comments-comments-list comments-comments-list--cr', id: ember() },
      div({ class: 'comments-comment-list__container' }, ...all),
    ),
  );

/** Where the comments of a post stand; made where there are none yet. */
export function commentsIn(post) {
  const find = () => post.querySelector('.comments-comment-list__container');
  if (!find()) post.append(list());
  return find();
}

export const comments = ({ comments: all, address }) =>
  all.length > 0 && list(...all.map(each => comment({ ...each, address })));
