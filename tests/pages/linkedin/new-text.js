// What a post says, on the new front: mentions and tags are links with something strong in them.
import { div, el, p, slot, span } from './element.js';
import { hash } from './hash.js';
import { say } from './labels.js';
import { link, personLink } from './links.js';
import { named } from './names.js';
import { label } from './new-parts.js';

const mention = person =>
  named(
    'mention',
    person,
    () => personLink(person, { tabindex: '-1', look: 'strong-link' }, span({}, el('strong', {}, person.name))),
    { optional: true },
  );

const tag = word =>
  link(
    `https://www.linkedin.com/search/results/all/?keywords=%23${word}&origin=HASH_TAG_FROM_FEED`,
    { tabindex: '-1', look: 'strong-link' },
    span({}, el('strong', {}, `#${word}`)),
  );

export const spelled = text =>
  text.map(part => (part.mention ? mention(part.mention) : part.tag ? tag(part.tag) : part));

const long = text => text.some(part => part.length > 120);

/** Long texts are cut, with a button that says so. */
export function textBox(text, { commentary = false } = {}) {
  const box = span(
    { 'data-testid': 'expandable-text-box', tabindex: '-1', dir: 'auto', look: long(text) ? 'words cut' : 'words' },
    ...spelled(text),
    long(text) &&
      el(
        'button',
        {
          'aria-hidden': 'true',
          'data-testid': 'expandable-text-button',
          type: 'button',
          look: 'more',
          act: { what: 'more', run: button => button.remove() },
        },
        label(span({}, '…'), span({}, say('more'))),
      ),
  );
  const key = `feed-commentary_${hash(String(text[0]))}`;
  return p({ componentkey: commentary ? key : null, look: 'said' }, box);
}

/** A player: its menus and dialogs stand in the page all the time, and name nobody. */
export const video = length =>
  slot(
    div(
      { tabindex: '0', look: 'media' },
      div(
        {
          class: 'video-js vjs-paused vjs-controls-disabled',
          role: 'region',
          'aria-label': say('video'),
          tabindex: '-1',
        },
        div({ class: 'vjs-poster', look: 'poster' }),
        el(
          'button',
          { class: 'vjs-big-play-button', type: 'button', look: 'play' },
          span({ class: 'vjs-control-text' }, '▶'),
        ),
        div(
          { class: 'vjs-duration vjs-time-control vjs-control', look: 'length' },
          span({ class: 'vjs-duration-display' }, length),
        ),
        div(
          {
            class: 'vjs-modal-dialog vjs-hidden vjs-text-track-settings',
            role: 'dialog',
            'aria-hidden': 'true',
            'aria-label': say('captions'),
            tabindex: '-1',
            look: 'gone',
          },
          p({ class: 'vjs-modal-dialog-description vjs-control-text' }, say('captions')),
          div(
            { class: 'vjs-modal-dialog-content', role: 'document' },
            el(
              'fieldset',
              {},
              el('legend', {}, say('captions')),
              el('select', {}, el('option', {}, 'Marlow'), el('option', {}, 'Ash')),
            ),
            p({}, el('button', { type: 'button' }, say('close'))),
          ),
        ),
      ),
    ),
  );
