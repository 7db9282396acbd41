import type { Actor, Capability } from '../identity/identity.views.ts';

/** A member of staff who may do this. */
export function staffWho(...capabilities: readonly Capability[]): Actor & { readonly kind: 'staff' } {
  const id = crypto.randomUUID();
  return { kind: 'staff', id, name: 'Ida', email: 'ida@shop.example', roles: [], capabilities };
}
