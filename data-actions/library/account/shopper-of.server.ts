import type { Actor, CommandContext, CommerceClient, Market } from '@vitrine/commerce-engine/client';
import type { PrivateContext } from '@vitrine/data-actions';

export type Shopper = Extract<Actor, { kind: 'customer' }>;

type Session = Pick<PrivateContext, 'sessionId'>;

/** Whoever is signed in with this session, as long as it holds. */
export async function shopperOf(
  { accounts }: Pick<CommerceClient, 'accounts'>,
  { sessionId }: Session,
): Promise<Shopper | undefined> {
  if (sessionId === undefined) return undefined;
  const actor = await accounts.actorOf(sessionId);
  return actor.kind === 'customer' ? actor : undefined;
}

/** A command of whoever is signed in, or of a guest. */
export async function commandOf(
  commerce: Pick<CommerceClient, 'accounts'>,
  context: Session & { readonly idempotencyKey: string },
): Promise<CommandContext> {
  const actor = (await shopperOf(commerce, context)) ?? { kind: 'guest' as const };
  return { actor, idempotencyKey: context.idempotencyKey };
}

/** The cart of this browser; of a customer who has none here the one they filled elsewhere. */
export async function cartIdOf(
  commerce: Pick<CommerceClient, 'accounts' | 'cart'>,
  context: Session & Market & { readonly cartId: string | undefined },
): Promise<string | undefined> {
  if (context.cartId !== undefined) return context.cartId;
  const shopper = await shopperOf(commerce, context);
  return shopper && commerce.cart.ofCustomer(marketOf(context), shopper);
}

export function marketOf({ channel, locale, currency, customerGroup }: Market): Market {
  return { channel, locale, currency, customerGroup };
}
