// The newer chat (2026), known from public code alone: other test ids, and links only in the head of an open conversation.
import { avatar } from './avatar.js';
import { el, row, text, view } from './element.js';
import { say } from './labels.js';
import { link } from './link.js';
import { conversations } from './messages.js';
import { go } from './navigate.js';
import { me, people } from './people.js';

const address = person => `/i/chat/${me.id}-${person.id}`;

/** A row holds two numbers, one of them your own, and nobody's handle. */
const item = ({ person, last }) =>
  el(
    'div',
    {
      class: 'view conversation',
      'data-testid': `dm-conversation-item-${me.id}:${person.id}`,
      tabindex: '0',
      act: { what: 'conversation', handle: person.handle, run: () => go(address(person)) },
    },
    row(
      { class: 'across' },
      view({ class: 'side' }, avatar(person, 40, { linked: false, known: false })),
      view(
        { class: 'body' },
        el('span', { class: 'text name' }, person.name),
        el('span', { class: 'text quiet last' }, last),
      ),
    ),
  );

export const items = () => conversations.filter(({ person }) => person).map(item);

const message = (words, id) =>
  el(
    'div',
    { class: 'view bubble', 'data-dm-item-key': id },
    el(
      'div',
      { 'data-dm-message-row': id, 'data-testid': `message-${id}` },
      el(
        'div',
        { 'data-dm-message-focus-target': '' },
        el(
          'div',
          { dir: 'auto', class: 'text', 'data-testid': `message-text-${id}` },
          el('span', { dir: 'auto' }, words),
        ),
      ),
    ),
  );

/** Enter sends, and the button does. */
function composer(send) {
  const box = el('textarea', {
    class: 'field',
    rows: '1',
    'data-testid': 'dm-composer-textarea',
    'aria-label': say('write'),
  });
  const run = () => {
    const words = box.value.trim();
    box.value = '';
    if (words) send(words);
  };
  box.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    run();
  });
  return row(
    { class: 'across composer' },
    box,
    el(
      'button',
      {
        class: 'view press write',
        type: 'button',
        'data-testid': 'dm-composer-send-button',
        act: { what: 'send', handle: null, run },
      },
      text({}, say('send')),
    ),
  );
}

/** The open conversation: whose it is says the link in its head. */
function open({ person, last }) {
  const said = ['Are you there on Thursday?', last];
  const sent = view({});
  return view(
    { class: 'grow' },
    row(
      { class: 'bar', 'data-testid': 'dm-conversation-header' },
      link(
        `/${person.handle}`,
        { class: 'view grow' },
        row(
          { class: 'chat-head' },
          avatar(person, 32, { linked: false, known: false }),
          el('span', { class: 'text name', 'data-testid': 'dm-conversation-username' }, person.name),
        ),
      ),
    ),
    view(
      { class: 'grow', 'data-testid': 'dm-message-scroller' },
      ...said.map((words, n) => message(words, `${person.id}-${n}`)),
      sent,
    ),
    composer(words => sent.append(message(words, `own-${sent.childElementCount}`))),
  );
}

/** What stands beside the inbox: a conversation, if `ids` ("own-other") names one. */
export function pane(ids) {
  const id = ids?.split('-').find(each => each !== me.id);
  const person = people.find(each => each.id === id);
  if (!person) return view({ class: 'grow middle empty' }, text({ class: 'name large' }, say('select')));
  return open(conversations.find(each => each.person === person) ?? { person, last: '…' });
}
