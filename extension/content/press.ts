// A press on a mark or on the card: told by its coordinates, for neither can be hit.
import type { Card } from './card';
import { extent } from './draw';
import { innermost } from './inner';
import type { Name } from './names';
import { holds } from './root';

/** What the page itself wants pressed. */
const CONTROL =
  'a, button, input, textarea, select, summary, [role="button"], [role="link"], [role="menuitem"], [contenteditable]';

/** Whether the page's own element under the pointer leaves the mark in view, and has no control of its own there. */
function inView({ block, drawing, spot }: Name, target: EventTarget | undefined): boolean {
  if (!(target instanceof Element)) return false;
  const room = block.closest(spot.room) ?? block;
  if (!room.contains(target) && !target.contains(room)) return false;
  const control = target.closest(CONTROL);
  return !control || control.contains(drawing.host);
}

export function listenForPresses(
  here: Iterable<Name>,
  card: Card,
  open: (name: Name) => void,
  signal: AbortSignal,
): void {
  const pressed = (event: MouseEvent): Name | null => {
    if (holds(card.extent(), event)) return card.of;
    for (const name of here) if (holds(extent(name.drawing), event) && inView(name, innermost(event))) return name;
    return null;
  };
  let down: Name | null = null;
  const onDown = (event: PointerEvent): void => {
    down = isPress(event) ? pressed(event) : null;
  };
  const onClick = (event: MouseEvent): void => {
    const name = down;
    down = null;
    // A selection that was begun elsewhere may end on a mark.
    if (!name || event.detail === 0 || !isPress(event) || pressed(event) !== name) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    card.hide();
    open(name);
  };
  addEventListener('pointerdown', onDown, { capture: true, passive: true, signal });
  addEventListener('click', onClick, { capture: true, signal });
}

/** Only a real press with the pointer: a page that makes its own could feel its way to the marks. */
function isPress(event: MouseEvent): boolean {
  return event.isTrusted && event.button === 0 && !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
}
