// A post, in the order and depth in which X writes it.
import { avatar, scene } from './avatar.js';
import { dir, el, row, text, view } from './element.js';
import { icon } from './icons.js';
import { at, say } from './labels.js';
import { link } from './link.js';
import { author, bare, statusOf } from './name.js';
import { actions, menu } from './post-actions.js';
import { open, quoted, words } from './post-boxed.js';

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
        // in a dialog that answers it a post has none
        each.bare ? null : view({}, actions(each)),
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
