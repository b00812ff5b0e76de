// Posts that are one large link: inside another post, or side by side to leaf through. No link stands in them.
import { avatar } from './avatar.js';
import { dir, el, row, text, view } from './element.js';
import { say } from './labels.js';
import { link } from './link.js';
import { boxed, statusOf } from './name.js';
import { go } from './navigate.js';
import { me } from './people.js';

export const open = post => ({ what: 'post', handle: post.by.handle, run: () => go(statusOf(post)) });

export const words = (post, name = 'words') =>
  view(
    {},
    el(
      'div',
      { dir: 'auto', lang: post.by.lang, class: `text ${name}`, 'data-testid': 'tweetText', id: `id__t${post.id}` },
      el('span', {}, post.text),
      post.mentions ? link(`/${me.handle}`, { class: 'text blue' }, ` @${me.handle}`) : null,
    ),
  );

const box = (post, what, name) =>
  view(
    { class: name, role: 'link', tabindex: '0', act: { ...open(post), what } },
    view(
      {},
      row(
        { class: 'head' },
        view({ 'data-testid': 'Tweet-User-Avatar', class: 'small' }, view({}, avatar(post.by, 20, { linked: false }))),
        view({ class: 'shrink' }, boxed(post)),
      ),
      words(post, 'words short'),
    ),
  );

export const quoted = post => box(post, 'quote', 'quote');

/** Names outside any article. */
export const carousel = ({ posts }) =>
  view(
    { class: 'carousel' },
    el('h2', { dir: dir(), role: 'heading', 'aria-level': '2', class: 'view heading' }, text({}, say('fromFollowed'))),
    view(
      { 'data-testid': 'ScrollSnap-SwipeableList' },
      row(
        { 'data-testid': 'ScrollSnap-List', role: 'tablist', class: 'snap' },
        ...posts.map(post => view({ role: 'presentation' }, view({}, box(post, 'card', 'quote card')))),
      ),
    ),
  );
