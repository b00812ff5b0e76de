// What others did: lines that say who liked, passed on or followed, told apart by a picture; what was written stands there whole.
import { avatar } from './avatar.js';
import { entry, head, section } from './column.js';
import { dir, el, row, text, view } from './element.js';
import { ago, say } from './labels.js';
import { link } from './link.js';
import { List } from './list.js';
import { bare } from './name.js';
import { me, personOf } from './people.js';
import { NOW, post } from './timeline.js';

/** How the pictures begin that X draws for each kind. */
const PICTURES = {
  liked: 'M20.884 13.19c-1.351 2.48-4.001 5.12-8.379 7.67l-.503.3-.504-.3z',
  reposted: 'M4.75 3.79l4.603 4.3-1.706 1.82L6 8.38v7.37z',
  followed: 'M17.863 13.44c1.477 1.58 2.366 3.8 2.632 6.46l.11 1.1H3.395l.11-1.1z',
  recommended: 'M22.99 11.295l-6.986-2.13z',
};

const OWN = 'Does anybody know who still repairs bellows?';
const mine = (from, more) =>
  post({ by: from, ago: 300, text: 'Ask at the old organ works.', ...more }, 700000 + from.length);

const TOLD = [
  { how: 'liked', who: ['ben_okafor', 'jonaslindq'], text: OWN, ago: 30 },
  { how: 'followed', who: ['quietlighthouse'], ago: 50 },
  { how: 'reposted', who: ['eleni_karra'], text: OWN, ago: 90 },
  { how: 'recommended', who: ['priyanair'], text: 'The tide tables are out.', ago: 100 },
  mine('oskar_rides', { replyTo: me.handle }),
  mine('tomasherrera', { mentions: true }),
];

const line = ({ how, who, text: said, ago: since }) => {
  const people = who.map(personOf);
  const [first] = people;
  const time = new Date(NOW - since * 60000);
  return el(
    'article',
    { class: 'view post', role: 'article', tabindex: '0', 'data-testid': 'notification' },
    row(
      { class: 'across' },
      view(
        { class: 'side' },
        el(
          'svg',
          { viewBox: '0 0 24 24', 'aria-hidden': 'true', class: 'icon' },
          el('g', {}, el('path', { d: PICTURES[how] })),
        ),
      ),
      view(
        { class: 'body' },
        row({}, ...people.map(each => avatar(each, 32))),
        el(
          'div',
          { dir: dir(), class: 'text' },
          link(`/${first.handle}`, { class: 'text' }, bare(first)),
          people.length > 1 ? ` ${say('others')} ` : ' ',
          el('time', { datetime: time.toISOString() }, ago(time, NOW)),
        ),
        said ? view({ 'data-testid': 'tweetText' }, el('span', {}, said)) : null,
      ),
    ),
  );
};

const draw = each => (each.how ? line(each) : entry(each));

export function notifications() {
  const list = new List(number => TOLD[number] ?? null, draw);
  return {
    title: say('notifications'),
    list,
    column: view({ tabindex: '0' }, head(text({}, say('notifications'))), section(say('notifications'), list)),
  };
}
