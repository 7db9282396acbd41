import { z } from 'zod';
import type { CommandContext } from '../api/commerce-client.ts';
import type { ChannelDirectory } from '../channel-directory.ts';
import { CommerceError } from '../commerce-error.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Market } from '../market.ts';
import { parseInput } from '../parse-input.ts';
import { isStorable } from '../storable-text.ts';
import {
  addLine,
  bringUpToDate,
  type CartDesk,
  changeCoupons,
  expireCarts,
  setQuantity,
  viewOf,
} from './cart.commands.ts';
import type { CartOutcome, CartView } from './cart.views.ts';
import { readCart, reviewCart } from './cart-state.ts';
import { readLineFacts } from './line-facts.ts';
import { dropOpened, exportOpened, openedIds } from './opened-carts.ts';
import type { Recipient } from './recipient.ts';
import { cartIdsOf, dropCartsOf, findCartOf, moveCarts, takeOverCart } from './take-over-cart.ts';
import { isMadeMeanwhile } from './write-cart.ts';

type Customer = Actor & { kind: 'customer' };

/** Carts of shoppers. Whoever knows a cart's id may read and change it. */
export interface Carts {
  /**
   * The cart at today's prices, in the market's currency; what the shop changed in it since is written down and told.
   * @returns undefined when there is none with that id, or only one of another channel.
   */
  get(market: Market, cartId: string): Promise<CartView | undefined>;
  /** Adds pieces; makes the cart when there is none. @throws CommerceError `bad_input` when the id is not a UUID. */
  addLine(
    command: CommandContext,
    market: Market,
    input: {
      readonly cartId: string;
      readonly variantId: string;
      readonly quantity: number;
      /** Of a line that comes to be: how many lines stand before it. Absent = all. */
      readonly place?: number | undefined;
      /** Of a gift card for somebody else. */
      readonly recipient?: Recipient | undefined;
    },
  ): Promise<CartOutcome>;
  /** Quantity 0 removes the line. */
  setQuantity(
    command: CommandContext,
    market: Market,
    input: { readonly cartId: string; readonly lineId: string; readonly quantity: number },
  ): Promise<CartOutcome>;
  /** Takes a coupon code; it unlocks its promotion as long as it is good. */
  addCoupon(
    command: CommandContext,
    market: Market,
    input: { readonly cartId: string; readonly code: string },
  ): Promise<CartOutcome>;
  removeCoupon(
    command: CommandContext,
    market: Market,
    input: { readonly cartId: string; readonly code: string },
  ): Promise<CartOutcome>;
  /** The customer's cart, on whatever device they filled it. Undefined = they have none. */
  ofCustomer(market: Market, actor: Customer): Promise<string | undefined>;
  /**
   * For a customer who just signed in: the cart they filled before becomes theirs, joined with the one they have.
   * @returns the id of the cart they go on with.
   */
  takeOver(
    command: CommandContext,
    market: Market,
    input: { readonly cartId?: string },
  ): Promise<{ readonly cartId?: string }>;
  readonly inTransaction: {
    ids: typeof cartIdsOf;
    drop: typeof dropCartsOf;
    move: typeof moveCarts;
    /** Those that staff opened for somebody. */
    dropOpened: typeof dropOpened;
    openedIds: typeof openedIds;
    exportOpened: typeof exportOpened;
  };
  /** Deletes abandoned carts. Needs `staff.manage`; jobs run it as the system. */
  expireCarts(command: CommandContext): Promise<{ readonly expired: number }>;
}

const cartId = z.uuid('expected a UUID, for example from crypto.randomUUID()');
const id = z.string().max(200);
const addSchema = z.object({
  cartId,
  variantId: id,
  quantity: z.number(),
  place: z.int('expected a whole number from 0').min(0, 'expected a whole number from 0').optional(),
  // Of what its fields say is told which cannot be used.
  recipient: z
    .object({
      name: z.string(),
      email: z.string(),
      message: z.string().optional(),
      on: z.string().optional(),
    })
    .optional(),
});
const couponSchema = z.object({
  cartId,
  code: z.string().trim().min(1, 'expected a code').max(60, 'expected a code of at most 60 characters'),
});
const takeOverSchema = z.object({ cartId: cartId.optional() });
const setSchema = z.object({ cartId, lineId: id, quantity: z.number() });

export function createCarts(
  context: EngineContext,
  doors: CartDesk['doors'] & { readonly directory: ChannelDirectory },
): Carts {
  const { database, clock } = context;

  async function change(
    command: CommandContext,
    market: Market,
    { name, body }: { readonly name: string; readonly body: object },
    work: (desk: CartDesk) => Promise<CartOutcome>,
  ): Promise<CartOutcome> {
    const call = { name, body: { market, ...body } };
    try {
      return await runCommand(context, command, call, (tx) =>
        work({ tx, doors, market, now: clock(), ...whose(command) }),
      );
    } catch (error) {
      if (isMadeMeanwhile(error)) return change(command, market, { name, body }, work);
      throw error;
    }
  }

  return {
    async get(market, cartId) {
      await doors.directory.requireMarket(market);
      if (!addSchema.shape.cartId.safeParse(cartId).success) return undefined;
      const cart = await readCart(database, cartId);
      const now = clock();
      if (!cart || cart.expiresAt <= now || cart.channel !== market.channel) return undefined;
      const variantIds = cart.lines.map(({ variantId }) => variantId);
      const facts = await readLineFacts(database, doors, market, { variantIds, at: now, stock: cart.stock });
      if (!reviewCart(cart, facts, market).changed) {
        return viewOf({ tx: database, doors, market, now }, cart, cart.lines, facts);
      }
      return database.transaction((tx) => bringUpToDate({ tx, doors, market, now }, cartId));
    },
    async addLine(command, market, input) {
      const { variantId } = input;
      // No variant has such an id; the database could not even be asked for it.
      if (typeof variantId === 'string' && !isStorable(variantId))
        return { kind: 'unknown-variant', variantId };
      await doors.directory.requireMarket(market);
      const body = parseInput(addSchema, input, 'this cart line');
      return change(command, market, { name: 'cart.addLine', body }, (desk) => addLine(desk, body));
    },
    async setQuantity(command, market, input) {
      await doors.directory.requireMarket(market);
      const body = parseInput(setSchema, input, 'this cart line');
      return change(command, market, { name: 'cart.setQuantity', body }, (desk) => setQuantity(desk, body));
    },
    async addCoupon(command, market, input) {
      await doors.directory.requireMarket(market);
      const body = parseInput(couponSchema, input, 'this coupon');
      return change(command, market, { name: 'cart.addCoupon', body }, (desk) =>
        changeCoupons(desk, { ...body, add: true }),
      );
    },
    async removeCoupon(command, market, input) {
      await doors.directory.requireMarket(market);
      const body = parseInput(couponSchema, input, 'this coupon');
      return change(command, market, { name: 'cart.removeCoupon', body }, (desk) =>
        changeCoupons(desk, { ...body, add: false }),
      );
    },
    async ofCustomer({ channel }, { id: customerId }) {
      return findCartOf(database, { customerId, channel, now: clock() });
    },
    async takeOver(command, market, input) {
      const { actor } = command;
      if (actor.kind !== 'customer')
        throw new CommerceError('not_allowed', 'Only customers who are signed in have a cart of their own.');
      await doors.directory.requireMarket(market);
      const body = parseInput(takeOverSchema, input, 'this cart');
      const call = { name: 'cart.takeOver', body: { market, ...body } };
      return runCommand(context, command, call, async (tx) => {
        const desk = { tx, doors, market, now: clock(), customerId: actor.id };
        const cartId = await takeOverCart(desk, { customerId: actor.id, cartId: body.cartId });
        return cartId === undefined ? {} : { cartId };
      });
    },
    inTransaction: {
      ids: cartIdsOf,
      drop: dropCartsOf,
      move: moveCarts,
      dropOpened,
      openedIds,
      exportOpened,
    },
    async expireCarts(command) {
      const call = { name: 'cart.expireCarts', capability: 'staff.manage', body: null } as const;
      return runCommand(context, command, call, async (tx) => ({ expired: await expireCarts(tx, clock()) }));
    },
  };
}

function whose({ actor }: CommandContext): { customerId?: string } {
  return actor.kind === 'customer' ? { customerId: actor.id } : {};
}
