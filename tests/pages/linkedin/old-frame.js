// What stands around every page of the old front: the bar, which shows your own picture and, as its text, your name; and the closed
// drawer with messages.
import { oldPhoto } from './avatar.js';
import { div, el, ember, span } from './element.js';
import { liIcon, oldIcon } from './icons.js';
import { say } from './labels.js';
import { link } from './links.js';
import { hidden, twice } from './old-parts.js';
import { options } from './options.js';
import { messages, modals } from './outlet.js';
import { me } from './people.js';

export const BODY = 'render-mode-BIGPIPE nav-v2 theme theme--mercado ember-application icons-loaded boot-complete';

const entry = (href, drawing, word) =>
  el(
    'li',
    { class: 'global-nav__primary-item' },
    link(
      href,
      { class: 'global-nav__primary-link', what: 'tab', look: 'tab' },
      div(
        { class: 'ivm-image-view-model global-nav__icon-ivm' },
        div({ class: 'ivm-view-attr__img-wrapper' }, liIcon(drawing, { class: 'ivm-view-attr__icon' })),
      ),
      span(
        { class: 't-12 break-words block t-black--light t-normal global-nav__primary-link-text', look: 'tab-word' },
        word,
      ),
    ),
  );

const self = () =>
  el(
    'li',
    { class: 'global-nav__primary-item' },
    div(
      { class: 'global-nav__me artdeco-dropdown artdeco-dropdown--placement-bottom ember-view', id: ember() },
      el(
        'button',
        {
          class:
            'global-nav__primary-link global-nav__primary-link-me-menu-trigger artdeco-dropdown__trigger ember-view',
          id: ember(),
          'aria-expanded': 'false',
          type: 'button',
          look: 'tab',
          act: { what: 'me' },
        },
        oldPhoto(me, 'tiny', { class: 'global-nav__me-photo evi-image ember-view' }),
        span(
          { class: 't-12 global-nav__primary-link-text', look: 'tab-word' },
          say('me'),
          oldIcon('caret-small', { class: 'global-nav__icon global-nav__icon--small' }),
        ),
      ),
      div({ class: 'global-nav__me-content artdeco-dropdown__content', 'aria-hidden': 'true', tabindex: '-1' }),
    ),
  );

const bar = () =>
  el(
    'header',
    { id: 'global-nav', class: 'global-nav global-alert-offset-top global-nav--visible', look: 'bar' },
    div(
      { class: 'global-nav__content', look: 'bar-inside' },
      link(
        'https://www.linkedin.com/feed/',
        { class: 'app-aware-link global-nav__branding', what: 'tab' },
        liIcon('linkedin-bug-blue-medium'),
      ),
      div(
        { id: 'global-nav-search', class: 'global-nav__search', look: 'search' },
        oldIcon('search-small', { class: 'search-global-typeahead__search-icon' }),
        el('input', {
          class: 'basic-input search-global-typeahead__input',
          'aria-label': say('search'),
          placeholder: say('search'),
          'data-view-name': 'search-global-typeahead-input',
          look: 'search-field',
        }),
      ),
      el(
        'nav',
        { class: 'global-nav__nav', look: 'tabs' },
        el(
          'ul',
          { class: 'global-nav__primary-items', look: 'tab-list' },
          entry('https://www.linkedin.com/feed/', 'home', say('home')),
          entry('https://www.linkedin.com/mynetwork/grow/', 'people', say('network')),
          entry('https://www.linkedin.com/jobs/', 'job', say('jobs')),
          entry('https://www.linkedin.com/messaging/', 'nav-small-messaging-icon', say('messages')),
          entry('https://www.linkedin.com/notifications/', 'bell-fill', say('notifications')),
          self(),
        ),
      ),
    ),
  );

/** Closed, and without rows as long as it is. */
const drawer = () =>
  div(
    { class: 'msg-overlay-list-bubble msg-overlay-list-bubble--is-minimized', tabindex: '-1', look: 'drawer' },
    el(
      'header',
      { class: 'msg-overlay-bubble-header', look: 'row middle' },
      div(
        { class: 'msg-overlay-bubble-header__details flex-row align-items-center', look: 'row middle' },
        oldPhoto(me, 'tiny', { class: 'presence-entity__image evi-image lazy-image ember-view' }),
        el(
          'button',
          {
            class: 'msg-overlay-bubble-header__button',
            id: 'msg-overlay-list-bubble-header__button',
            type: 'button',
            act: { what: 'drawer' },
          },
          span({ class: 't-14 t-bold' }, ...twice(say('messages'))),
        ),
      ),
    ),
  );

const plain = column => el('main', { class: 'scaffold-layout__main', look: 'middle-column' }, ...[column].flat());

/** `main: false` where the page brings its own. */
export function oldFrame({ column, left, right, main = true }) {
  messages.replaceChildren(drawer());
  modals.replaceChildren();
  const content = div(
    { class: 'application-outlet' },
    options.framed ? null : bar(),
    div(
      { class: 'authentication-outlet' },
      div(
        { class: 'scaffold-layout scaffold-layout--breakpoint-xl scaffold-layout--sidebar-main-aside' },
        div(
          { class: 'scaffold-layout__inner scaffold-layout-container' },
          div(
            { class: 'scaffold-layout__row scaffold-layout__content', look: 'columns' },
            left && div({ class: 'scaffold-layout__sidebar', look: 'left' }, ...[left].flat()),
            main ? plain(column) : column,
            right && el('aside', { class: 'scaffold-layout__aside', look: 'right' }, ...[right].flat()),
          ),
        ),
      ),
    ),
  );
  return [
    modals,
    div({ id: 'a11y-notification', class: 'visually-hidden', look: 'unseen', role: 'region' }, hidden('0')),
    content,
    options.framed ? '' : messages,
  ];
}
