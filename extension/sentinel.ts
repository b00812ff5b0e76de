// Tells a store that was emptied from one that is new: beside it, in `storage.local`, stands the store's id. Nothing is written into an
// emptied store before the user has chosen.
import { api } from './browser';
import { ask } from './library';
import type { Keeps } from './messages';

const KEPT = 'kept';

/** What stands beside the store. */
interface Kept {
  store: string;
  /** When it was begun (ms since 1970). */
  since: number;
  exported?: { at: number; file: string };
}

async function kept(): Promise<Kept | undefined> {
  return (await api.storage.local.get<{ [KEPT]?: Kept }>(KEPT))[KEPT];
}

async function storeId(make: boolean): Promise<string | null> {
  const answer = await ask({ kind: 'begun', make });
  return answer.kind === 'begun' ? answer.id : null;
}

/** Whether something may be written: a new store gets its id first, an emptied one is left as it is. */
export async function mayWrite(): Promise<boolean> {
  const [beside, id] = await Promise.all([kept(), storeId(false)]);
  if (beside && id === null) return false;
  if (beside?.store !== id || id === null) await begin(id ?? undefined);
  return true;
}

/** The store is the user's from now on: new, brought back, or begun anew. */
export async function begin(id?: string): Promise<void> {
  const [beside, store] = [await kept(), id ?? (await storeId(true))];
  if (store === null) return; // it cannot be written, and says so itself
  await api.storage.local.set({ [KEPT]: { ...beside, store, since: beside?.since ?? Date.now() } satisfies Kept });
}

export async function exported(file: string): Promise<void> {
  const beside = await kept();
  if (beside) await api.storage.local.set({ [KEPT]: { ...beside, exported: { at: Date.now(), file } } satisfies Kept });
}

export async function keeps(): Promise<Keeps> {
  const [beside, id] = await Promise.all([kept(), storeId(false)]);
  return {
    emptied: beside !== undefined && id === null,
    since: beside?.since ?? null,
    exported: beside?.exported ?? null,
  };
}
