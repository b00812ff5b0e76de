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

/** The open conversation: whose it is says the link in its head. */
function open({ person, last }) {
  const said = ['Are you there on Thursday?', last];
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
      ...said.map((words, n) =>
        el(
          'div',
          { class: 'view bubble', 'data-index': n },
          el('div', { dir: 'auto', class: 'text', 'data-testid': `message-${person.id}-${n}` }, words),
        ),
      ),
    ),
  );
}

/** What stands beside the inbox: a conversation, if `ids` ("own-other") names one. */
export function pane(ids) {
  const id = ids?.split('-').find(each => each !== me.id);
  const person = people.find(each => each.id === id);
  if (!person) return view({ class: 'grow middle empty' }, text({ class: 'name large' }, say('select')));
  return open(conversations.find(each => each.person === person) ?? { person, last: '…' });
}
