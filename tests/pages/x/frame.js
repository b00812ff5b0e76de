// What stands around every view: navigation, the side column, the drawer with messages, and the place for what floats above.
import { avatar } from './avatar.js';
import { conversation, group, suggestion } from './cells.js';
import { dir, el, row, text, view } from './element.js';
import { icon } from './icons.js';
import { say } from './labels.js';
import { link } from './link.js';
import { conversations } from './messages.js';
import { plain } from './name.js';
import { options } from './options.js';
import { me, personOf } from './people.js';

const entry = (href, test, drawing, key) =>
  link(
    href,
    { 'data-testid': `AppTabBar_${test}_Link`, class: 'view entry', 'aria-label': say(key), what: 'tab' },
    row({ class: 'pill' }, view({}, icon(drawing)), text({ class: 'word' }, say(key))),
  );

const account = () =>
  el(
    'button',
    {
      class: 'view press account',
      role: 'button',
      type: 'button',
      'data-testid': 'SideNav_AccountSwitcher_Button',
      'aria-label': say('account'),
    },
    row(
      { class: 'across' },
      view({}, avatar(me, 40, { linked: false })),
      view({ class: 'word grow two-lines' }, plain(me)),
      view({ class: 'word' }, icon('more')),
    ),
  );

const navigation = () =>
  el(
    'header',
    { class: 'view banner', role: 'banner' },
    view(
      { class: 'rail' },
      view(
        {},
        el(
          'h1',
          { class: 'view', role: 'heading' },
          link(
            '/home',
            { class: 'view entry', what: 'tab', 'aria-label': say('home') },
            row({ class: 'pill' }, icon('sign')),
          ),
        ),
        el(
          'nav',
          { class: 'view', role: 'navigation' },
          entry('/home', 'Home', 'home', 'home'),
          entry('/explore', 'Explore', 'search', 'explore'),
          entry('/notifications', 'Notifications', 'bell', 'notifications'),
          entry('/messages', 'DirectMessage', 'mail', 'messages'),
          entry('/i/bookmarks', 'Bookmarks', 'bookmark', 'bookmarks'),
          entry('/i/lists/1/members', 'Lists', 'lists', 'lists'),
          entry(`/${me.handle}`, 'Profile', 'person', 'profile'),
        ),
        el(
          'button',
          { class: 'view press write', role: 'button', type: 'button', 'aria-label': say('post') },
          text({ class: 'word' }, say('post')),
          view({ class: 'pen' }, icon('pen')),
        ),
      ),
      account(),
    ),
  );

/** On a telephone the own picture stands above, and nothing at the side. */
const topBar = () =>
  row(
    { class: 'top-bar', 'data-testid': 'TopNavBar' },
    link(
      `/${me.handle}`,
      { class: 'view', 'data-testid': 'DashButton_ProfileIcon_Link', 'aria-label': say('account') },
      avatar(me, 32, { linked: false }),
    ),
    view({ class: 'middle grow' }, icon('sign')),
    view({ style: 'width: 32px' }),
  );

const TRENDS = [
  ['Gardens · Trending', 'First frost', '2,114'],
  ['Trending', 'Paper cranes', '987'],
  ['Radio · Trending', 'Good morning in three languages', '451'],
];

const trend = ([place, what, count]) =>
  view(
    { class: 'trend', 'data-testid': 'trend', role: 'link', tabindex: '0' },
    text({ class: 'quiet small' }, place),
    text({ class: 'name' }, what),
    text({ class: 'quiet small' }, `${count} ${say('posts')}`),
  );

const box = (label, ...inside) =>
  el(
    'aside',
    { class: 'view card', role: 'complementary', 'aria-label': label },
    el('h2', { dir: dir(), role: 'heading', class: 'view heading' }, text({}, label)),
    ...inside,
  );

const SUGGESTED = ['leilani_surveys', 'jonaslindq', 'idris_kites'].map(personOf);

const side = () =>
  view(
    { class: 'side-column', 'data-testid': 'sidebarColumn' },
    view(
      { class: 'search' },
      row(
        { class: 'field' },
        icon('search'),
        el('input', {
          type: 'text',
          placeholder: say('search'),
          'aria-label': say('search'),
          'data-testid': 'SearchBox_Search_Input',
        }),
      ),
    ),
    box(
      say('whoToFollow'),
      el('ul', { class: 'view', role: 'list' }, ...SUGGESTED.map(suggestion)),
      link('/i/connect', { handle: null, class: 'view more' }, text({ class: 'blue' }, say('showMore'))),
    ),
    box(say('happening'), ...TRENDS.map(trend)),
    text({ class: 'quiet small footer' }, say('footer')),
  );

/** Closed: its head stands at the foot of the window, its rows below the edge. */
const drawer = () => {
  const at = view(
    { class: 'drawer', 'data-testid': 'DMDrawer' },
    row(
      {
        class: 'drawer-head',
        'data-testid': 'DMDrawerHeader',
        act: { what: 'drawer', run: () => at.classList.toggle('open') },
      },
      el('h2', { dir: dir(), class: 'view grow', role: 'heading' }, text({ class: 'name large' }, say('messages'))),
      view({}, icon('mail')),
      view({}, icon('up')),
    ),
    el(
      'section',
      { class: 'view', role: 'region' },
      view(
        { 'aria-label': say('messages') },
        view(
          { role: 'tablist' },
          ...conversations.slice(0, 5).map(each => (each.people ? group(each) : conversation(each))),
        ),
      ),
    ),
  );
  return at;
};

export const layers = el('div', { id: 'layers', class: 'view' });
export const main = el('main', { class: 'view main', role: 'main' });

/** `wide` views have no side column. */
export const around = (column, { wide = false } = {}) =>
  row(
    { class: 'columns' },
    view({ class: wide ? 'primary wide' : 'primary', 'data-testid': 'primaryColumn' }, column),
    wide || options.narrow || options.mobile ? null : side(),
  );

export function build(root) {
  const classes = ['view', 'app', options.narrow && 'narrow', options.mobile && 'mobile'].filter(Boolean).join(' ');
  root.append(
    el(
      'div',
      { class: classes },
      view(
        { class: 'frame' },
        options.mobile ? topBar() : navigation(),
        main,
        options.mobile ? null : drawer(),
        layers,
      ),
    ),
  );
}
