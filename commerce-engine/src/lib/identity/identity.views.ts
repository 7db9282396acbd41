/** What a member of staff may do. Roles are named sets of these. */
export type Capability =
  | 'catalog.read'
  | 'catalog.write'
  | 'pricing.write'
  | 'promotions.write'
  /** Prices and discounts by hand, up to the shop's limit. */
  | 'discounts.give'
  /** Beyond the limit, too. */
  | 'discounts.any'
  | 'giftcards.write'
  | 'storecredit.write'
  | 'loyalty.write'
  | 'inventory.write'
  | 'content.write'
  | 'content.publish'
  | 'content.preview'
  | 'orders.read'
  | 'orders.write'
  | 'customers.read'
  | 'customers.write'
  | 'trace.read'
  | 'settings.write'
  | 'webhooks.write'
  | 'staff.manage';

export type Actor =
  | { readonly kind: 'guest' }
  /** A shopper who is signed in. */
  | {
      readonly kind: 'customer';
      readonly id: string;
      readonly name: string;
      readonly email: string;
      /** All their groups as one word, `club,trade`: decides their prices. Absent = `anyone`. */
      readonly group?: string;
    }
  | {
      readonly kind: 'staff';
      readonly id: string;
      readonly name: string;
      readonly email: string;
      readonly roles: readonly string[];
      readonly capabilities: readonly Capability[];
    }
  /** The process itself: seeding, jobs, migrations. Only a composition root may make one. */
  | { readonly kind: 'system'; readonly reason: string };

export type SignInOutcome =
  | {
      readonly kind: 'signed-in';
      /** Opaque session token; give it to the browser in an HttpOnly cookie. */
      readonly token: string;
      readonly expiresAt: string;
      readonly actor: Actor & { kind: 'staff' };
    }
  /** Wrong address or wrong password: not told which. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'too-many-tries'; readonly retryAfterSeconds: number };

/** Somebody who runs the shop, as those see them who look after the staff. */
export interface StaffView {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** `invited` = has no password yet; `left` = may not sign in any more. */
  readonly state: 'active' | 'invited' | 'left';
  readonly createdAt: string;
  readonly lastSignedInAt?: string;
}

/** A token of a program. The token itself is told once and kept nowhere. */
export interface ApiTokenView {
  readonly id: string;
  readonly name: string;
  readonly capabilities: readonly Capability[];
  readonly state: 'active' | 'over' | 'revoked';
  /** The name of who made it, or `system`. */
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
}

export interface RoleView {
  readonly id: string;
  readonly capabilities: readonly Capability[];
  /** Whether the one who asks may give it. */
  readonly mayGive: boolean;
}

/** `token` belongs into the link by which they choose a password. */
export type InviteOutcome =
  | { readonly kind: 'invited'; readonly id: string; readonly token: string; readonly expiresAt: string }
  /** There is somebody with this address. */
  | { readonly kind: 'known'; readonly id: string };

export type InviteAgainOutcome =
  | { readonly kind: 'invited'; readonly id: string; readonly token: string; readonly expiresAt: string }
  /** There is nobody with this id, or they left. */
  | { readonly kind: 'unknown' };

/** Who changed what, and when. */
export interface AuditView {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly actorName: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}
