import type { RoomActor } from './rights.ts';

/** What people tell each other about where they are, by the numbers of their documents. Changed in place. */
export type PresenceStates = Map<number, Record<string, unknown>>;

export interface PresenceRules {
  readonly actor: RoomActor;
  /** The number of the connection they came on; `undefined` = it has said none yet. */
  readonly own: number | undefined;
  /** Who is known under a number already; `undefined` = nobody. */
  readonly known: (client: number) => string | undefined;
  readonly most: number;
}

/**
 * Nobody speaks for somebody else, and a window is one person: numbers but its own are taken out, and `user` is who is signed in.
 * @returns the number of the connection from now on.
 */
export function verifyPresence(
  states: PresenceStates,
  { actor, own, known, most }: PresenceRules,
): number | undefined {
  let number = own;
  for (const [client, state] of [...states]) {
    const owner = known(client);
    const isOthers = client !== (number ?? client) || (owner !== undefined && owner !== actor.id);
    if (isOthers || typeof state !== 'object' || JSON.stringify(state).length > most) {
      states.delete(client);
      continue;
    }
    number = client;
    state.user = { id: actor.id, name: actor.name };
  }
  return number;
}

/** Who a state says it is from. */
export function userOf(state: unknown): string | undefined {
  const user = (state as { user?: { id?: unknown } } | undefined)?.user;
  return typeof user?.id === 'string' ? user.id : undefined;
}
