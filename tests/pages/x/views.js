// Each address's view: its title, what stands in the column, and the list that grows in it.
import { avatar } from './avatar.js';
import { conversation, group, personRow } from './cells.js';
import { items, pane } from './chat.js';
import { entry, head, section, tabs } from './column.js';
import { el, row, text, view } from './element.js';
import { say } from './labels.js';
import { List } from './list.js';
import { conversations } from './messages.js';
import { shown } from './name.js';
import { notifications } from './notifications.js';
import { options } from './options.js';
import { me, people, personOf } from './people.js';
import { focal, post } from './post.js';
import { profile, schema } from './profile.js';
import { inline } from './reply.js';
import * as timeline from './timeline.js';

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
    each => (each === subject ? view({}, focal(each), ...inline(each)) : post(each)),
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
  [/^\/notifications(?:\/\w+)?$/, notifications],
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
