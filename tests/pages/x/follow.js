// The button that follows somebody. It alone holds a person's permanent id.
import { el, morph, text, view } from './element.js';
import { say } from './labels.js';
import { isProtected, people } from './people.js';

/** handle -> 'follow', 'unfollow' once followed, 'cancel' while a protected account has not answered */
const states = new Map(people.filter((_, n) => n % 9 === 4).map(({ handle }) => [handle, 'unfollow']));
const WORDS = { follow: 'follow', unfollow: 'following', cancel: 'pending' };

const stateOf = person => states.get(person.handle) ?? 'follow';

function toggle(person) {
  const next = isProtected(person) ? 'cancel' : 'unfollow';
  states.set(person.handle, stateOf(person) === 'follow' ? next : 'follow');
  for (const button of document.querySelectorAll(`button[data-testid^="${person.id}-"]`)) morph(button, make(person));
}

function make(person) {
  const state = stateOf(person);
  const act = {
    // what it did is what its test id said
    what: state,
    handle: person.handle,
    run: () => toggle(person),
  };
  return el(
    'button',
    {
      class: `view press follow ${state}`,
      role: 'button',
      type: 'button',
      'data-testid': `${person.id}-${state}`,
      // pending has no label on X
      'aria-label': state === 'cancel' ? null : `${say(WORDS[state])} @${person.handle}`,
      act,
    },
    text({}, say(WORDS[state])),
  );
}

export const followButton = person => view({ class: 'stay' }, make(person));

/** On a profile and in suggestions X watches whether it was seen. */
export const trackedFollowButton = person =>
  view({ class: 'stay', 'data-testid': 'placementTracking' }, followButton(person));
