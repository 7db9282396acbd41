import type { Carts } from './cart/cart.ts';
import type { Checkouts } from './checkout/checkout.ts';
import type { Customers, Person } from './customers/customers.ts';
import type { SoldGiftCards } from './gift-cards/sold/sold-gift-cards.ts';
import { forgetAnswersOf } from './idempotency/forget-answers-of.ts';
import { forgetTyped } from './identity/audit.ts';
import type { Loyalty } from './loyalty/loyalty.ts';
import type { Mail } from './mail/mail.ts';
import type { Orders } from './orders/orders.ts';
import type { Promotions } from './promotions/promotions.ts';
import type { Returns } from './returns/returns.ts';
import type { StoreCredit } from './store-credit/store-credit.ts';

/** Says for each room what becomes of what it knows about people: when two are one, when they ask, when they leave. */
export function joinPersonalData({
  customers,
  orders,
  returns,
  cart,
  checkout,
  mail,
  promotions,
  storeCredit,
  loyalty,
  soldGiftCards,
}: {
  readonly customers: Customers;
  readonly orders: Orders;
  readonly returns: Returns;
  readonly cart: Carts;
  readonly checkout: Checkouts;
  readonly mail: Mail;
  readonly promotions: Promotions;
  readonly storeCredit: StoreCredit;
  readonly loyalty: Loyalty;
  readonly soldGiftCards: Pick<SoldGiftCards, 'inTransaction'>;
}): void {
  const own = orders.inTransaction.customers;

  orders.setCustomers({
    idOfConfirmed: (email) => customers.inTransaction.confirmedValue(email),
  });

  customers.onMerge(async (tx, { from, into }) => {
    await own.move(tx, from.id, into.id);
    await cart.inTransaction.move(tx, from.id, into.id);
    await storeCredit.inTransaction.merge(tx, from.id, into.id);
    await loyalty.inTransaction.merge(tx, from.id, into.id);
  });

  customers.onExport('orders', async (on, { id }) => {
    const views = [];
    for (const orderId of await own.ids(on, id))
      views.push(await orders.inTransaction.view(on, { id: orderId }));
    return views;
  });
  customers.onExport('giftCardsForThem', async (on, { email, isConfirmed }) =>
    email !== undefined && isConfirmed ? own.cardsFor(on, email) : [],
  );
  customers.onExport('returns', async (on, { id }) => returns.ofOrders.read(on, await own.ids(on, id)));
  customers.onExport('carts', (on, { id }) => cart.inTransaction.ids(on, id));
  customers.onExport('cartsByStaff', (on, { id, email, isConfirmed }) =>
    cart.inTransaction.exportOpened(on, { customerId: id, email: isConfirmed ? email : undefined }),
  );
  customers.onExport('storeCredit', (_, { id }) => storeCredit.exportOf(id));
  customers.onExport('loyalty', (_, { id }) => loyalty.exportOf(id));
  customers.onExport('mails', async (on, { email, isConfirmed }) =>
    email !== undefined && isConfirmed ? mail.inTransaction.sentTo(on, email) : [],
  );

  customers.onErase(
    async (tx, { id, email, isConfirmed }) => {
      const address = confirmedOf({ email, isConfirmed });
      const orderIds = await own.ids(tx, id);
      const ordered = await checkout.inTransaction.cartsOfOrders(tx, orderIds);
      await checkout.inTransaction.forgetPerson(tx, { email: address, orderIds });
      await returns.ofOrders.forgetNotes(tx, orderIds);
      await own.eraseContacts(tx, id);
      const carts = await cart.inTransaction.ids(tx, id);
      await cart.inTransaction.drop(tx, id);
      const opened = await cart.inTransaction.dropOpened(tx, { customerId: id, email: address });
      await checkout.inTransaction.forgetCarts(tx, [...carts, ...opened]);
      await storeCredit.inTransaction.erase(tx, id);
      await loyalty.inTransaction.erase(tx, id);
      if (address !== undefined) {
        const given = await own.forgetRecipient(tx, address);
        await checkout.inTransaction.forgetDrafts(tx, given);
        await mail.inTransaction.forget(tx, address);
        await mail.inTransaction.forgetWords(tx, await own.entries(tx, given));
        await promotions.inTransaction.forgetCustomer(tx, address);
      }
      await forgetAnswersOf(tx, `customer:${id}`);
      const ofThem = [...ordered, ...carts, ...opened].map((cartId) => `cart:${cartId}`);
      await forgetTyped(tx, [`customer:${id}`, ...ofThem]);
    },
    async (tx, { id, ...person }) => {
      const email = confirmedOf(person);
      const cartIds = [
        ...(await cart.inTransaction.ids(tx, id)),
        ...(await cart.inTransaction.openedIds(tx, { customerId: id, email })),
      ];
      // Before the orders: a payment that ends just now has made one.
      const isBeingPaid = await checkout.inTransaction.isPersonPaying(tx, { cartIds, email });
      const open = await own.open(tx, id);
      // Cards that wait for their day: nothing is mailed of whoever was erased, and what was paid for them would be lost.
      const waiting = await soldGiftCards.inTransaction.withCardsToMail(tx, await own.ids(tx, id));
      const numbers = await own.numbers(tx, waiting);
      return { isBeingPaid, orders: [...new Set([...open, ...numbers])] };
    },
  );
}

/** An address nobody confirmed may be a stranger's. */
function confirmedOf({ email, isConfirmed }: Pick<Person, 'email' | 'isConfirmed'>): string | undefined {
  return isConfirmed ? email : undefined;
}
