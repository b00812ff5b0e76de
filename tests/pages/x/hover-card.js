// The card that X shows for a name that the pointer rests on. It comes empty, is filled a little later, and is used again for the next name.
import { avatar } from './avatar.js';
import { dir, el, morph, row, view } from './element.js';
import { trackedFollowButton } from './follow.js';
import { layers } from './frame.js';
import { say } from './labels.js';
import { link } from './link.js';
import { stacked } from './name.js';
import { personOf } from './people.js';

/** How long the pointer rests before it comes, how long until it is filled, and until it goes (ms). */
const REST = 500;
const FILL = 300;
const GO = 300;
const NAME =
  '[data-testid="User-Name"] a:not(:has(time)), [data-testid="UserCell"] a, [data-testid="Tweet-User-Avatar"] a, [data-testid="tweetText"] a';

const count = (href, number, word) =>
  view(
    {},
    link(
      href,
      { dir: dir(), class: 'text' },
      el('span', { class: 'name' }, String(number)),
      ' ',
      el('span', { class: 'quiet' }, word),
    ),
  );

const filling = person =>
  view(
    { class: 'hover-card' },
    row({ class: 'top' }, view({ class: 'grow' }, avatar(person, 64)), trackedFollowButton(person)),
    stacked(person),
    view({}, el('div', { dir: 'auto', lang: person.lang, class: 'text words' }, el('span', {}, person.about))),
    row(
      { class: 'counts' },
      count(`/${person.handle}/following`, 40 + (Number(person.id.slice(-3)) % 300), say('following')),
      count(`/${person.handle}/verified_followers`, 100 + Number(person.id.slice(-3)), say('followers')),
    ),
  );

let card = null;
let content = null;
let shown = null;
let turn = 0;
let fill = 0;

/** What comes next replaces what was to come. */
function soon(ms, act) {
  clearTimeout(turn);
  turn = setTimeout(act, ms);
}

function open(at, person) {
  const { left, bottom } = at.getBoundingClientRect();
  if (!card) {
    card = view({ class: 'hover', 'data-testid': 'hoverCardParent' }, view({ 'data-testid': 'HoverCard' }));
    layers.append(card);
  }
  card.style.transform = `translate(${Math.max(8, Math.min(left, innerWidth - 316))}px, ${bottom + 8}px)`;
  shown = person;
  clearTimeout(fill);
  fill = setTimeout(() => {
    const fresh = filling(person);
    if (!content) card.firstChild.append(fresh);
    content = content ? morph(content, fresh) : fresh;
  }, FILL);
}

export function closeCard() {
  clearTimeout(turn);
  clearTimeout(fill);
  card?.remove();
  card = content = shown = null;
}

export function hoverCards() {
  document.addEventListener('mouseover', ({ target }) => {
    if (card?.contains(target)) return clearTimeout(turn);
    const at = target.closest?.(NAME);
    const person = at && personOf(at.getAttribute('href').slice(1));
    if (!person) soon(GO, closeCard);
    else if (person !== shown) soon(card ? 0 : REST, () => open(at, person));
  });
}
