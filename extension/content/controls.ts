// Controls by which the user connects with somebody: whose each one is, whether a press is held, whether it took effect.
import type { Sighting } from '../protocol';
import type { Control, Site } from '../sites/site';
import { asked, type Name, sighting, type Whose } from './names';
import type { Near } from './near';
import { keyOf, value } from './read';

/** A control that stands on the page, and whose it is. */
export interface Found extends Whose {
  element: HTMLElement;
  control: Control;
  /** tells it from other controls of its kind, before and after */
  id: string;
}

/** Before or after it took effect. */
export type Stage = 'find' | 'done';

export class Controls {
  readonly #site: Site;
  readonly #near: Near;

  constructor(site: Site, near: Near) {
    this.#site = site;
    this.#near = near;
  }

  /** Whether an element is a control; whether to hold it is asked for at once. */
  look(element: Element): boolean {
    const control = this.#site.controls.find(({ find }) => element.matches(find));
    const found = control && element.isConnected && whose(element, control);
    if (found) this.#near.lookAtControl(found);
    return control !== undefined;
  }

  /** What is known of whom to hold may have changed. */
  again(): void {
    for (const { find } of this.#site.controls)
      for (const element of document.querySelectorAll(find)) this.look(element);
  }

  /** The pointer is on something: if it is a control, whether to hold it must be known. */
  turnTo(event: Event): void {
    const found = this.pressed(event, 'find');
    if (found) this.#near.lookAtControl(found);
  }

  /** Whether it is there and still what it was. */
  isStill({ element, control, id }: Found): boolean {
    return element.isConnected && element.matches(control.find) && whose(element, control)?.id === id;
  }

  /** The control that was pressed. */
  pressed(event: Event, stage: Stage): Found | null {
    for (const target of event.composedPath()) {
      const control = target instanceof Element && this.#site.controls.find(one => matches(target, one, stage));
      if (control) return whose(target as Element, control);
    }
    return null;
  }

  /** The same control, as it stands now, if it is within that. */
  find({ control, id }: Found, within: ParentNode = document): Found | null {
    return findIn(within, control.find, control, id);
  }

  /** The part of the page in which a control that only goes away is taken away. */
  within({ control: { done }, element }: Found): Element | null {
    return typeof done === 'string' ? null : element.closest(done.within);
  }

  /** Whether the page shows that a control took effect; undefined where it does not say. */
  isDone(found: Found, within: Element | null): boolean | undefined {
    const { control, id } = found;
    if (typeof control.done !== 'string') return within?.isConnected ? !this.find(found, within) : undefined;
    const isDone = findIn(document, control.done, control, id) !== null;
    return isDone !== (this.find(found) !== null) ? isDone : undefined;
  }

  /** Not, where it is not known. */
  isHeld(found: Found): boolean {
    return this.#near.markOf(found)?.hold ?? false;
  }

  /** Where the name stands of whose a control is. */
  nameOf(found: Found): Name | null {
    for (const name of this.#near.here) if (name.block.isConnected && isTheirs(name, found)) return name;
    return null;
  }

  /** Whom the user is about to connect with, and from which post: where the name stands that is `turned` to, if it is theirs. */
  sighting(found: Found, around: Name | null, turned: Name | null): Sighting {
    const names = [turned, around, ...this.#near.here].filter(name => name && isTheirs(name, found)) as Name[];
    const seen = names.map(name => sighting(this.#site, name));
    const post = seen[0] && names[0] === turned ? seen[0].post : undefined;
    const name = seen.find(one => one.name)?.name;
    return { ...asked(this.#site, found), ...(name && { name }), ...(post && { post }) };
  }
}

const isTheirs = (name: Name, found: Found): boolean => name.key === found.key || sameHandle(name, found);

const sameHandle = (one: Whose, other: Whose): boolean =>
  one.who.handle !== undefined && one.who.handle.toLowerCase() === other.who.handle?.toLowerCase();

function matches(element: Element, { find, done }: Control, stage: Stage): boolean {
  if (stage === 'find') return element.matches(find);
  return typeof done === 'string' && element.matches(done);
}

function findIn(within: ParentNode, selector: string, control: Control, id: string): Found | null {
  for (const element of within.querySelectorAll(selector)) {
    const found = whose(element, control);
    if (found?.id === id) return found;
  }
  return null;
}

function whose(element: Element, control: Control): Found | null {
  if (!(element instanceof HTMLElement)) return null;
  const who = {
    handle: control.handle && value(element, control.handle),
    id: control.id && value(element, control.id),
  };
  const id = control.id ? who.id : who.handle?.toLowerCase();
  return id ? { element, control, id, who, key: keyOf(who) } : null;
}
