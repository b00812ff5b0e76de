// What stands around every page of the new front: the bar at the top, where nobody is named, and the outlet at the end.
import { photo } from './avatar.js';
import { div, el, key, slot, span } from './element.js';
import { classOf } from './hash.js';
import { icon } from './icons.js';
import { say } from './labels.js';
import { link } from './links.js';
import { press } from './new-parts.js';
import { outlet } from './outlet.js';
import { me } from './people.js';

const entry = (href, drawing, word) =>
  el(
    'li',
    {},
    link(
      href,
      { what: 'tab', 'aria-label': `${word}, 0`, look: 'tab' },
      span({}, icon(drawing)),
      span({ look: 'tab-word' }, span({}, word)),
    ),
  );

/** Your own entry names nobody. */
const self = () =>
  el(
    'li',
    {},
    el(
      'button',
      { look: 'tab', act: { what: 'me' } },
      span({}, el('figure', { 'aria-hidden': 'true', look: 'figure' }, photo(me, 'tiny'))),
      span({ look: 'tab-word' }, span({}, say('me'), icon('caret-small'))),
    ),
  );

const bar = () =>
  el(
    'header',
    { look: 'bar' },
    slot(
      div(
        { 'data-testid': 'primary-nav', look: 'bar-inside' },
        div({ componentkey: key(), role: 'button', tabindex: '0' }, icon('linkedin-bug-blue-medium', 'Logo')),
        div(
          { role: 'search', look: 'search' },
          icon('search-small'),
          el('input', {
            componentkey: 'SearchResults_SearchTyahInputRef',
            'data-testid': 'typeahead-input',
            placeholder: say('search'),
            'aria-label': say('search'),
            look: 'search-field',
          }),
        ),
        div(
          { componentkey: 'primaryNavLinksComponentRef', look: 'tabs' },
          el(
            'nav',
            { componentkey: 'primaryNavLinksComponentRef' },
            el(
              'ul',
              { look: 'tab-list' },
              entry('https://www.linkedin.com/feed/', 'home-medium', say('home')),
              entry('https://www.linkedin.com/mynetwork/grow/', 'people-medium', say('network')),
              entry('https://www.linkedin.com/jobs/', 'job-medium', say('jobs')),
              entry('https://www.linkedin.com/messaging/', 'messages-medium', say('messages')),
              entry('https://www.linkedin.com/notifications/', 'bell-fill-medium', say('notifications')),
              self(),
            ),
          ),
        ),
      ),
    ),
  );

/** So far down (px) the head of a profile is out of sight. */
const HEAD = 300;

function slideIn(bar, main) {
  const place = () => bar.classList.toggle(classOf('away'), main.scrollTop < HEAD);
  main.addEventListener('scroll', place, { passive: true });
  place();
}

/** `screen` names the page; on search pages the attribute stands inside `main`, elsewhere around it. */
export function newFrame({ screen, toolbar, slides = false, column, aside, left, inside = false }) {
  const named = screen && `com.linkedin.sdui.flagshipnav.${screen}`;
  const main = el(
    'main',
    { id: 'workspace', tabindex: inside ? '-1' : '0', look: 'workspace' },
    div(
      { ...(inside && { 'data-sdui-screen': named, role: 'main' }), look: 'columns' },
      left && div({ look: 'left' }, ...left),
      div({ look: 'middle-column' }, ...[column].flat()),
      aside && div({ look: 'right' }, ...[aside].flat()),
    ),
  );
  if (slides) slideIn(toolbar, main);
  return [
    div(
      { id: 'root', look: 'app' },
      el('section', {}, el('h2', { 'data-testid': 'toasts-title', look: 'unseen' }, '0')),
      bar(),
      div({ ...(!inside && { 'data-sdui-screen': named, role: 'main' }), look: 'screen' }, toolbar, main),
    ),
    outlet,
  ];
}

/** What is left of an advertisement once its frame is gone: a closed dialog that names nobody. */
export const asideAdvert = () =>
  div(
    { look: 'card' },
    el(
      'dialog',
      {},
      press('button', { 'aria-label': say('close') }, 'close-medium'),
      div(
        {},
        el('header', { id: 'dialog-header' }, el('h2', {}, say('adOptions'))),
        div({}, el('button', { type: 'button' }, div({}, el('p', {}, say('adOptions')), el('p', {}, say('ad'))))),
      ),
    ),
  );
