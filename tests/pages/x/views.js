// Each address's view: its title, what stands in the column, and the list that grows in it.
import { avatar, scene } from './avatar.js';
import { conversation, group, personRow, suggestions } from './cells.js';
import { items, pane } from './chat.js';
import { dir, el, row, text, view } from './element.js';
import { trackedFollowButton } from './follow.js';
import { icon } from './icons.js';
import { say } from './labels.js';
import { link } from './link.js';
import { List } from './list.js';
import { conversations } from './messages.js';
import { plain, shown } from './name.js';
import { options } from './options.js';
import { me, people, personOf } from './people.js';
import { carousel, focal, post } from './post.js';
import * as timeline from './timeline.js';

/** How the head of a column looks: a way back, a title, perhaps something small beneath. */
const head = (title, below) =>
  view(
    { class: 'sticky' },
    row(
      { class: 'bar' },
      el(
        'button',
        {
          class: 'view press',
          role: 'button',
          type: 'button',
          'data-testid': 'app-bar-back',
          'aria-label': say('back'),
          act: { what: 'back', run: () => window.history.back() },
        },
        view({ class: 'inline' }, icon('back')),
      ),
      view(
        { class: 'grow' },
        el('h2', { dir: dir(), role: 'heading', 'aria-level': '2', class: 'view name large' }, title),
        below ? text({ class: 'quiet small' }, below) : null,
      ),
    ),
  );

const section = (label, list, attributes) =>
  el(
    'section',
    { class: 'view', role: 'region', 'aria-labelledby': 'accessible-list-1' },
    el('h1', { class: 'unseen', dir: 'auto', id: 'accessible-list-1' }, label),
    view({ 'aria-label': label, ...attributes }, list.element),
  );

const entry = each =>
  each.kind === 'carousel' ? carousel(each) : each.kind === 'suggestions' ? suggestions(each) : post(each);

const tabs = (...names) =>
  row(
    { class: 'tabs', role: 'tablist' },
    ...names.map((name, n) =>
      view(
        { role: 'presentation', class: 'grow' },
        view({ role: 'tab', class: n === 0 ? 'tab on' : 'tab', 'aria-selected': String(n === 0) }, text({}, name)),
      ),
    ),
  );

const composer = () =>
  view(
    { class: 'composer' },
    row(
      { class: 'across' },
      view({ class: 'side' }, avatar(me, 40)),
      row(
        { class: 'body send' },
        view({ class: 'grow', 'data-testid': 'tweetTextarea_0' }, text({ class: 'quiet large' }, say('composer'))),
        view(
          {},
          el(
            'button',
            {
              class: 'view press write',
              type: 'button',
              role: 'button',
              'data-testid': 'tweetButtonInline',
              disabled: '',
            },
            text({}, say('post')),
          ),
        ),
      ),
    ),
  );

function home() {
  const list = new List(number => timeline.home(options.seed, number), entry);
  return {
    title: say('home'),
    list,
    column: view(
      { tabindex: '0' },
      view({ class: 'sticky' }, tabs(say('forYou'), say('following'))),
      options.mobile || options.narrow ? null : composer(),
      section(say('timeline'), list),
    ),
  };
}

/** Data in a script element count as a script. */
const policy = window.trustedTypes?.createPolicy('data', { createScript: text => text }) ?? {
  createScript: text => text,
};

/** What search engines read; it holds the permanent id. X brings it up to date later than the rest. */
function schema(person) {
  const data = {
    '@context': 'http://schema.org',
    '@type': 'ProfilePage',
    mainEntity: {
      '@type': 'Person',
      additionalName: person.handle,
      givenName: person.name,
      identifier: person.id,
      description: person.about,
    },
  };
  const script = el('script', {
    type: 'application/ld+json',
    'data-testid': 'UserProfileSchema-test',
    'data-rh': 'true',
  });
  script.textContent = policy.createScript(JSON.stringify(data));
  return script;
}

const count = (href, number, word) =>
  view(
    {},
    link(
      href,
      { dir: dir(), class: 'text' },
      el('span', { class: 'name' }, el('span', {}, String(number))),
      ' ',
      el('span', { class: 'quiet' }, el('span', {}, word)),
    ),
  );

const fact = (test, drawing, words) =>
  el(
    'span',
    { 'data-testid': test, dir: dir(), role: 'presentation', class: 'fact quiet' },
    icon(drawing),
    el('span', {}, el('span', {}, words)),
  );

/** Name and handle as text: no link leads from a profile to itself. */
const profileName = person =>
  view(
    { 'data-testid': 'UserName', class: 'two-lines', remake: () => profileName(person) },
    view({ class: 'shrink' }, view({ class: 'shrink' }, plain(person))),
  );

function profileHead(person) {
  const number = Number(person.id.slice(-3));
  return view(
    {},
    view(
      { class: 'frame-wide' },
      view({ style: 'padding-bottom: 30%' }),
      view({ class: 'fill photo', style: `background-image: ${scene(['hill', 'shore', 'street'][number % 3])}` }),
    ),
    view(
      { class: 'profile' },
      row(
        { class: 'top' },
        view({ class: 'portrait' }, avatar(person, 120)),
        view({ class: 'grow' }),
        person === me ? null : trackedFollowButton(person),
      ),
      profileName(person),
      view(
        {},
        view(
          {},
          el(
            'div',
            { dir: 'auto', lang: person.lang, class: 'text', 'data-testid': 'UserDescription' },
            el('span', {}, person.about),
          ),
        ),
      ),
      view(
        {},
        el(
          'div',
          { dir: dir(), class: 'text facts', 'data-testid': 'UserProfileHeader_Items' },
          fact('UserJoinDate', 'calendar', say('joined')),
        ),
      ),
      row(
        { class: 'counts' },
        count(`/${person.handle}/following`, 40 + (number % 300), say('following')),
        count(`/${person.handle}/verified_followers`, 100 + number, say('followers')),
      ),
    ),
  );
}

function profile(person) {
  const theirs = timeline.written(person);
  const list = new List(number => {
    if (number === 0) return timeline.own(person, 0, { ago: 30000, pinned: true });
    if (number === 2)
      return timeline.post(
        {
          by: people[(person.id.length + 7) % people.length].handle,
          ago: 3000,
          text: 'A small thing worth passing on.',
          repost: person.handle,
          counts: [1, 4, 30],
        },
        900,
      );
    return theirs[number - (number > 2 ? 2 : 1)] ?? timeline.own(person, number);
  }, entry);
  return {
    title: `${person.name} (@${person.handle})`,
    schema: schema(person),
    list,
    column: view(
      { tabindex: '0' },
      head(shown(person), `${120 + Number(person.id.slice(-2))} ${say('posts')}`),
      profileHead(person),
      tabs(say('allPosts'), say('replies'), say('media')),
      section(person.name, list),
    ),
  };
}

/** `from`: where in the row of all people this list begins. */
const rows = from =>
  new List(number => (number < people.length - 1 ? people[(from + number) % people.length] : null), personRow);

function followers(person) {
  const list = rows(people.indexOf(person) + 1);
  return {
    title: `${say('followers')} (@${person.handle})`,
    schema: schema(person),
    list,
    column: view(
      { tabindex: '0' },
      head(shown(person), `@${person.handle}`),
      tabs(say('followers'), say('following')),
      section(say('followers'), list),
    ),
  };
}

function members() {
  const list = rows(0);
  return {
    title: say('members'),
    list,
    column: view({ tabindex: '0' }, head(text({}, say('members'))), section(say('members'), list)),
  };
}

/** The post of an address: one that was pressed, or one of the opening, or one made for it. */
function find(person, id) {
  for (let number = 0; number < 200; number++) {
    const each = timeline.home(options.seed, number);
    for (const one of each.posts ?? [each, each.quote]) if (one?.id === id) return { ...one, repost: null };
  }
  return { ...timeline.own(person, 1), id };
}

function thread(person, id) {
  const subject = find(person, id);
  const list = new List(
    number => (number === 0 ? subject : timeline.reply(subject, number)),
    each => (each === subject ? focal(each) : post(each)),
  );
  return {
    title: `${person.name}: “${subject.text}”`,
    list,
    column: view({ tabindex: '0' }, head(text({}, say('post'))), section(say('post'), list)),
  };
}

const inbox = (list, ids) => ({
  title: say('messages'),
  list,
  wide: true,
  column: row(
    { class: 'messages' },
    view({ class: 'inbox' }, head(text({}, say('messages'))), section(say('messages'), list, { role: 'tablist' })),
    pane(ids),
  ),
});

const messages = ids =>
  inbox(
    new List(
      number => conversations[number] ?? null,
      each => (each.people ? group(each) : conversation(each)),
    ),
    ids,
  );

function chat(ids) {
  const all = items();
  return inbox(
    new List(
      number => all[number] ?? null,
      each => each,
    ),
    ids,
  );
}

/** A view is made of the parts of its address; where it is a person's and there is no such person, it is null. */
const of = make => (handle, id) => {
  const person = personOf(handle);
  return person ? make(person, id) : null;
};
const VIEWS = [
  [/^\/messages(?:\/([\d-]+))?$/, messages],
  [/^\/i\/chat(?:\/([\d-]+))?$/, chat],
  [/^\/i\/lists\/\d+\/members$/, members],
  [/^\/(\w{1,15})\/(?:followers|following|verified_followers)$/, of(followers)],
  [/^\/(\w{1,15})\/status\/(\d+)/, of(thread)],
  [/^\/(\w{1,15})$/, of(profile)],
];

/** An address that is nobody's shows the home timeline. */
export function viewOf(path) {
  for (const [pattern, make] of VIEWS) {
    const parts = pattern.exec(path);
    const view = parts && make(...parts.slice(1));
    if (view) return view;
  }
  return home();
}
