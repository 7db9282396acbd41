import type * as Y from 'yjs';

/** The origin of what the house itself writes: filling and migrating. Nobody's undo. */
const HOUSE: unique symbol = Symbol('house');

/**
 * One transaction that writes the very same wherever it runs on the same state: the client id and everything random come from
 * `seed`. Two replicas that do it apart then have the same items, not the same content twice.
 * @param seed Says the state it is written to, and what is written.
 */
export function writeRepeatably(doc: Y.Doc, seed: string, work: (random: () => number) => void): void {
  const random = randomFrom(seed);
  doc.transact(() => {
    const own = doc.clientID;
    doc.clientID = 1 + Math.floor(random() * 0xffff_fffe);
    try {
      work(random);
    } finally {
      // Before anybody hears of the transaction: what listeners write is their own.
      doc.clientID = own;
    }
  }, HOUSE);
}

function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
