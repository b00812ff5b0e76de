// Names, in each of the forms in which X writes them.
import { dir, el, row, view } from './element.js';
import { icon } from './icons.js';
import { ago, at, say } from './labels.js';
import { link } from './link.js';
import { NOW } from './timeline.js';

const EMOJI = /(\p{Extended_Pictographic}\ufe0f?)/u;

/** X shows an emoji as a picture, whose alternative text is all that is left of it. */
const emoji = sign =>
  el('img', {
    alt: sign,
    draggable: 'false',
    class: 'emoji',
    src: `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><text y="20" font-size="20" font-family="emoji, 'Noto Color Emoji'">${sign}</text></svg>`)}`,
  });

const spelled = name => name.split(EMOJI).map(part => (EMOJI.test(part) ? emoji(part) : el('span', {}, part)));

/** Some have a sign beside their name. */
const isVerified = ({ id }) => Number(id.slice(-2)) % 5 === 0;

/** The name alone. */
export const bare = ({ name }) => el('div', { dir: dir(), class: 'text name' }, el('span', {}, ...spelled(name)));

/** Name and sign of verification. */
export const shown = person =>
  row(
    { class: 'shown' },
    bare(person),
    el(
      'div',
      { dir: dir(), class: 'text sign' },
      el(
        'span',
        {},
        isVerified(person) &&
          icon('verified', { 'aria-label': say('verified'), role: 'img', 'data-testid': 'icon-verified' }),
      ),
    ),
  );

export const handle = person => el('div', { dir: dir(), class: 'text quiet' }, el('span', {}, at(person.handle)));

const dot = () => el('div', { dir: dir(), 'aria-hidden': 'true', class: 'text quiet dot' }, el('span', {}, '·'));

const clock = time => el('time', { datetime: time.toISOString() }, ago(time, NOW));

export const statusOf = post => `/${post.by.handle}/status/${post.id}`;

/** Above a post: name, handle and time, each a link. An advert has no time; the post that a page is about has it elsewhere. */
export const author = (post, { timed = true } = {}) => {
  const { by } = post;
  const href = `/${by.handle}`;
  return row(
    { class: 'user-name', 'data-testid': 'User-Name', id: `id__${post.id}`, remake: () => author(post, { timed }) },
    row({ class: 'first' }, view({ class: 'shrink' }, link(href, { class: 'view shrink' }, shown(by)))),
    row(
      { class: 'second' },
      row(
        { class: 'shrink' },
        view({ class: 'shrink' }, link(href, { tabindex: '-1', class: 'view shrink' }, handle(by))),
        timed && !post.advert ? dot() : null,
        timed && !post.advert
          ? row(
              { class: 'stay' },
              link(
                statusOf(post),
                { what: 'time', dir: dir(), class: 'text quiet', 'aria-label': ago(post.time, NOW) },
                clock(post.time),
              ),
            )
          : null,
      ),
    ),
  );
};

/** In a post that is one large link: no link inside. */
export const boxed = post =>
  row(
    { class: 'user-name', 'data-testid': 'User-Name', remake: () => boxed(post) },
    row({ class: 'first' }, view({ class: 'shrink' }, view({ class: 'shrink' }, shown(post.by)))),
    row(
      { class: 'second' },
      row(
        { class: 'shrink' },
        view({ class: 'shrink' }, view({ tabindex: '-1', class: 'shrink' }, handle(post.by))),
        dot(),
        row(
          { class: 'stay' },
          view({}, el('div', { dir: dir(), class: 'text quiet', 'aria-label': ago(post.time, NOW) }, clock(post.time))),
        ),
      ),
    ),
  );

/** In a row of people: the handle stands below the name. */
export const stacked = person =>
  view(
    { class: 'shrink', remake: () => stacked(person) },
    row({ class: 'shrink' }, link(`/${person.handle}`, { class: 'view shrink' }, shown(person))),
    view(
      {},
      row(
        { class: 'shrink' },
        link(`/${person.handle}`, { tabindex: '-1', class: 'view shrink' }, view({}, handle(person))),
      ),
    ),
  );

/** Where nothing is a link: with a time beside the handle, or with something to say of the person. */
export const plain = (person, { time, note } = {}) =>
  row(
    { class: 'user-name' },
    view({ class: 'shrink' }, view({ class: 'shrink' }, shown(person))),
    row({ class: 'second' }, view({ tabindex: '-1', class: 'shrink' }, view({}, handle(person))), note),
    time ? dot() : null,
    time ? view({ class: 'stay' }, el('div', { dir: dir(), class: 'text quiet' }, clock(time))) : null,
  );
