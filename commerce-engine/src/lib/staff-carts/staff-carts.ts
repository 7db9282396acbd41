import type { Queryable, Transaction } from '@vitrine/database';
import { actorOfCustomer } from '../accounts/sessions.ts';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/command-context.ts';
import { addLine, type CartDesk, changeCoupons, setQuantity, viewOf } from '../cart/cart.commands.ts';
import type { CartOutcome } from '../cart/cart.views.ts';
import { type KeptCart, lockCart, readCart, reviewCart } from '../cart/cart-state.ts';
import { type Given, giveForLine, giveForWhole, listedPrices, openForStaff } from '../cart/give-by-hand.ts';
import { readLineFacts } from '../cart/line-facts.ts';
import type { ChannelDirectory } from '../channel-directory.ts';
import { CommerceError } from '../commerce-error.ts';
import type { Customers } from '../customers/customers.ts';
import type { EngineContext } from '../engine-context.ts';
import { type CommandCall, runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import { may, requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { isUuid } from '../is-uuid.ts';
import { ANYONE, type Market } from '../market.ts';
import { parseInput } from '../parse-input.ts';
import type { Promotions } from '../promotions/promotions.ts';
import {
  type LineByHandInput,
  lineByHandSchema,
  type OpenStaffCartInput,
  openStaffCartSchema,
  type StaffCouponInput,
  type StaffLineInput,
  type StaffQuantityInput,
  staffCouponSchema,
  staffLineSchema,
  staffQuantitySchema,
  type WholeByHandInput,
  wholeByHandSchema,
} from './staff-cart-input.ts';
import type { OpenStaffCartOutcome, StaffCartOutcome, StaffCartView } from './staff-carts.views.ts';

/** Carts that staff fill for shoppers. All of it needs `orders.write`; giving something by hand `discounts.give`. */
export interface StaffCarts {
  open(command: CommandContext, input: OpenStaffCartInput): Promise<OpenStaffCartOutcome>;
  /** Undefined = there is none, staff did not open it, or it has become an order. */
  get(actor: Actor, cartId: string): Promise<StaffCartView | undefined>;
  addLine(command: CommandContext, input: StaffLineInput): Promise<StaffCartOutcome>;
  /** Quantity 0 removes the line. */
  setQuantity(command: CommandContext, input: StaffQuantityInput): Promise<StaffCartOutcome>;
  addCoupon(command: CommandContext, input: StaffCouponInput): Promise<StaffCartOutcome>;
  removeCoupon(command: CommandContext, input: StaffCouponInput): Promise<StaffCartOutcome>;
  /** Another price or a discount for a line. */
  giveForLine(command: CommandContext, input: LineByHandInput): Promise<StaffCartOutcome>;
  giveForWhole(command: CommandContext, input: WholeByHandInput): Promise<StaffCartOutcome>;
  /** Where it is sold and to whom. For its checkout. */
  marketOf(on: Queryable, cartId: string): Promise<Market | undefined>;
}

export interface StaffCartDoors {
  readonly cart: Omit<CartDesk['doors'], 'promotions'>;
  readonly promotions: Promotions;
  readonly customers: Pick<Customers, 'inTransaction'>;
  readonly directory: ChannelDirectory;
}

const CAPABILITY = 'orders.write';

export function createStaffCarts(context: EngineContext, doors: StaffCartDoors): StaffCarts {
  const { database, clock } = context;
  const cartDoors: CartDesk['doors'] = { ...doors.cart, promotions: doors.promotions };

  /** Its shopper's prices, whoever looks. */
  async function groupOf(on: Queryable, customerId: string | undefined): Promise<string> {
    const customer = customerId && (await doors.customers.inTransaction.find(on, { id: customerId }));
    return customer ? (actorOfCustomer(customer).group ?? ANYONE) : ANYONE;
  }

  async function marketOf(on: Queryable, cart: KeptCart): Promise<Market | undefined> {
    const { channel, currency, openedBy } = cart;
    if (!openedBy || cart.expiresAt <= clock()) return undefined;
    const customerGroup = await groupOf(on, openedBy.customerId);
    return { channel, currency, locale: openedBy.locale, customerGroup };
  }

  async function limitOf(on: Queryable, actor: Actor): Promise<number> {
    if (may(actor, 'discounts.any')) return Number.POSITIVE_INFINITY;
    if (!may(actor, 'discounts.give')) return 0;
    return (await doors.promotions.current(on)).index.settings.handLimit;
  }

  async function viewIn(on: Queryable, actor: Actor, cart: KeptCart): Promise<StaffCartView | undefined> {
    const market = await marketOf(on, cart);
    if (!market) return undefined;
    const now = clock();
    const variantIds = cart.lines.map(({ variantId }) => variantId);
    const facts = await readLineFacts(on, cartDoors, market, { variantIds, at: now, stock: cart.stock });
    const { lines, notices } = reviewCart(cart, facts, market);
    const listed = listedPrices(lines, facts);
    const limit = await limitOf(on, actor);
    const { openedBy } = cart;
    const shown = { ...cart, notices: [...cart.notices, ...notices] };
    return {
      cart: await viewOf({ tx: on, doors: cartDoors, market, now }, shown, lines, facts),
      channel: market.channel,
      locale: market.locale,
      currency: market.currency,
      ...(openedBy!.customerId !== undefined && { customerId: openedBy!.customerId }),
      openedBy: openedBy!.by,
      ...(openedBy!.sent && { sent: openedBy!.sent }),
      lines: lines.map(({ id, byHand }) => ({
        lineId: id,
        ...listed.get(id)!,
        ...(byHand?.price && { price: byHand.price }),
        ...(byHand?.discount && { discount: byHand.discount }),
      })),
      ...(cart.byHand && { byHand: cart.byHand }),
      ...(Number.isFinite(limit) && { limit }),
    };
  }

  /** A change of a cart that staff opened, its row locked; undefined = there is no such cart. */
  async function change<Made extends { readonly kind: string }>(
    command: CommandContext,
    call: CommandCall & { readonly body: { readonly cartId: string } },
    work: (
      desk: CartDesk & { readonly byStaff: { readonly limit: number } },
      tx: Transaction,
    ) => Promise<Made>,
  ): Promise<StaffCartOutcome> {
    return runCommand<StaffCartOutcome>(context, command, { capability: CAPABILITY, ...call }, async (tx) => {
      const { cartId } = call.body;
      const { cart } = await lockCart(tx, cartId);
      const market = cart && (await marketOf(tx, cart));
      if (!market) return { kind: 'no-cart' };
      const limit = await limitOf(tx, command.actor);
      const desk = { tx, doors: cartDoors, market, now: clock(), byStaff: { limit } };
      const made = await work(desk, tx);
      if (made.kind !== 'changed') return withoutCart(made as unknown as StaffCartOutcome);
      const after = (await readCart(tx, cartId))!;
      return { kind: 'changed', cart: (await viewIn(tx, command.actor, after))! };
    });
  }

  /** Gives something and writes down what, in the audit log too. */
  function give(
    command: CommandContext,
    call: { readonly name: string; readonly body: LineByHandInput | WholeByHandInput },
    work: (
      desk: CartDesk & { readonly byStaff: { readonly limit: number } },
      note: Parameters<typeof giveForLine>[2],
    ) => Promise<Given>,
  ): Promise<StaffCartOutcome> {
    const { actor } = command;
    requireCapability(actor, 'discounts.give');
    const { reason = 'other', text, cartId } = call.body;
    const at = clock();
    const note = { reason, ...(text !== undefined && { text }), by: actorName(actor), at: at.toISOString() };
    return change(command, { ...call, auditsItself: true }, async (desk, tx) => {
      const { outcome, changed } = await work(desk, note);
      if (changed)
        await recordAudit(tx, { actor, action: call.name, subject: `cart:${cartId}`, detail: changed, at });
      return outcome;
    });
  }

  const coupon = async (command: CommandContext, asked: StaffCouponInput, add: boolean) => {
    const body = parseInput(staffCouponSchema, asked, 'this coupon');
    const name = add ? 'staffCarts.addCoupon' : 'staffCarts.removeCoupon';
    return change(
      command,
      { name, body },
      (desk): Promise<CartOutcome> => changeCoupons(desk, { ...body, add }),
    );
  };

  return {
    async open(command, asked) {
      const body = parseInput(openStaffCartSchema, asked, 'this cart');
      const { cartId, customerId, channel, locale, currency } = body;
      requireCapability(command.actor, CAPABILITY);
      await doors.directory.requireMarket({ channel, locale, currency, customerGroup: ANYONE });
      const call = { name: 'staffCarts.open', capability: CAPABILITY, body } as const;
      return runCommand<OpenStaffCartOutcome>(context, command, call, async (tx) => {
        if (customerId !== undefined && !(await doors.customers.inTransaction.find(tx, { id: customerId })))
          return { kind: 'unknown-customer' };
        const { cart: known } = await lockCart(tx, cartId);
        if (known) throw new CommerceError('conflict', `There is a cart "${cartId}" already. Use a new id.`);
        const customerGroup = await groupOf(tx, customerId);
        const market = { channel, locale, currency, customerGroup };
        const now = clock();
        const openedBy = {
          by: actorName(command.actor),
          at: now.toISOString(),
          locale,
          ...(customerId !== undefined && { customerId }),
        };
        await openForStaff({ tx, doors: cartDoors, market, now }, cartId, openedBy);
        const cart = (await readCart(tx, cartId))!;
        return { kind: 'opened', cart: (await viewIn(tx, command.actor, cart))! };
      });
    },
    async get(actor, cartId) {
      requireCapability(actor, CAPABILITY);
      const cart = isUuid(cartId) ? await readCart(database, cartId) : undefined;
      return cart && viewIn(database, actor, cart);
    },
    async addLine(command, asked) {
      const body = parseInput(staffLineSchema, asked, 'this cart line');
      return change(command, { name: 'staffCarts.addLine', body }, (desk) => addLine(desk, body));
    },
    async setQuantity(command, asked) {
      const body = parseInput(staffQuantitySchema, asked, 'this cart line');
      return change(command, { name: 'staffCarts.setQuantity', body }, (desk) => setQuantity(desk, body));
    },
    addCoupon: (command, asked) => coupon(command, asked, true),
    removeCoupon: (command, asked) => coupon(command, asked, false),
    async giveForLine(command, asked) {
      const body = parseInput(lineByHandSchema, asked, 'this price');
      const call = { name: 'staffCarts.giveForLine', body };
      return give(command, call, (desk, note) => giveForLine(desk, body, note));
    },
    async giveForWhole(command, asked) {
      const body = parseInput(wholeByHandSchema, asked, 'this discount');
      const call = { name: 'staffCarts.giveForWhole', body };
      return give(command, call, (desk, note) => giveForWhole(desk, body, note));
    },
    async marketOf(on, cartId) {
      const cart = isUuid(cartId) ? await readCart(on, cartId) : undefined;
      return cart && marketOf(on, cart);
    },
  };
}

/** Staff see the cart as they see it; what a refusal leaves as it was is not told again. */
function withoutCart({
  cart: _cart,
  ...refusal
}: StaffCartOutcome & { readonly cart?: unknown }): StaffCartOutcome {
  return refusal as StaffCartOutcome;
}
