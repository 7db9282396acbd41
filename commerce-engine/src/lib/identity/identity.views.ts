/** What a member of staff may do. Roles are named sets of these. */
export type Capability =
  | 'catalog.read'
  | 'catalog.write'
  | 'pricing.write'
  | 'promotions.write'
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
      /** Decides their prices. Absent = `anyone`. */
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
