/** What a room takes. Behind each is an accident or an attack, not a way to work. */
export interface RoomLimits {
  /** Bytes of a document with its history. */
  readonly documentBytes: number;
  /** Bytes of one change. What a browser answers when it comes, all that was done offline, may be as large as a document. */
  readonly updateBytes: number;
  /** Messages of one browser, over time and at once. */
  readonly messagesPerSecond: number;
  readonly messagesAtOnce: number;
  /** Bytes of one browser, over time and at once. */
  readonly bytesPerSecond: number;
  readonly bytesAtOnce: number;
  readonly connectionsPerDocument: number;
  /** Characters of what one person tells about where he is. */
  readonly presenceLength: number;
}

export const roomLimits: RoomLimits = {
  documentBytes: 8 * 1024 * 1024,
  updateBytes: 2 * 1024 * 1024,
  messagesPerSecond: 100,
  // Who was offline for an hour sends all of it at once.
  messagesAtOnce: 10_000,
  bytesPerSecond: 1024 * 1024,
  bytesAtOnce: 32 * 1024 * 1024,
  connectionsPerDocument: 100,
  presenceLength: 4_000,
};

/** Codes with which connections are closed; 4000 and above are ours to choose. */
export const closings = {
  /** Nobody is signed in any more. */
  signedOut: { code: 4401, reason: 'signed-out' },
  /** A change was refused: the local state is of use to its author only; load the document anew. */
  refused: { code: 4403, reason: 'refused' },
  /** What one may do has changed: come again, with the local state. */
  rightsChanged: { code: 4205, reason: 'rights-changed' },
  /** The document was thrown away: keep the local state, and do not come again. */
  ended: { code: 4410, reason: 'ended' },
  /** What came is nothing a browser's editor sends. */
  unreadable: { code: 4400, reason: 'unreadable' },
  /** Come again in a moment, with the local state. */
  tooMuch: { code: 4429, reason: 'too-much-at-once' },
  unavailable: { code: 4503, reason: 'unavailable' },
  restart: { code: 1012, reason: 'restart' },
} as const;

/** Counts down with every event and up with time. */
export class Allowance {
  readonly #perSecond: number;
  readonly #most: number;
  #left: number;
  #at: number;

  constructor(
    { perSecond, atOnce }: { readonly perSecond: number; readonly atOnce: number },
    now = Date.now(),
  ) {
    this.#perSecond = perSecond;
    this.#most = atOnce;
    this.#left = atOnce;
    this.#at = now;
  }

  /** Whether there were as many left. */
  take(count = 1, now = Date.now()): boolean {
    this.#left = Math.min(this.#most, this.#left + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
    if (this.#left < count) return false;
    this.#left -= count;
    return true;
  }
}
