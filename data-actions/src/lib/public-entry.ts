import type { AnyPublicAction } from './define-action.ts';
import { isPrivate } from './private-value.ts';
import type { TagSnapshot } from './tag-versions.ts';

/** What an entry is made of. Times are milliseconds since 1970. */
export interface EntryContent {
  readonly key: string;
  /** `undefined` = there is no such thing. */
  readonly value: unknown;
  /** When the source answered. */
  readonly at: number;
  readonly freshUntil: number;
  readonly staleUntil: number;
  readonly rescueUntil: number;
  readonly tags: readonly string[];
  /** Taken before the source was asked. */
  readonly snapshot: TagSnapshot;
}

/**
 * An answer that may be kept where others find it. Only the path that answers public questions makes one: the constructor
 * refuses private actions and values, and caches refuse everything that was not constructed here.
 */
export class PublicEntry implements EntryContent {
  readonly #minted = true;
  readonly key: string;
  readonly value: unknown;
  readonly at: number;
  readonly freshUntil: number;
  readonly staleUntil: number;
  readonly rescueUntil: number;
  /** From here on a refresh is started ahead of time. Drawn per entry, so that entries made together do not expire together. */
  readonly refreshAt: number;
  readonly tags: readonly string[];
  readonly snapshot: TagSnapshot;
  /** Estimated bytes in memory. */
  readonly size: number;
  /** No refresh before this moment: the last one failed, or another process is at it. */
  retryAt = 0;

  /** @param draw between 0 and 1. The value is frozen: everyone is given the same object. */
  constructor(action: AnyPublicAction, content: EntryContent, draw: number) {
    if (action.class !== 'public')
      throw new Error(`"${action.id}" is not a public action: its answers are never kept.`);
    this.key = content.key;
    this.value = content.value;
    this.at = content.at;
    this.freshUntil = content.freshUntil;
    this.staleUntil = content.staleUntil;
    this.rescueUntil = content.rescueUntil;
    this.refreshAt = content.freshUntil - (content.freshUntil - content.at) * 0.1 * draw;
    this.tags = content.tags;
    this.snapshot = content.snapshot;
    this.size = 400 + 2 * content.key.length + freezeAndMeasure(content.value, action.id, 0);
  }

  get missing(): boolean {
    return this.value === undefined;
  }

  static isMinted(value: unknown): value is PublicEntry {
    return typeof value === 'object' && value !== null && #minted in value && value.#minted;
  }
}

/** An answer fresh from its source, with its times by the action's policy. */
export function mintEntry(
  action: AnyPublicAction,
  answer: Pick<EntryContent, 'key' | 'value' | 'at' | 'tags' | 'snapshot'>,
  draw: number,
): PublicEntry {
  const { fresh, stale = 0, rescue = 0, negative = 5000 } = action.cache;
  if (answer.value === undefined) {
    const until = answer.at + Math.min(negative, fresh);
    return new PublicEntry(
      action,
      { ...answer, freshUntil: until, staleUntil: until, rescueUntil: until },
      draw,
    );
  }
  const end = action.validUntil?.(answer.value);
  const ends = end === undefined ? Number.POSITIVE_INFINITY : Date.parse(end);
  // An end that cannot be read, or is over, means: true for this once.
  const last = Number.isNaN(ends) ? answer.at : Math.max(ends, answer.at);
  const freshUntil = answer.at + fresh;
  return new PublicEntry(
    action,
    {
      ...answer,
      freshUntil: Math.min(freshUntil, last),
      staleUntil: Math.min(freshUntil + stale, last),
      rescueUntil: Math.min(freshUntil + stale + rescue, last),
    },
    draw,
  );
}

function freezeAndMeasure(value: unknown, actionId: string, depth: number): number {
  if (typeof value === 'string') return 24 + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 8;
  if (isPrivate(value))
    throw new Error(
      `The answer to public action "${actionId}" holds a private value. Define it as a private action.`,
    );
  if (depth > 64)
    throw new Error(`The answer to "${actionId}" is nested deeper than 64 levels; expected plain JSON.`);
  let size = 32;
  for (const [name, field] of Object.entries(value))
    size += 16 + 2 * name.length + freezeAndMeasure(field, actionId, depth + 1);
  Object.freeze(value);
  return size;
}
