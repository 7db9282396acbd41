import { CommerceError } from '../commerce-error.ts';
import type { Actor, Capability } from './identity.views.ts';

/** Whether the actor may do that. The process itself may do everything, a guest nothing that needs a capability. */
export function can(actor: Actor, capability: Capability): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'staff' && actor.capabilities.includes(capability);
}

/** @throws CommerceError `not_allowed` when the actor may not. */
export function requireCapability(actor: Actor, capability: Capability): void {
  if (can(actor, capability)) return;
  const who = actor.kind === 'staff' ? `${actor.name} (${actor.roles.join(', ') || 'no role'})` : 'A guest';
  throw new CommerceError(
    'not_allowed',
    `${who} may not do this: it needs the capability "${capability}". Ask someone with "staff.manage" for a role that has it.`,
  );
}
