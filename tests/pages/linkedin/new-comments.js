// Comments of the new front: three elements inside each other with one key, and the copy for screen readers before the name.

import { deletion } from './comment-box.js';
import { div, el, key, p, slot, span } from './element.js';
import { ago, degreeOf, say } from './labels.js';
import { personLink } from './links.js';
import { named } from './names.js';
import { badge, degree, figure, label, press, rule, unseen } from './new-parts.js';
import { textBox } from './new-text.js';
import { me } from './people.js';

function author({ by, address }, kind) {
  const own = key();
  const shown = named(
    kind,
    by,
    () =>
      span(
        { 'aria-hidden': 'true', look: 'name' },
        by.name,
        badge(by),
        span({ look: 'quiet' }, span({}, ` ${degree(by)}`)),
      ),
    { address },
  );
  return personLink(
    by,
    { componentkey: own, tabindex: '0', look: 'block' },
    div(
      { componentkey: own, look: 'column' },
      p({}, unseen(`${by.name} ${degreeOf(by)}`), shown),
      p({ look: 'quiet line' }, by.about),
    ),
  );
}

function like({ by }) {
  const own = key();
  return div(
    { componentkey: own, role: 'button', tabindex: '0', act: { what: 'like', handle: by.slug }, look: 'quiet' },
    div(
      { componentkey: own },
      p({ role: 'button' }, unseen(say('react')), span({ 'aria-hidden': 'true' }, say('like'))),
    ),
  );
}

export function comment(each, kind) {
  const own = `replaceableComment_urn:li:comment:(${each.under},${each.id})`;
  const picture = key();
  return div(
    { componentkey: own, 'data-mine': each.by === me },
    slot(
      div(
        { componentkey: own },
        slot(
          div(
            { componentkey: own, look: 'row comment' },
            slot(
              personLink(
                each.by,
                { componentkey: picture, tabindex: '0', look: 'stay' },
                figure(each.by, 'tiny', picture),
              ),
            ),
            div(
              { look: 'grow' },
              slot(
                div(
                  { look: 'row' },
                  div({ look: 'grow' }, author(each, kind)),
                  p({ look: 'quiet stay' }, ago(each.ago)),
                  press(
                    'button',
                    { componentkey: key(), 'aria-label': say('more'), look: 'round-press' },
                    'overflow-web-ios-small',
                  ),
                ),
              ),
              slot(slot(textBox(each.text))),
              slot(
                div(
                  { look: 'row middle' },
                  like(each),
                  press('button', { 'aria-label': say('reactions'), look: 'round-press' }, 'chevron-up-small'),
                  rule(),
                  el('button', { componentkey: key(), type: 'button', look: 'plain' }, span({}, label(say('reply')))),
                  each.by === me && deletion(at => at.closest('[data-mine]')),
                ),
              ),
              each.replies.length > 0 &&
                div(
                  { look: 'replies' },
                  ...each.replies.map(reply => comment({ ...reply, address: each.address }, 'reply')),
                ),
            ),
          ),
        ),
      ),
    ),
  );
}

const list = (token, feed, ...all) =>
  div(
    { componentkey: `commentsSectionContainer${feed}` },
    div(
      { 'data-component-type': 'LazyColumn', 'data-testid': `${token}-commentList${feed}` },
      div({ componentkey: `${token}-commentsSectionAnchorRef${feed}` }),
      ...all,
      div({}),
    ),
    div({ componentkey: `${token}-replaceableLoadMoreComments${feed}` }),
  );

/** Where the comments of a post stand; made where there are none yet. */
export function commentsIn(post, token, feed) {
  const find = () => post.querySelector('[data-testid*="-commentList"]');
  if (!find()) post.append(list(token, feed));
  return find();
}

/** What stands under a post where comments are open. */
export function comments({ comments, address }, token, feed) {
  if (comments.length === 0) return null;
  return list(token, feed, ...comments.map(each => comment({ ...each, address }, 'comment')));
}
