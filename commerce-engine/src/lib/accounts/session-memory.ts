import type { Database } from '@vitrine/database';
import type { Actor } from '../identity/identity.views.ts';

type Shopper = Actor & { kind: 'customer' };

/** Remembers for some seconds whose a session is, so that a page does not ask the database each time. */
export interface SessionMemory {
  recall(tokenHash: string, now: Date): Shopper | undefined;
  /** `seen` = `changes` before the session was read: what changed meanwhile is not remembered. */
  keep(
    tokenHash: string,
    actor: Shopper,
    when: { readonly now: Date; readonly ends: Date; readonly seen: number },
  ): void;
  forget(tokenHash: string): void;
  forgetCustomer(customerId: string): void;
  readonly changes: number;
}

const SECONDS = 30;
const MOST = 10_000;

/** Everything about a customer that an event names is forgotten, whatever process the event comes from. */
export function createSessionMemory(database: Database): SessionMemory {
  const kept = new Map<string, { readonly actor: Shopper; readonly until: number }>();
  let changes = 0;
  const forgetCustomer = (customerId: unknown) => {
    changes += 1;
    for (const [hash, { actor }] of kept) if (actor.id === customerId) kept.delete(hash);
  };
  database.subscribe((events) => {
    for (const { kind, payload } of events) {
      if (kind.startsWith('customer.') || kind.startsWith('account.'))
        forgetCustomer(payload.customerId ?? payload.fromId);
    }
  });
  return {
    recall(tokenHash, now) {
      const entry = kept.get(tokenHash);
      return entry && entry.until > now.getTime() ? entry.actor : undefined;
    },
    keep(tokenHash, actor, { now, ends, seen }) {
      if (seen !== changes) return;
      kept.delete(tokenHash);
      kept.set(tokenHash, { actor, until: Math.min(now.getTime() + SECONDS * 1000, ends.getTime()) });
      const oldest = kept.keys().next().value;
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    },
    forget(tokenHash) {
      changes += 1;
      kept.delete(tokenHash);
    },
    forgetCustomer,
    get changes() {
      return changes;
    },
  };
}
