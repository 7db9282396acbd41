/**
 * Where an instance hangs, in one value: parts that could be written apart would tear when two people move it at once.
 * Text form: `parent|slot|key|clock|oldParent|oldSlot|oldKey|seen`.
 */
export interface Register extends Hook {
  /** Lamport clock: a later move has a greater one. */
  readonly clock: number;
  /** Where it hung before: it goes back there when this move closes a ring. */
  readonly was?: Hook;
  /** In the trash: the instances that were in it when it was removed. Others were put there without knowing. */
  readonly seen?: readonly string[];
}

export interface Hook {
  /** `ROOT`, `TRASH`, `LOST`, or an instance as `hookOf` writes it. */
  readonly parent: string;
  /** Empty at the top. */
  readonly slot: string;
  readonly key: string;
}

export const ROOT = 'root';
export const TRASH = 'trash';
/** Only a derived tree knows it; it is never written. */
export const LOST = 'lost';

const reserved: ReadonlySet<string> = new Set([ROOT, TRASH, LOST]);

/** An instance's id as a parent is written; `undefined` is the top of the page. */
export function hookOf(id: string | undefined): string {
  if (id === undefined) return ROOT;
  // Instances may be called "root"; no id begins with "=".
  return reserved.has(id) ? `=${id}` : id;
}

/** @returns `undefined` for the top, the trash and what is lost. */
export function hookId(hook: string): string | undefined {
  if (reserved.has(hook)) return undefined;
  return hook.startsWith('=') ? hook.slice(1) : hook;
}

export function packRegister({ parent, slot, key, clock, was, seen }: Register): string {
  const parts = [parent, slot, key, clock, was?.parent, was?.slot, was?.key, seen?.join(',')];
  while (parts.at(-1) === undefined || parts.at(-1) === '') parts.pop();
  return parts.join('|');
}

/** @returns `undefined` when it is no register. */
export function parseRegister(text: unknown): Register | undefined {
  if (typeof text !== 'string') return undefined;
  const [parent, slot = '', key = '', clock, oldParent, oldSlot = '', oldKey = '', seen] = text.split('|');
  if (!parent || !/^\d{1,15}$/.test(clock ?? '')) return undefined;
  return {
    parent,
    slot,
    key,
    clock: Number(clock),
    ...(oldParent && oldParent !== TRASH && { was: { parent: oldParent, slot: oldSlot, key: oldKey } }),
    ...(seen && { seen: seen.split(',') }),
  };
}
