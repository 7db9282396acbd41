import type { RoomActor } from './rights.ts';

/** What people tell each other about where they are, by the numbers of their documents. Changed in place. */
export type PresenceStates = Map<number, Record<string, unknown>>;

export interface PresenceRules {
  readonly actor: RoomActor;
  /** Who is known under a number already; `undefined` = nobody. */
  readonly known: (client: number) => string | undefined;
  readonly most: number;
}

/** Nobody speaks for somebody else: numbers of others are taken out, and `user` is who is signed in. */
export function verifyPresence(states: PresenceStates, { actor, known, most }: PresenceRules): void {
  for (const [client, state] of [...states]) {
    const owner = known(client);
    const isOthers = owner !== undefined && owner !== actor.id;
    if (isOthers || typeof state !== 'object' || JSON.stringify(state).length > most) states.delete(client);
    else state.user = { id: actor.id, name: actor.name };
  }
}

/** Who a state says it is from. */
export function userOf(state: unknown): string | undefined {
  const user = (state as { user?: { id?: unknown } } | undefined)?.user;
  return typeof user?.id === 'string' ? user.id : undefined;
}
