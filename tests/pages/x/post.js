// A post, in the order and depth in which X writes it.
import { avatar, scene } from './avatar.js';
import { dir, el, morph, row, text, view } from './element.js';
import { icon } from './icons.js';
import { at, say } from './labels.js';
import { link } from './link.js';
import { author, bare, boxed, statusOf } from './name.js';
import { go } from './navigate.js';

const open = post => ({ what: 'post', handle: post.by.handle, run: () => go(statusOf(post)) });

/** The line above a post: who passed it on, or that it is pinned, which leads nowhere. */
function context({ repost, pinned, community, id }) {
  if (!repost && !pinned && !community) return null;
  const line = (...inside) =>
    el('span', { 'data-testid': 'socialContext', id: `id__c${id}`, class: 'context' }, ...inside);
  const said = () => {
    if (pinned) return el('div', { dir: dir(), class: 'text quiet' }, line(el('span', {}, say('pinned'))));
    if (community)
      return link(
        '/i/communities/1',
        { handle: null, dir: dir(), class: 'text quiet' },
        line(el('span', {}, community)),
      );
    const name = bare(repost);
    return link(
      `/${repost.handle}`,
      { dir: dir(), class: 'text quiet', id: `id__c${id}` },
      line(el('span', { dir: dir() }, ...[...name.firstChild.childNodes]), ` ${say('reposted')}`),
    );
  };
  return row(
    { class: 'above' },
    view({ class: 'side' }, icon(pinned ? 'pin' : repost ? 'repost' : 'person')),
    view({ class: 'shrink' }, view({}, view({}, row({ class: 'shrink' }, view({ class: 'shrink' }, said()))))),
  );
}

const replyingTo = ({ replyTo }) =>
  replyTo &&
  view(
    {},
    el(
      'div',
      { dir: dir(), class: 'text quiet' },
      `${say('replyingTo')} `,
      el(
        'div',
        { class: 'inline' },
        link(`/${replyTo.handle}`, { dir: dir(), class: 'text blue' }, el('span', {}, at(replyTo.handle))),
      ),
    ),
  );

const words = (post, name = 'words') =>
  view(
    {},
    el(
      'div',
      { dir: 'auto', lang: post.by.lang, class: `text ${name}`, 'data-testid': 'tweetText', id: `id__t${post.id}` },
      el('span', {}, post.text),
    ),
  );

const photo = (name, extra) =>
  view(
    { class: 'media' },
    view(
      {},
      view(
        { 'data-testid': 'tweetPhoto', class: 'frame' },
        view({ style: 'padding-bottom: 44%' }),
        view({ class: 'fill photo', style: `background-image: ${scene(name)}` }),
        extra,
      ),
    ),
  );

/** Videos are watched for being seen, with the same test id in which an advert is wrapped. */
const video = length =>
  view(
    { 'data-testid': 'placementTracking' },
    view(
      { 'data-testid': 'videoComponent' },
      photo(
        'shore',
        view({ class: 'fill middle' }, view({ class: 'play' }, icon('play')), text({ class: 'length' }, length)),
      ),
    ),
  );

/** A post inside a post: one large link, without any link in it. */
export const quoted = post =>
  view(
    { class: 'quote', role: 'link', tabindex: '0', act: { ...open(post), what: 'quote' } },
    view(
      {},
      row(
        { class: 'head' },
        view({ 'data-testid': 'Tweet-User-Avatar', class: 'small' }, view({}, avatar(post.by, 20, { linked: false }))),
        view({ class: 'shrink' }, boxed(post)),
      ),
    ),
    words(post, 'words short'),
  );

const ACTIONS = {
  reply: { done: 'reply', icon: 'reply' },
  retweet: { done: 'unretweet', icon: 'repost', label: 'repost' },
  like: { done: 'unlike', icon: 'heart' },
  bookmark: { done: 'removeBookmark', icon: 'bookmark' },
};
const COUNTS = { reply: 'replies', retweet: 'reposts', like: 'likes' };

/** Reply, repost, like, bookmark: a press turns the test id into its opposite. */
function action(post, name) {
  const { done, icon: drawing, label = name } = ACTIONS[name];
  const pressed = post.pressed.has(name);
  const count = COUNTS[name] && post[COUNTS[name]] + (pressed ? 1 : 0);
  const run = button => {
    if (name === 'reply') return;
    pressed ? post.pressed.delete(name) : post.pressed.add(name);
    morph(button, action(post, name));
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

const actions = post =>
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

const menu = post =>
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
          act: { what: 'menu', handle: post.by.handle },
        },
        el(
          'div',
          { dir: dir(), class: 'text quiet line' },
          view({ class: 'inline' }, view({ class: 'fill halo' }), icon('more')),
        ),
      ),
    ),
  );

const media = post => [
  post.photo ? photo(post.photo) : null,
  post.video ? video(post.video) : null,
  post.quote ? view({ class: 'media' }, quoted(post.quote)) : null,
];

const shell = (post, attributes, ...inside) => {
  const article = el(
    'article',
    {
      class: 'view post',
      role: 'article',
      'data-testid': 'tweet',
      'aria-labelledby': `id__${post.id} id__t${post.id} id__a${post.id}`,
      ...attributes,
    },
    view({}, view({}, ...inside)),
  );
  // An advert is wrapped whole, and nothing else tells it from a post but that it has no time.
  return view({}, post.advert ? view({ 'data-testid': 'placementTracking' }, article) : view({}, article));
};

export const post = each =>
  shell(
    each,
    { tabindex: '0', act: open(each) },
    view({}, context(each)),
    row(
      { class: 'across' },
      view({ class: 'side' }, view({ 'data-testid': 'Tweet-User-Avatar' }, view({}, view({}, avatar(each.by, 40))))),
      view(
        { class: 'body' },
        view({}, row({ class: 'top' }, view({ class: 'grow' }, view({ class: 'shrink' }, author(each))), menu(each))),
        replyingTo(each),
        words(each),
        ...media(each),
        view({}, actions(each)),
      ),
    ),
  );

const clock = time =>
  time.toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** The post that a page is about: it takes no focus by Tab, and its time stands below. */
export const focal = each =>
  shell(
    each,
    { tabindex: '-1' },
    row(
      { class: 'across' },
      view({ class: 'side' }, view({ 'data-testid': 'Tweet-User-Avatar' }, view({}, view({}, avatar(each.by, 40))))),
      view(
        { class: 'grow' },
        row({ class: 'top' }, view({ class: 'grow two-lines' }, author(each, { timed: false })), menu(each)),
      ),
    ),
    replyingTo(each),
    words(each, 'words large'),
    ...media(each),
    row(
      { class: 'moment' },
      link(
        statusOf(each),
        { what: 'time', dir: dir(), class: 'text quiet' },
        el('time', { datetime: each.time.toISOString() }, clock(each.time)),
      ),
    ),
    view({}, actions(each)),
  );

/** Posts to leaf through: names outside any article. */
export const carousel = ({ posts }) =>
  view(
    { class: 'carousel' },
    el('h2', { dir: dir(), role: 'heading', 'aria-level': '2', class: 'view heading' }, text({}, say('fromFollowed'))),
    view(
      { 'data-testid': 'ScrollSnap-SwipeableList' },
      row(
        { 'data-testid': 'ScrollSnap-List', role: 'tablist', class: 'snap' },
        ...posts.map(each =>
          view(
            { role: 'presentation' },
            view(
              {},
              view(
                { class: 'quote card', role: 'link', tabindex: '0', act: { ...open(each), what: 'card' } },
                view(
                  {},
                  row(
                    { class: 'head' },
                    view(
                      { 'data-testid': 'Tweet-User-Avatar', class: 'small' },
                      view({}, avatar(each.by, 20, { linked: false })),
                    ),
                    view({ class: 'shrink' }, boxed(each)),
                  ),
                ),
                words(each, 'words short'),
              ),
            ),
          ),
        ),
      ),
    ),
  );
