// Groups of messages and the head of a conversation, as the old front writes them; the new one shows the same in its outlet.
import { oldPhoto } from './avatar.js';
import { div, el, ember, p, span } from './element.js';
import { say } from './labels.js';
import { link, tokenHome } from './links.js';
import { named } from './names.js';
import { me } from './people.js';

const byToken = (person, attributes, ...children) =>
  link(tokenHome(person), { handle: person.slug, 'data-test-app-aware-link': '', ...attributes }, ...children);

/** Whose conversation it is: the link leads to the permanent id. */
export const head = (person, { kind = 'thread' } = {}) =>
  byToken(
    person,
    {
      class: kind === 'overlay' ? 'msg-overlay-bubble-header__title' : 'app-aware-link msg-thread__link-to-profile',
      look: 'block',
    },
    div(
      { class: 'msg-entity-lockup' },
      el(
        'dl',
        {},
        el(
          'dt',
          { class: 'msg-entity-lockup__entity-title-wrapper display-flex justify-left align-items-center' },
          named(kind, person, () =>
            el(
              'h2',
              { class: 'msg-entity-lockup__entity-title truncate hoverable-link-text', look: 'name' },
              person.name,
            ),
          ),
        ),
        el(
          'dd',
          { class: 'msg-entity-lockup__entity-info t-12 t-black--light t-normal', look: 'quiet line' },
          div(
            { class: 'display-flex align-items-center msg-entity-lockup__presence-status' },
            span({ class: 'visually-hidden', look: 'unseen' }, 'online'),
            'Mobile',
          ),
        ),
      ),
    ),
  );

/** What one of the two said; your own messages look the same. */
export const group = ({ by, at, words }) =>
  el(
    'li',
    { class: 'msg-s-message-list__event clearfix' },
    span({ class: 'msg-s-event-listitem--group-a11y-heading visually-hidden', look: 'unseen' }, `${by.name} ${at}`),
    div(
      {
        class:
          `msg-s-event-listitem msg-s-event-listitem--last-in-group ${by === me ? '' : 'msg-s-event-listitem--other'}`.trim(),
        'data-view-name': 'message-list-item',
        look: 'row message',
      },
      byToken(
        by,
        { class: 'ember-view msg-s-event-listitem__link', id: ember(), tabindex: '0', look: 'stay' },
        span({ class: 'visually-hidden', look: 'unseen' }, `${say('see')} ${by.name}`),
        oldPhoto(by, 'tiny', { class: 'msg-s-event-listitem__profile-picture evi-image lazy-image ember-view' }),
      ),
      div(
        { look: 'grow' },
        div(
          { class: 'msg-s-message-group__meta', look: 'row' },
          span(
            {},
            byToken(
              by,
              { class: 'app-aware-link inline-block v-align-middle' },
              named('message', by, () =>
                span(
                  {
                    class:
                      'msg-s-message-group__profile-link msg-s-message-group__name t-14 t-black t-bold hoverable-link-text',
                    look: 'name',
                  },
                  by.name,
                ),
              ),
            ),
          ),
          el(
            'time',
            { class: 'msg-s-message-group__timestamp white-space-nowrap t-12 t-black--light t-normal', look: 'quiet' },
            at,
          ),
        ),
        div(
          { class: 'msg-s-event-listitem__message-bubble', tabindex: '0' },
          div(
            { class: 'msg-s-event__content', dir: 'auto' },
            p({ class: 'msg-s-event-listitem__body t-14 t-black--light t-normal' }, words),
          ),
        ),
      ),
    ),
  );

/** A short conversation with anybody. */
const talk = person => [
  { by: person, at: '9:12 AM', words: 'The parcel is on the early ferry.' },
  { by: me, at: '9:30 AM', words: 'I will be at the gate. Coffee?' },
  { by: person, at: '9:31 AM', words: 'Always.' },
];

export const groups = person =>
  el('ul', { class: 'msg-s-message-list-content list-style-none full-width' }, ...talk(person).map(group));

/** Enter sends; what was sent stands last in the conversation. */
export function composer() {
  const box = div({
    class: 'msg-form__contenteditable t-14 t-black--light t-normal flex-grow-1',
    contenteditable: 'true',
    role: 'textbox',
    'aria-label': say('write'),
    look: 'field',
  });
  box.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    const words = box.textContent.trim();
    box.replaceChildren();
    const list = box.closest('.msg-convo-wrapper').querySelector('.msg-s-message-list-content');
    if (words) list.append(group({ by: me, at: '9:40 AM', words }));
  });
  return el('form', { class: 'msg-form' }, box);
}
