import type { Actor } from './identity.views.ts';

/** Remembers for some seconds who a token belongs to, so that a page does not ask the database each time. */
export interface ActorMemory {
  recall(tokenHash: string, now: Date): Actor | undefined;
  keep(tokenHash: string, actor: Actor, until: { readonly now: Date; readonly ends: Date | undefined }): void;
  forget(tokenHash: string): void;
  forgetAll(): void;
}

const SECONDS = 30;
const MOST = 1_000;

export function createActorMemory(): ActorMemory {
  const kept = new Map<string, { readonly actor: Actor; readonly until: number }>();
  return {
    recall(tokenHash, now) {
      const entry = kept.get(tokenHash);
      return entry && entry.until > now.getTime() ? entry.actor : undefined;
    },
    keep(tokenHash, actor, { now, ends }) {
      kept.delete(tokenHash);
      const soon = now.getTime() + SECONDS * 1000;
      kept.set(tokenHash, { actor, until: Math.min(soon, ends?.getTime() ?? soon) });
      const oldest = kept.keys().next().value;
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    },
    forget: (tokenHash) => void kept.delete(tokenHash),
    forgetAll: () => kept.clear(),
  };
}
