// The buttons of a post. A press turns a button's test id into its opposite.
import { dir, el, morph, row, view } from './element.js';
import { icon } from './icons.js';
import { say } from './labels.js';
import { link } from './link.js';
import { statusOf } from './name.js';
import { me } from './people.js';
import { openDelete, openReply, openRepost } from './reply.js';

const ACTIONS = {
  reply: { done: 'reply', icon: 'reply' },
  retweet: { done: 'unretweet', icon: 'repost', label: 'repost' },
  like: { done: 'unlike', icon: 'heart' },
  bookmark: { done: 'removeBookmark', icon: 'bookmark' },
};
const COUNTS = { reply: 'replies', retweet: 'reposts', like: 'likes' };

function action(post, name) {
  const { done, icon: drawing, label = name } = ACTIONS[name];
  const pressed = post.pressed.has(name);
  const count = COUNTS[name] && post[COUNTS[name]] + (pressed ? 1 : 0);
  const change = button => {
    pressed ? post.pressed.delete(name) : post.pressed.add(name);
    morph(button, action(post, name));
  };
  const run = button => {
    if (name === 'reply') openReply(post);
    else if (name === 'retweet') openRepost(pressed, () => change(button));
    else change(button);
  };
  return el(
    'button',
    {
      class: `view press action ${name} ${pressed ? 'on' : ''}`.trim(),
      role: 'button',
      type: 'button',
      'data-testid': pressed ? done : name,
      'aria-label': count ? `${count} ${say(label)}` : say(label),
      act: { what: pressed ? done : name, handle: post.by.handle, run },
    },
    el(
      'div',
      { dir: dir(), class: 'text quiet line' },
      view({ class: 'inline' }, view({ class: 'fill halo' }), icon(drawing)),
      COUNTS[name]
        ? view(
            { class: 'count' },
            el(
              'span',
              { 'data-testid': 'app-text-transition-container' },
              el('span', {}, count ? el('span', {}, String(count)) : null),
            ),
          )
        : null,
    ),
  );
}

export const actions = post =>
  view(
    { class: 'actions' },
    row(
      {
        role: 'group',
        class: 'group',
        'aria-label': `${post.replies}, ${post.reposts}, ${post.likes}`,
        id: `id__a${post.id}`,
      },
      view({}, action(post, 'reply')),
      view({}, action(post, 'retweet')),
      view({}, action(post, 'like')),
      view(
        {},
        link(
          `${statusOf(post)}/analytics`,
          { what: 'views', class: 'view press', 'aria-label': say('views') },
          el(
            'div',
            { dir: dir(), class: 'text quiet line' },
            view({ class: 'inline' }, view({ class: 'fill halo' }), icon('views')),
            view({ class: 'count' }, el('span', {}, String(post.likes * 37 + 112))),
          ),
        ),
      ),
      view({}, action(post, 'bookmark')),
    ),
  );

export const menu = post =>
  row(
    { class: 'stay' },
    post.advert ? el('div', { dir: dir(), class: 'text quiet' }, el('span', {}, say('ad'))) : null,
    view(
      {},
      el(
        'button',
        {
          class: 'view press',
          role: 'button',
          type: 'button',
          'data-testid': 'caret',
          'aria-haspopup': 'menu',
          'aria-expanded': 'false',
          'aria-label': say('more'),
          act: { what: 'menu', handle: post.by.handle, run: () => post.by === me && openDelete(post) },
        },
        el(
          'div',
          { dir: dir(), class: 'text quiet line' },
          view({ class: 'inline' }, view({ class: 'fill halo' }), icon('more')),
        ),
      ),
    ),
  );
