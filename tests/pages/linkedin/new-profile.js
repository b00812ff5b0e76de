// A person's own page on the new front. There is no h1, and much that looks like a button is a link to this very page.
import { photo } from './avatar.js';
import { div, el, key, p, slot, span } from './element.js';
import { icon } from './icons.js';
import { urnText } from './ids.js';
import { ago, say } from './labels.js';
import { home, link, personLink } from './links.js';
import { named } from './names.js';
import { card, section, sideCard } from './new-cards.js';
import { asideAdvert, newFrame } from './new-frame.js';
import {
  connectItem,
  connectLink,
  degree,
  figure,
  followButton,
  heading,
  label,
  messageLink,
  pile,
  press,
  rule,
} from './new-parts.js';
import { textBox } from './new-text.js';
import { companies, isVerified, me, people } from './people.js';
import { change } from './states.js';
import { own, post } from './timeline.js';

const CARD = 'com.linkedin.sdui.profile.card.ref';

/** Others who stand on somebody's page, the same ones every time. */
const others = (person, from, count) => {
  const at = people.indexOf(person) + from;
  return Array.from({ length: count }, (_, n) => people[(at + n * 3) % people.length]).filter(each => each !== person);
};

const send = person => () => change(person, 'connect', 'pending');

/** Looks like a button, leads to this page. With `deep` its words stand in a paragraph, as a name would. */
const ownLink = (person, words, { deep = false, drawing } = {}) =>
  personLink(
    person,
    { componentkey: key(), look: 'plain', what: 'button' },
    deep ? div({}, p({}, words)) : span({ look: 'press-inside' }, drawing && icon(drawing), label(words)),
  );

function closeMenu(menu) {
  menu.remove();
}

/** What is not in front is in a menu, at the end of the page. */
function openMenu(person) {
  const menu = div(
    { 'data-floating-ui-portal': '' },
    div(
      { role: 'menu', look: 'menu' },
      connectItem(person),
      el(
        'button',
        { role: 'menuitem', type: 'button', look: 'plain', act: { what: 'close', run: () => closeMenu(menu) } },
        say('close'),
      ),
    ),
  );
  document.body.append(menu);
}

const more = person =>
  slot(
    press(
      'button',
      { componentkey: key(), act: { what: 'more', handle: person.slug, run: () => openMenu(person) } },
      null,
      say('moreActions'),
    ),
  );

const buttons = person => {
  if (person === me)
    return [link(`https://www.linkedin.com/in/${me.slug}/edit/intro/`, { look: 'press' }, label(say('about')))];
  if (person.degree === 1) return [messageLink(person), more(person)];
  return [person.followed ? followButton(person) : connectLink(person), messageLink(person), more(person)];
};

/** The bar that slides in when the head of the page is out of sight. */
const bar = person =>
  div(
    { role: 'toolbar', look: 'toolbar sliding' },
    slot(
      div(
        { componentkey: key(), look: 'row middle spread slide' },
        personLink(
          person,
          { tabindex: '0', look: 'block' },
          div(
            { 'aria-label': person.name, look: 'row middle' },
            figure(person, 'tiny'),
            div(
              { look: 'column' },
              named('bar', person, () => p({ look: 'name' }, person.name), { optional: true }),
              p({ look: 'quiet line' }, person.about),
            ),
          ),
        ),
        div({ look: 'row middle' }, ...buttons(person).reverse()),
      ),
    ),
  );

function nameLine(person) {
  const own = key();
  return div(
    { look: 'row middle' },
    slot(
      personLink(
        person,
        { componentkey: own, tabindex: '0' },
        div(
          { componentkey: own },
          div(
            { look: 'row middle' },
            named('profile', person, () => el('h2', { look: 'title' }, person.name)),
            isVerified(person) && icon('verified-medium', say('verified')),
          ),
        ),
      ),
    ),
    // both ways of saying it stand there, one of them unseen
    person !== me &&
      slot(
        p({ look: 'gone' }, `· ${say(person.degree === 1 ? 'degree2' : 'degree1')}`),
        p({ look: 'quiet stay' }, degree(person, '·')),
      ),
  );
}

/** Acquaintances whom both know: a link to a search, their names are strong words in it. */
function shared(person) {
  const [first, second] = others(person, 50, 2);
  const own = key();
  const search = `https://www.linkedin.com/search/results/people/?connectionOf=%5B%22${person.token}%22%5D`;
  return link(
    search,
    { componentkey: own, tabindex: '0', what: 'mutual' },
    div(
      { componentkey: own, look: 'row middle' },
      pile([first, second]),
      p(
        { look: 'quiet line' },
        link(
          search,
          { what: 'mutual' },
          el('strong', {}, first.name.split(' ')[0]),
          ', ',
          span({}),
          el('strong', {}, second.name.split(' ')[0]),
          span({}),
          ` ${say('and')} 6 ${say('mutual')}`,
        ),
      ),
    ),
  );
}

const topCard = person =>
  div(
    { componentkey: `${CARD}${person.token}Topcard` },
    slot(
      el(
        'section',
        { componentkey: `${CARD}${person.token}Topcard`, look: 'card' },
        div(
          {},
          link(`${home(person)}overlay/background-photo/`, { tabindex: '0' }, div({ look: 'cover' })),
          personLink(
            person,
            { componentkey: key(), tabindex: '0', look: 'portrait' },
            div({}, el('figure', { 'aria-hidden': 'true' }, photo(person, 'huge'))),
          ),
        ),
        div(
          {},
          nameLine(person),
          p({}, person.about),
          div(
            { look: 'row quiet' },
            p({}, 'Port Marlow'),
            p({}, '·'),
            p({}, link(`${home(person)}overlay/contact-info/`, {}, say('contact'))),
          ),
          div(
            { look: 'row' },
            div(
              { role: 'button', tabindex: '0', look: 'row middle' },
              figure(companies[person.number % 3], 'tiny'),
              p({}, companies[person.number % 3].name),
            ),
          ),
          div({ look: 'row quiet' }, p({}, '500+'), p({}, say('connections'))),
          person !== me && shared(person),
          slot(div({ look: 'row wrap actions-top' }, ...buttons(person))),
        ),
      ),
    ),
  );

const highlights = person =>
  section(
    say('about'),
    'h2',
    div(
      { look: 'row middle' },
      div({ look: 'grow' }, p({}, say('searchMore'))),
      slot(ownLink(person, say('message'), { drawing: 'premium-chip-v2-small' })),
    ),
  );

/** The key holds the owner's token; who stands in it is somebody else. */
function suggested(person) {
  const stranger = others(person, 71, 8).find(({ degree, followed }) => degree !== 1 && !followed);
  return div(
    { componentkey: `${CARD}${person.token}SuggestedForYou` },
    section(say('suggested'), 'h2', ...sideCard(stranger, send(stranger))),
  );
}

function posted(each, owner) {
  const address = `https://www.linkedin.com/feed/update/${urnText({ kind: 'activity', id: each.activity })}/`;
  const head = `auto-component-${key()}`;
  const more = { address };
  return div(
    { role: 'listitem', look: 'slide-item' },
    div(
      { componentkey: key() },
      each.by !== owner && [
        p(
          { componentkey: key(), look: 'quiet line' },
          named('above', owner, () => personLink(owner, { look: 'strong-link' }, el('strong', {}, owner.name)), more),
          span({}),
          ` ${say('reposted')}`,
        ),
        rule(),
      ],
      personLink(
        each.by,
        { componentkey: head, tabindex: '0', look: 'block' },
        div(
          { componentkey: head, look: 'row' },
          figure(each.by),
          div(
            { look: 'column grow' },
            div(
              { look: 'row middle' },
              named('author', each.by, () => p({ look: 'name' }, each.by.name), more),
              p({ look: 'quiet stay' }, degree(each.by)),
            ),
            p({ look: 'quiet line' }, each.by.about),
            p(
              { componentkey: key(), look: 'quiet line' },
              `${ago(each.ago)} •`,
              icon('globe-americas-small', say('all')),
            ),
          ),
        ),
      ),
      link(
        address,
        { componentkey: key(), tabindex: '0', what: 'post', handle: each.by.slug, look: 'block' },
        textBox(each.text),
      ),
      div(
        { look: 'row spread' },
        ownLink(owner, `${each.likes} ${say('reactions')}`, { deep: each.likes % 2 === 1 }),
        ownLink(owner, `2 ${say('comments')}`, { deep: true }),
      ),
      rule(),
      div(
        { look: 'row spread wrap' },
        press(
          'button',
          {
            componentkey: key(),
            'aria-label': say('react'),
            look: 'plain',
            act: { what: 'like', handle: each.by.slug },
          },
          'thumbs-up-outline-small',
          say('like'),
        ),
        link(
          address,
          { componentkey: key(), look: 'plain', what: 'comment' },
          span({ look: 'press-inside' }, icon('comment-small'), label(say('comment'))),
        ),
        ownLink(owner, say('send'), { drawing: 'send-privately-small' }),
      ),
    ),
  );
}

/** What somebody wrote and passed on lately. */
function activityOf(person) {
  const [other, mentioned] = others(person, 90, 2);
  const passed = post(
    {
      by: other.slug,
      ago: 900,
      text: ['Worth a walk in the rain, says ', { mention: mentioned.slug }, '.'],
      counts: [31, 2, 0],
    },
    8000,
  );
  return [
    own(person, 0),
    passed,
    own(person, 1, { text: ['Ask ', { mention: other.slug }, ', who knows more about it than I do.'] }),
  ];
}

const activity = person =>
  div(
    { componentkey: `${CARD}${person.slug}Activity` },
    slot(
      el(
        'section',
        { componentkey: key(), look: 'card' },
        div(
          { look: 'row middle spread' },
          div({}, heading('h2', say('activity')), p({ look: 'quiet' }, `971 ${say('followers')}`)),
          person !== me && followButton(person),
        ),
        div({ 'data-testid': 'carousel', look: 'slides' }, ...activityOf(person).map(each => posted(each, person))),
        rule(),
        // their name, strong, in a link to somebody else's post
        link(
          `https://www.linkedin.com/feed/update/urn:li:ugcPost:7530841374719803392/`,
          { componentkey: key(), tabindex: '0', what: 'post', look: 'block' },
          div(
            {},
            div(
              { look: 'row' },
              p({}, el('strong', {}, person.name), span({}), ` ${say('commented')}`),
              p({}, '•'),
              p({}, '8mo'),
            ),
            p({}, '🙌'),
          ),
        ),
        ownLink(person, say('showAll'), { drawing: 'arrow-right-small' }),
      ),
    ),
  );

const tab = words => div({ role: 'radio', tabindex: '0', look: 'press' }, div({}, el('label', {}, words)));

/** Two tabs, both of them in the tree. */
const interests = person =>
  section(
    say('interests'),
    'h2',
    div({ look: 'row' }, tab(say('people')), tab(say('network'))),
    div({}, ...others(person, 120, 2).map(each => card(each, { inside: slot(followButton(each)) }))),
    div(
      { hidden: '' },
      ...others(person, 140, 1).map(each => card(each, { more: { optional: true } })),
      card(companies[2]),
    ),
  );

const aside = person => [
  div({ componentkey: `${CARD}${person.token}SupportedLocales` }),
  asideAdvert(),
  div(
    { componentkey: `profileAsideBrowsemap${person.slug}` },
    section(
      say('moreProfiles'),
      'h3',
      ...others(person, 10, 4).flatMap(each => sideCard(each, send(each))),
      link(
        `${home(person)}overlay/browsemap-recommendations/`,
        { componentkey: key(), look: 'plain' },
        span({ look: 'press-inside' }, icon('arrow-right-small'), label(say('showAll'))),
      ),
    ),
  ),
  div(
    { componentkey: `profileAsidePymk${person.slug}` },
    section(say('knowMore'), 'h2', ...others(person, 30, 3).flatMap(each => sideCard(each, send(each)))),
  ),
  div(
    { componentkey: `profileAsideProduct${person.slug}` },
    section(say('suggested'), 'h2', card(companies[1]), followButton(companies[1])),
  ),
];

export function newProfile(person) {
  const toolbar = bar(person);
  const column = div(
    { componentkey: key(), 'data-testid': 'lazy-column', 'data-component-type': 'd8c2b988c4' },
    topCard(person),
    div({ componentkey: `ProfilePostConnectDrawer_${person.slug}` }),
    div({ componentkey: `profileCardsAboveActivity${person.slug}` }, highlights(person), suggested(person)),
    activity(person),
    div({ componentkey: `profileCardsBelowActivityPart5${person.slug}` }, interests(person)),
  );
  return {
    title: `${person.name} | LinkedIn`,
    root: newFrame({ screen: 'profile.Profile', toolbar, slides: true, column, aside: aside(person) }),
  };
}
