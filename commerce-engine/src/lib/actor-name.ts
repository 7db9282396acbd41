import type { Actor } from './identity/identity.views.ts';

/** Who did it, for ledgers and logs: `staff:<id>`, `customer:<id>`, `system:<reason>` or `guest`. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'staff' || actor.kind === 'customer') return `${actor.kind}:${actor.id}`;
  return actor.kind === 'system' ? `system:${actor.reason}` : actor.kind;
}
