// A press on a control that connects with somebody, and what comes of it.
import type { Sighting } from '../protocol';
import type { Controls, Found } from './controls';
import { type Effect, WATCHED, WRITING } from './effect';

export function listenForConnecting(
  controls: Controls,
  effect: Effect,
  sightingOf: (found: Found) => Sighting,
  tell: (found: Found, whom: Sighting, done: boolean) => void,
  signal: AbortSignal,
): void {
  const pressed = (event: Event): void => {
    if (!event.isTrusted) return;
    const before = controls.pressed(event, 'find');
    const found = before ?? controls.pressed(event, 'done');
    if (!found) return;
    const whom = sightingOf(found);
    const within = controls.within(found);
    effect.watch({
      id: found.id,
      isDone: () => controls.isDone(found, within),
      done: !before,
      patience: within ? WRITING : WATCHED,
      tell: done => tell(found, whom, done),
    });
  };
  // after the hold, which stops what is held
  addEventListener('click', pressed, { capture: true, passive: true, signal });
}
