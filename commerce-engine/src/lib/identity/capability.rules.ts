import { CommerceError } from '../commerce-error.ts';
import type { Actor, Capability } from './identity.views.ts';

/** Roles staff can have. */
export const ROLES = ['owner', 'marketer', 'author', 'merchandiser', 'associate'] as const;
export type Role = (typeof ROLES)[number];

/** Everything a member of staff can be allowed to do. */
export const CAPABILITIES = [
  'catalog.read',
  'catalog.write',
  'pricing.write',
  'promotions.write',
  'discounts.give',
  'discounts.any',
  'giftcards.write',
  'storecredit.write',
  'loyalty.write',
  'inventory.write',
  'content.write',
  'content.publish',
  'content.preview',
  'orders.read',
  'orders.write',
  'customers.read',
  'customers.write',
  'trace.read',
  'settings.write',
  'webhooks.write',
  'staff.manage',
] as const satisfies readonly Capability[];

const CAPABILITIES_OF_ROLE: Readonly<Record<Role, readonly Capability[]>> = {
  owner: CAPABILITIES,
  marketer: ['catalog.read', 'content.write', 'content.publish', 'content.preview', 'trace.read'],
  // Writes pages; whether they go live is for others to say.
  author: ['catalog.read', 'content.write', 'content.preview'],
  merchandiser: [
    'catalog.read',
    'catalog.write',
    'pricing.write',
    'promotions.write',
    'inventory.write',
    'content.preview',
  ],
  associate: [
    'catalog.read',
    'inventory.write',
    'orders.read',
    'orders.write',
    'discounts.give',
    'customers.read',
    'customers.write',
  ],
};

/** What the roles allow together, in a fixed order. A role that is not known any more allows nothing. */
export function capabilitiesOf(roles: readonly string[]): Capability[] {
  const allowed = new Set(roles.filter(isRole).flatMap((role) => CAPABILITIES_OF_ROLE[role]));
  return CAPABILITIES.filter((capability) => allowed.has(capability));
}

function isRole(name: string): name is Role {
  return (ROLES as readonly string[]).includes(name);
}

export function isCapability(name: string): name is Capability {
  return (CAPABILITIES as readonly string[]).includes(name);
}

/** Whether the actor may. Shoppers may do nothing that needs a capability; the process itself may do everything. */
export function may(actor: Actor, capability: Capability): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'staff' && actor.capabilities.includes(capability);
}

/** What the roles allow and the actor may not: nobody can give it, nor change who has it. */
export function beyond(actor: Actor, roles: readonly string[]): Capability[] {
  return capabilitiesOf(roles).filter((capability) => !may(actor, capability));
}

/** Roles with which one looks after the staff. */
export const ADMINISTRATOR_ROLES: readonly Role[] = ROLES.filter((role) =>
  CAPABILITIES_OF_ROLE[role].includes('staff.manage'),
);

/** @throws CommerceError `not_allowed` when the actor lacks the capability. */
export function requireCapability(actor: Actor, capability: Capability): void {
  if (may(actor, capability)) return;
  const who = actor.kind === 'staff' ? `staff ${actor.id}` : `a ${actor.kind}`;
  throw new CommerceError(
    'not_allowed',
    `This needs the capability "${capability}"; ${who} does not have it. Sign in as someone who has, or ask an owner for a role or token with it.`,
  );
}
