import type { Actor } from '../identity/identity.views.ts';

/** Who asks for a change, and the key under which asking again is the same request. */
export interface CommandContext {
  readonly actor: Actor;
  /** 1 to 200 characters. The same key with the same body gives the same answer; with another body it is an error. */
  readonly idempotencyKey: string;
}
