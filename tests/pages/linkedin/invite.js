// The dialog in which an invitation is sent, with or without a note. Old markup; the name stands in it as text alone.
import { div, el, ember, p, span } from './element.js';
import { oldIcon } from './icons.js';
import { say } from './labels.js';
import { put } from './outlet.js';
import { change } from './states.js';

const button = (words, kind, act) =>
  el(
    'button',
    {
      class: `artdeco-button artdeco-button--2 artdeco-button--${kind} ember-view ml1`,
      id: ember(),
      look: `press ${kind}`,
      'aria-label': words,
      act,
    },
    span({ class: 'artdeco-button__text' }, words),
  );

export function openInvite(person) {
  const close = () => away();
  const send = () => {
    change(person, 'connect', 'pending');
    close();
  };
  const away = put(
    div(
      { class: 'artdeco-modal-overlay artdeco-modal-overlay--layer-default', id: ember(), look: 'veil' },
      div(
        {
          class: 'artdeco-modal artdeco-modal--layer-default send-invite',
          role: 'dialog',
          'aria-labelledby': 'send-invite-modal',
          tabindex: '-1',
          look: 'dialog',
        },
        el(
          'button',
          {
            class: 'artdeco-modal__dismiss artdeco-button artdeco-button--circle artdeco-button--muted',
            'aria-label': say('close'),
            look: 'press round-press',
            act: { what: 'cancel', handle: person.slug, run: close },
          },
          oldIcon('close-medium'),
        ),
        div({ class: 'artdeco-modal__header' }, el('h2', { id: 'send-invite-modal', look: 'heading' }, say('addNote'))),
        div(
          { class: 'artdeco-modal__content', look: 'body' },
          p({ look: 'line' }, say('addNoteLong'), ' ', el('strong', {}, person.name)),
          el('textarea', {
            id: 'custom-message',
            name: 'message',
            class: 'connect-button-send-invite__custom-message',
            rows: '4',
            look: 'field',
          }),
        ),
        div(
          { class: 'artdeco-modal__actionbar', look: 'actions' },
          button(say('cancel'), 'secondary', { what: 'cancel', handle: person.slug, run: close }),
          button(say('sendInvite'), 'primary', { what: 'send', handle: person.slug, run: send }),
        ),
      ),
    ),
  );
}
