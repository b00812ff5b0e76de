// A post of the new front. Nothing of it says where it is found, but a token in an empty element at its end.

import { openNew } from './comment-box.js';
import { div, el, key, p, slot, span } from './element.js';
import { icon } from './icons.js';
import { postKey, postToken, urnText } from './ids.js';
import { say } from './labels.js';
import { link } from './links.js';
import { above, actor, groupJoin } from './new-actor.js';
import { comment, comments, commentsIn } from './new-comments.js';
import { figure, here, press, pressable, rule, unseen } from './new-parts.js';
import { textBox, video } from './new-text.js';
import { options } from './options.js';
import { me, people } from './people.js';
import { likeable } from './states.js';
import { addressOf } from './timeline.js';

const poll = ({ poll, urn }) =>
  poll &&
  div(
    { look: 'poll' },
    link(
      `https://www.linkedin.com/feed/update/${urnText(urn)}/`,
      { componentkey: key(), tabindex: '0', what: 'poll' },
      p({ look: 'name' }, poll.join(' / ')),
    ),
    ...poll.map(answer => press('button', { componentkey: key() }, null, answer)),
  );

/** Said twice: all of it for screen readers, the short form for the eye. */
const twice = (long, short) => p({ look: 'quiet' }, unseen(long), span({ 'aria-hidden': 'true' }, short));

/** A name in a count is no name: it leads nowhere. */
function counts(post) {
  const first = people[(post.number * 13 + 5) % people.length];
  const short = post.number % 2 ? `${post.likes}` : `${first.name} ${say('and')} ${post.likes} ${say('other')}`;
  return div(
    { look: 'row middle counts' },
    link(
      here(),
      { componentkey: key(), tabindex: '0', what: 'counts', look: 'grow' },
      div(
        { componentkey: key(), look: 'row middle' },
        el('ul', { role: 'presentation', look: 'pile' }, el('li', {}, icon('like-consumption-ring-small'))),
        twice(`${short} ${say('reacted')}`, short),
      ),
    ),
    pressable({}, twice(`${post.replies} ${say('comments')}`, `${post.replies} ${say('comments')}`)),
    p({ look: 'quiet' }, '•'),
    link(here(), { componentkey: key(), tabindex: '0', what: 'counts' }, twice(`${post.reposts}`, `${post.reposts}`)),
  );
}

const act = (post, what) => ({ what, handle: post.by.slug });

function commentOn(post) {
  const token = postToken(post.urn);
  const run = at => {
    const element = at.closest('[role="listitem"]');
    const send = (words, id) =>
      commentsIn(element, token, `${postKey(post.urn.id)}FeedType_MAIN_FEED_RELEVANCE`).append(
        comment({ by: me, ago: 0, text: [words], under: urnText(post.urn), id, replies: [] }, 'comment'),
      );
    openNew(element, send);
  };
  return { ...act(post, 'comment'), run };
}

/** As whom one reacts: a picture without a name. */
const account = () =>
  link(
    here(),
    { componentkey: key(), tabindex: '0', what: 'account' },
    div({ 'aria-label': say('me'), look: 'row middle' }, figure(me, 'tiny'), icon('caret-small')),
  );

const actions = post =>
  div(
    { look: 'row actions' },
    account(),
    slot(
      div(
        { look: 'row' },
        likeable(post, (on, act) =>
          press(
            'button',
            { componentkey: key(), 'aria-label': say('react'), look: 'plain', act },
            on ? 'like-consumption-small' : 'thumbs-up-outline-small',
            say('like'),
          ),
        ),
        press('button', { 'aria-label': say('reactions'), look: 'plain narrow' }, 'chevron-up-small'),
      ),
    ),
    press('button', { componentkey: key(), look: 'plain', act: commentOn(post) }, 'comment-small', say('comment')),
    press(
      'button',
      { componentkey: key(), look: 'plain', 'aria-expanded': 'false', act: act(post, 'repost') },
      'repost-small',
      say('repost'),
    ),
    link(
      here(),
      { componentkey: key(), look: 'plain', act: act(post, 'share') },
      span({ look: 'press-inside' }, icon('send-privately-small'), span({}, say('send'))),
    ),
  );

const body = (post, place) => [
  el('h2', {}, unseen(say('feedPost')), span({ 'aria-hidden': 'true' })),
  above(post),
  actor(post, place),
  groupJoin(post),
  textBox(post.text, { commentary: post.shape === 'june' }),
  post.video && video(post.video),
  poll(post),
  counts(post),
  rule(),
  actions(post),
];

/** On this front a post in a post was never seen: what is passed on stands there itself, under a line that says by whom. */
const shownOf = post =>
  post.shared
    ? { ...post.shared, above: { who: [post.by], how: 'reposted' }, comments: post.comments, number: post.number }
    : post;

export function newPost(raw, { searched = false, shape = options.shape } = {}) {
  const post = { ...shownOf(raw), address: addressOf(raw), searched, shape };
  const september = shape === 'september';
  const own = postKey(post.urn.id);
  const token = postToken(post.urn);
  const feed = `${own}FeedType_${searched ? 'FLAGSHIP_SEARCH' : 'MAIN_FEED_RELEVANCE'}`;
  const card = `${september ? 'update-card-focus' : 'expanded'}${feed}`;
  const tools = `${token}-replaceableCommentTools${feed}`;
  const outer = div(
    { componentkey: card, ...(september && { id: card }), look: 'card post' },
    div(
      { role: 'listitem', componentkey: card },
      slot(div({ componentkey: own }, ...body(post, 'author'))),
      div({ componentkey: tools, ...(september && { id: tools }) }),
      comments(post, token, feed),
    ),
  );
  return september ? div({ 'data-lazy-mount-id': key(), look: 'slot' }, outer) : slot(outer);
}
