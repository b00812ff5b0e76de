// The message overlay at the foot of the window: in the open shadow root on new pages, an element of the page on old ones.
import { div, el, ember } from './element.js';
import { oldIcon } from './icons.js';
import { say } from './labels.js';
import { composer, groups, head } from './old-message.js';
import { messages, put } from './outlet.js';

export function openChat(person) {
  const away = put(
    div(
      {
        class: 'msg-convo-wrapper msg-overlay-conversation-bubble msg-overlay-conversation-bubble--is-active',
        'data-view-name': 'message-overlay-conversation-bubble-item',
        role: 'dialog',
        'aria-label': say('messages'),
        look: 'chat',
      },
      el(
        'header',
        { class: 'msg-overlay-conversation-bubble-header', look: 'row middle spread' },
        div({ class: 'msg-overlay-bubble-header__details', look: 'grow' }, head(person, { kind: 'overlay' })),
        el(
          'button',
          {
            class: 'msg-overlay-bubble-header__control artdeco-button artdeco-button--circle',
            id: ember(),
            'aria-label': say('close'),
            look: 'round-press',
            act: { what: 'close', handle: person.slug, run: () => away() },
          },
          oldIcon('close-small'),
        ),
      ),
      div(
        { class: 'msg-overlay-conversation-bubble__content-wrapper' },
        div({ class: 'msg-s-message-list-container' }, groups(person)),
      ),
      composer(),
    ),
    messages,
  );
}
