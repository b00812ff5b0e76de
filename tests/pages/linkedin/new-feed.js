// The home feed of the new front.
import { div, el, key, p, slot, span } from './element.js';
import { icon } from './icons.js';
import { say } from './labels.js';
import { companyHome, link, personLink } from './links.js';
import { List } from './list.js';
import { card, feedSuggestions } from './new-cards.js';
import { asideAdvert, newFrame } from './new-frame.js';
import { figure, heading, press, pressable, rule } from './new-parts.js';
import { newPost } from './new-post.js';
import { options } from './options.js';
import { companies, me, personOf } from './people.js';
import { home } from './timeline.js';

/** Of your own account it shows picture, name and employer: three links, two of them with text. */
function self() {
  const [photo, words, work] = [key(), key(), key()];
  return slot(
    div(
      { componentkey: key(), look: 'card' },
      div(
        {},
        personLink(me, { componentkey: photo, tabindex: '0' }, div({ componentkey: photo }, figure(me, 'large'))),
        div(
          {},
          personLink(
            me,
            { componentkey: words, tabindex: '0', look: 'block' },
            div(
              { 'aria-label': `${me.name}, ${me.about}`, componentkey: words },
              div({ look: 'row middle' }, p({ look: 'name' }, me.name), icon('verified-small', say('verified'))),
              p({ look: 'quiet line' }, me.about),
            ),
          ),
          personLink(
            me,
            { componentkey: work, tabindex: '0', look: 'block' },
            div(
              { componentkey: work, look: 'row middle' },
              figure(companies[0], 'tiny'),
              p({ look: 'line' }, companies[0].name),
            ),
          ),
        ),
      ),
    ),
  );
}

const numbers = () =>
  div(
    { role: 'menu', look: 'card' },
    ...['viewers', 'impressions'].map((word, n) =>
      slot(
        link(
          `https://www.linkedin.com/analytics/${word}/`,
          { componentkey: key(), tabindex: '0', look: 'row spread' },
          div({ look: 'row spread' }, p({}, say(word)), p({ look: 'quiet' }, String(241 * (n + 1)))),
        ),
      ),
    ),
  );

const share = () => [
  div(
    { look: 'row middle' },
    personLink(me, { tabindex: '0' }, figure(me)),
    pressable(
      { look: 'grow start' },
      div({ componentkey: 'draft-text-replaceable-component' }, p({}, say('start')), p({})),
    ),
  ),
  div(
    { look: 'row spread' },
    pressable({}, icon('video-medium'), p({}, say('video'))),
    pressable({}, icon('image-medium'), p({}, say('photo'))),
  ),
];

const aside = () => [
  div(
    { look: 'card' },
    p({ look: 'heading' }, say('news')),
    ...['Ferry 6 runs on time', 'A heron on the crane'].map((words, n) =>
      slot(
        link(
          `https://www.linkedin.com/news/story/${n}/`,
          { componentkey: key(), tabindex: '0', look: 'block' },
          div(
            {},
            p({ look: 'name' }, words),
            div(
              { look: 'row' },
              p({ look: 'quiet' }, `${n + 3}h`),
              p({ look: 'quiet' }, '•'),
              p({ look: 'quiet' }, '812'),
            ),
          ),
        ),
      ),
    ),
  ),
  div(
    { look: 'card' },
    heading('h2', say('suggested')),
    ...['rashid-v', 'nguyễn-thu-hà'].map(slug => card(personOf(slug))),
    card(companies[1]),
  ),
  asideAdvert(),
];

export function newFeed() {
  const feed = div(
    {
      componentkey: 'container-update-list_mainFeed-lazy-container',
      'data-component-type': 'LazyColumn',
      'data-testid': 'mainFeed',
      role: 'list',
    },
    div({ look: 'card' }, ...share()),
    div(
      { componentkey: key(), role: 'button', tabindex: '0' },
      div(
        { componentkey: key() },
        rule(),
        p({ look: 'quiet' }, span({}, '↕'), el('strong', {}, say('all'))),
        icon('chevron-down-small'),
      ),
    ),
    slot(div({ componentkey: key(), look: 'gone' }, press('button', {}, 'arrow-up-small', say('feedPost')))),
  );
  const list = new List(
    feed,
    number => home(options.seed, number),
    each => (each.suggestions ? feedSuggestions(each) : newPost(each)),
  );
  return {
    title: `${say('home')} | LinkedIn`,
    list,
    root: newFrame({
      screen: 'feed.MainFeed',
      left: [self(), numbers(), slot(link(companyHome(companies[0]), { look: 'gone' }, companies[0].name))],
      column: feed,
      aside: aside(),
    }),
  };
}
