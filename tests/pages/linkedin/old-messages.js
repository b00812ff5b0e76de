// Conversations, on the old front. A row holds neither a link nor an id; whose an open conversation is says its head.
import { go } from '../x/navigate.js';
import { oldPhoto } from './avatar.js';
import { div, el, ember, p, span } from './element.js';
import { postKey } from './ids.js';
import { say } from './labels.js';
import { named } from './names.js';
import { BODY, oldFrame } from './old-frame.js';
import { composer, groups, head } from './old-message.js';
import { personOf, seller } from './people.js';

const ROWS = [
  { who: 'adaeze-nwosu-4410', time: '9:31 AM', last: 'Always.' },
  { who: 'josé-maría-iturbe', time: '8:02 AM', last: 'La quilla está seca.' },
  { who: seller.slug, time: 'Nov 23', last: 'Is your planner planning you?', pill: 't-14 t-bold' },
  { who: 'harriet-bloom-cfa', time: 'Nov 22', last: 'A letter about patient money.', pill: 't-14 t-black t-bold' },
  { several: ['oona-tuominen', 'wanjiru-k'], time: 'Nov 21', last: 'Who brings the thermometer?' },
  { who: 'eitan-barzilai', time: 'Nov 20', last: 'השעון מחכה לך.' },
  { who: 'ilse-vandermeer-van-oort', time: 'Nov 12', last: 'Forty-one crates, counted twice.' },
];

const threadOf = person => `2-${postKey(`thread ${person.slug}`)}==`;

const nameOf = ({ who, several, pill }) => {
  if (several) return span({ class: 'truncate' }, several.map(slug => personOf(slug).name).join(', '));
  const person = personOf(who);
  const draw = () => span({ class: 'truncate' }, person.name);
  const kind = person === seller ? null : 'conversation';
  return named(kind, person, draw, { optional: Boolean(pill) });
};

function row(each, open) {
  const person = personOf(each.who ?? each.several[0]);
  const act = { what: 'row', handle: person.slug, run: () => go(`/messaging/thread/${threadOf(person)}/`) };
  return el(
    'li',
    {
      class:
        'ember-view scaffold-layout__list-item msg-conversation-listitem msg-conversations-container__convo-item msg-conversations-container__pillar',
      id: ember(),
      tabindex: '-1',
    },
    div(
      { class: 'msg-conversation-card msg-conversations-container__pillar', id: `conversation-card-${ember()}` },
      div(
        {
          class:
            `msg-conversation-listitem__link msg-conversations-container__convo-item-link ${person === open ? 'msg-conversations-container__convo-item-link--active' : ''}`.trim(),
          tabindex: '0',
          act,
          look: person === open ? 'row person chosen' : 'row person',
        },
        div(
          { class: 'msg-selectable-entity msg-selectable-entity--4', look: 'stay' },
          oldPhoto(person, 'small', { class: 'presence-entity__image evi-image lazy-image ember-view' }),
        ),
        div(
          { class: 'msg-conversation-card__content--selectable', look: 'grow' },
          div(
            { class: 'msg-conversation-card__rows' },
            div(
              { class: 'msg-conversation-card__row msg-conversation-card__title-row', look: 'row spread' },
              el(
                'h3',
                {
                  class:
                    'msg-conversation-listitem__participant-names msg-conversation-card__participant-names truncate t-16 t-black t-normal',
                  look: 'name',
                },
                div({ class: 'display-flex justify-left align-items-center' }, nameOf(each)),
              ),
              el(
                'time',
                { class: 'msg-conversation-listitem__time-stamp t-14 t-black--light', look: 'quiet stay' },
                each.time,
              ),
            ),
            div(
              { class: 'msg-conversation-card__row msg-conversation-card__body-row' },
              p(
                { class: 'msg-conversation-card__message-snippet t-14 t-black--light', look: 'quiet line' },
                each.pill && span({ class: `msg-conversation-card__pill ${each.pill}` }, say('ad'), ' '),
                each.last,
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

/** On top of the list a note names others, who are no conversation. */
const note = () =>
  div(
    { class: 'scaffold-layout__list-item msg-conversation-listitem' },
    div(
      { class: 'msg-ui-focused-inbox-secondary-preview-banner-presenter__content', role: 'button', look: 'person' },
      div({}, el('strong', {}, `${say('messages')}:`), p({ look: 'quiet line' }, 'Vera Quayle, Omar Kingsholt')),
    ),
  );

const thread = person =>
  div(
    { class: 'scaffold-layout__detail', tabindex: '-1', look: 'grow' },
    person &&
      div(
        { class: 'msg-convo-wrapper msg-thread msg-thread--pillar display-flex' },
        div(
          { class: 'display-flex flex-column flex-grow-1' },
          div(
            { class: 'msg-title-bar global-title-container shared-title-bar' },
            div({ class: 'shared-title-bar__title msg-title-bar__title-bar-title' }, head(person)),
          ),
          div(
            { class: 'msg-s-message-list-container', look: 'ruled' },
            div({ class: 'msg-s-message-list full-width' }, groups(person)),
          ),
          composer(),
        ),
      ),
  );

/** `id`: the open conversation's, or the slug of whom it is with. */
export function messaging(id) {
  const open = ROWS.map(({ who }) => who && personOf(who)).find(
    person => person && [threadOf(person), person.slug].includes(id),
  );
  return {
    title: `${say('messages')} | LinkedIn`,
    body: BODY,
    root: oldFrame({
      main: false,
      column: el(
        'main',
        { id: 'main', class: 'scaffold-layout__list-detail', look: 'middle-column' },
        div(
          { class: 'scaffold-layout__list-detail-container', look: 'card' },
          el('h1', { class: 't-16 t-black t-bold', look: 'heading' }, say('messages')),
          div(
            { class: 'scaffold-layout__list-detail-inner', look: 'inbox' },
            div(
              { class: 'scaffold-layout__list', tabindex: '-1', look: 'inbox-list' },
              el(
                'ul',
                { class: 'list-style-none msg-conversations-container__conversations-list' },
                el('li', {}, note()),
                ...ROWS.map(each => row(each, open)),
              ),
            ),
            thread(open),
          ),
        ),
      ),
    }),
  };
}
