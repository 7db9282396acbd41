import { beforeAll, describe, expect, it } from 'vitest';
import { testVariant } from '../testing/filled-shop.ts';
import type { PayingShop } from '../testing/paying-shop.ts';
import { signUpShopper, takeMails, tokenIn } from '../testing/shopper-account.ts';
import type { CommandContext, CommerceClient } from './commerce-client.ts';

/** A client to hold to the contract, and the shop behind it. */
export interface ContractSubject {
  readonly client: CommerceClient;
  readonly shop: PayingShop;
  /** Commands of someone who may do everything, as this client's callers send them. */
  asOwner(): CommandContext;
  /** A client of the shopper whose session's token this is. */
  ofShopper(token: string): CommerceClient;
}

/** What every commerce client does, in this process or across HTTP. Call `open` inside hooks and tests. */
export function describeCommerceClient(title: string, open: () => ContractSubject): void {
  describe(`${title} keeps the contract of a commerce client`, () => {
    let subject: ContractSubject;
    beforeAll(() => {
      subject = open();
    });

    it('[API-1] answers in the order of the inputs, undefined where there is no such thing', async () => {
      const { client, shop } = subject;
      const [mug, lamp] = [await shop.productId('stoneware-mug'), await shop.productId('desk-lamp')];
      const products = await client.catalog.productsById(shop.en, [lamp, 'nobody', mug]);
      expect(products.map((product) => product?.name)).toEqual(['Desk lamp', undefined, 'Stoneware mug']);
      const cards = await client.catalog.productCards(shop.en, ['nobody', mug]);
      expect(cards.map((card) => card?.slug)).toEqual([undefined, 'stoneware-mug']);
      const prices = await client.pricing.productPrices(shop.en, [mug, 'nobody']);
      expect(prices.map((price) => price?.from)).toEqual([{ amount: 1800, currency: 'EUR' }, undefined]);
      expect(await client.catalog.productsById(shop.en, [])).toEqual([]);
    });

    it('[API-2] speaks the language of the market', async () => {
      const { client, shop } = subject;
      const [product] = await client.catalog.productsBySlug(shop.de, ['steinzeug-becher']);
      expect(product?.name).toBe('Becher aus Steinzeug');
      const tree = await client.catalog.categoryTree(shop.de);
      expect(tree.map(({ name }) => name)).toEqual(['Zuhause', 'Strick']);
      expect(tree[0]?.children.map(({ name }) => name)).toEqual(['Geschirr', 'Lampen']);
      const [category] = await client.catalog.categoriesById(shop.de, [tree[1]!.id]);
      expect(category?.name).toBe('Strick');
      expect(await client.catalog.categoriesBySlug(shop.de, ['gibt-es-nicht'])).toEqual([undefined]);
    });

    it('[API-3] tells prices and availability of variants', async () => {
      const { client, shop } = subject;
      const [ochre, sea] = await shop.variantIds('stoneware-mug');
      const [lamp] = await shop.variantIds('reading-lamp');
      const prices = await client.pricing.variantPrices({ ...shop.en, currency: 'GBP' }, [sea!, 'nobody']);
      expect(prices.map((price) => price?.price.amount)).toEqual([1600, undefined]);
      const told = await client.inventory.availability(shop.en, [ochre!, sea!, lamp!, 'nobody']);
      expect(told.map((each) => each?.class)).toEqual(['in-stock', 'low-stock', 'sold-out', undefined]);
      const stores = await client.inventory.storeAvailability(shop.en, [ochre!, 'nobody']);
      expect(stores.map((each) => each.length)).toEqual([2, 0]);
    });

    it('[API-3] tells how products reach their shopper', async () => {
      const { client, shop } = subject;
      const [lamp, mug] = (
        await client.catalog.productsBySlug(shop.en, ['reading-lamp', 'stoneware-mug'])
      ).map((product) => product!.id);
      const method = {
        id: 'mail-of-the-contract',
        kind: 'electronic' as const,
        name: { en: 'By e-mail' },
        prices: [{ currency: 'EUR', tiers: [{ price: 0 }] }],
        time: { minDays: 0, maxDays: 0, days: 'calendar' as const },
      };
      await shop.engine.delivery.importDeliveryMethods(shop.command(), [method]);
      const set = (electronic: boolean) =>
        shop.engine.delivery.setProductDelivery(shop.command(), [
          { productId: lamp!, ship: !electronic, pickup: !electronic, electronic },
        ]);
      await set(true);
      const ways = await client.delivery.ways(shop.en, [mug!, lamp!]);
      expect(ways.map((kinds) => kinds.includes('electronic'))).toEqual([false, true]);
      await set(false);
      await shop.engine.delivery.importDeliveryMethods(shop.command(), [{ ...method, retired: true }]);
    });

    it('[API-3] tells what is on preorder and from when it ships, in the cart too', async () => {
      const { client, shop } = subject;
      const [lamp] = await shop.variantIds('reading-lamp');
      const set = (preorder: { readonly shipsFrom: string } | null) =>
        shop.engine.inventory.setPolicy(shop.command(), { variantId: lamp!, preorder });
      await set({ shipsFrom: '2199-05-04' });
      const told = { class: 'preorder', shipsFrom: '2199-05-04' };
      expect(await client.inventory.availability(shop.en, [lamp!])).toEqual([{ variantId: lamp, ...told }]);
      const line = { cartId: crypto.randomUUID(), variantId: lamp!, quantity: 1 };
      expect(await client.cart.addLine(shop.asGuest(), shop.en, line)).toMatchObject({
        cart: { lines: [{ availability: 'preorder', shipsFrom: '2199-05-04' }] },
      });
      await set(null);
    });

    it('[API-4] searches with every part of a query', async () => {
      const { client, shop } = subject;
      const found = await client.search.search(shop.en, {
        text: 'stonware',
        filters: { colour: ['sea', 'ochre'], brand: ['ostrand'] },
        priceFrom: 1000,
        priceTo: 2000,
        sort: 'price-asc',
        page: 1,
        pageSize: 5,
      });
      expect(found.corrected).toBe('stoneware');
      expect(found.productIds).toEqual([await shop.productId('stoneware-mug')]);
      expect(found.pageSize).toBe(5);
      expect(found.facets).not.toEqual([]);
      const bare = await client.search.search(shop.en, { text: 'lamp', facets: false });
      expect(bare).toMatchObject({ total: 2, facets: [] });
      const suggestions = await client.search.suggest(shop.en, 'desk');
      expect(suggestions.map(({ text }) => text)).toContain('Desk lamp');
    });

    it('[API-5] fills a cart once for each idempotency key', async () => {
      const { client, shop } = subject;
      const [variantId] = await shop.variantIds('stoneware-bowl');
      const cartId = crypto.randomUUID();
      expect(await client.cart.get(shop.en, cartId)).toBeUndefined();
      const guest = shop.asGuest();
      const input = { cartId, variantId: variantId!, quantity: 2 };
      const first = await client.cart.addLine(guest, shop.en, input);
      const again = await client.cart.addLine(guest, shop.en, input);
      expect(again).toEqual(first);
      const cart = await client.cart.get(shop.en, cartId);
      expect(cart).toMatchObject({ count: 2, total: { amount: 4800, currency: 'EUR' } });
      const lineId = cart!.lines[0]!.id;
      const emptied = await client.cart.setQuantity(shop.asGuest(), shop.en, { cartId, lineId, quantity: 0 });
      expect(emptied).toMatchObject({ kind: 'changed', cart: { count: 0, lines: [] } });
    });

    it('[API-6] refuses a key that was used with another body', async () => {
      const { client, shop } = subject;
      const [variantId] = await shop.variantIds('stoneware-bowl');
      const guest = shop.asGuest();
      const input = { cartId: crypto.randomUUID(), variantId: variantId!, quantity: 1 };
      await client.cart.addLine(guest, shop.en, input);
      const other = client.cart.addLine(guest, shop.en, { ...input, quantity: 3 });
      await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    });

    it('[API-24] a customer sees and changes themselves, and their cart and orders follow them', async () => {
      const { client, shop } = subject;
      const { token, actor, email, command } = await signUpShopper(shop);
      expect(await client.accounts.actorOf(token)).toEqual(actor);
      expect(await client.accounts.actorOf('vtc_made-up')).toEqual({ kind: 'guest' });
      const own = subject.ofShopper(token);
      const changed = await own.customers.change(command(), { name: 'Ada King' });
      expect(changed).toMatchObject({ kind: 'done', customer: { name: 'Ada King', email } });
      const address = {
        name: 'Ada King',
        street: 'Hafenstraße 1',
        postalCode: '24103',
        city: 'Kiel',
        country: 'DE',
      };
      const saved = await own.customers.saveAddress(command(), { address });
      const [kept] = saved.kind === 'done' ? saved.customer.addresses : [];
      expect(kept).toMatchObject({ address, isShipping: true });
      const vatId = 'DE136695976';
      expect(await own.customers.saveTaxNumber(command(), vatId)).toMatchObject({
        customer: { taxNumbers: [{ vatId }] },
      });
      await expect(own.customers.saveTaxNumber(command(), 'DE1')).rejects.toMatchObject({
        code: 'bad_input',
      });
      expect(await own.customers.removeTaxNumber(command(), vatId)).toMatchObject({
        customer: { taxNumbers: [] },
      });
      const consent = { purpose: 'newsletter', granted: true, source: 'account-page', textVersion: '1' };
      await own.customers.consent(command(), consent);
      await own.customers.wish(command(), { kind: 'product', id: 'mug', wished: true });
      await own.customers.removeAddress(command(), kept!.id);
      expect(await own.customers.get(actor)).toMatchObject({
        addresses: [],
        consents: [{ purpose: 'newsletter', granted: true }],
        wishes: [{ kind: 'product', id: 'mug' }],
      });
      const [variantId = ''] = await shop.variantIds('stoneware-bowl');
      const cartId = crypto.randomUUID();
      await client.cart.addLine(shop.asGuest(), shop.en, { cartId, variantId, quantity: 1 });
      expect(await own.cart.ofCustomer(shop.en, actor)).toBeUndefined();
      expect(await own.cart.takeOver(command(), shop.en, { cartId })).toEqual({ cartId });
      expect(await own.cart.ofCustomer(shop.en, actor)).toBe(cartId);
      const credit = { customerId: actor.id, amount: 500, currency: 'EUR', reason: 'goodwill' } as const;
      await subject.shop.engine.storeCredit.issue(subject.shop.command(), { ...credit, note: '' });
      const [has] = await own.storeCredit.balances(actor);
      expect(has?.balance).toEqual({ amount: 500, currency: 'EUR' });
      const { movements } = await own.storeCredit.history(actor, { currency: 'EUR', limit: 1 });
      expect(movements).toMatchObject([{ kind: 'added', amount: has?.balance }]);
      expect(await own.orders.ofCustomer(actor, { limit: 5 })).toEqual({ orders: [] });
      expect(await own.orders.openOwn(actor, crypto.randomUUID())).toBeUndefined();
      const nothing = {
        orderId: crypto.randomUUID(),
        lines: [{ lineId: crypto.randomUUID(), quantity: 1, reason: 'damaged' as const }],
      };
      expect(await own.orders.requestReturn(command(), nothing)).toMatchObject({ kind: 'no-order' });
      const noReturn = { orderId: nothing.orderId, returnId: crypto.randomUUID() };
      expect(await own.orders.callOffReturn(command(), noReturn)).toEqual({ kind: 'no-return' });
      const mine = { orderId: nothing.orderId, actor };
      expect(await own.orders.progress(mine)).toBeUndefined();
      expect(await own.orders.paper(mine, 'receipt')).toBeUndefined();
      expect(await own.customers.export(actor)).toMatchObject({ customer: { email }, carts: [cartId] });
      expect(await own.accounts.view(actor)).toEqual({ hasPassword: false, identities: [], sessions: 1 });
      const mail = { email: `new-${email}` };
      expect(await own.accounts.changeEmail(command(), mail, { from: email })).toEqual({ kind: 'mailed' });
      const wrong = { current: 'a guess', password: 'twelve large crabs' };
      expect(await own.accounts.changePassword(command(), wrong, { from: email })).toEqual({
        kind: 'refused',
      });
      await own.accounts.signOut(token);
      expect(await client.accounts.actorOf(token)).toEqual({ kind: 'guest' });
    });

    it('[API-26] a customer joins a loyalty programme, sees their points, and pays with them', async () => {
      const { client, shop } = subject;
      await shop.engine.loyalty.saveProgramme(shop.command(), {
        id: 'crew',
        name: { en: 'Crew' },
        earn: [{ currency: 'EUR', points: 1, per: 100 }],
        redeem: [{ currency: 'EUR', points: 1, amount: 5 }],
        tiers: [{ id: 'mate', name: { en: 'Mate' }, from: 0 }],
        joinPoints: 40,
      });
      const { token, actor, command } = await signUpShopper(shop);
      const own = subject.ofShopper(token);
      expect(await client.loyalty.programmes(shop.en)).toMatchObject([{ id: 'crew', joinPoints: 40 }]);
      expect(await own.loyalty.of(actor, shop.en)).toEqual([]);
      expect(await own.loyalty.join(command(), shop.en, 'nobody')).toEqual({ kind: 'no-programme' });
      const joined = await own.loyalty.join(command(), shop.en, 'crew');
      expect(joined).toMatchObject({ kind: 'joined', loyalty: { points: 40, worth: { amount: 200 } } });
      const { movements } = await own.loyalty.history(actor, { programmeId: 'crew', limit: 5 });
      expect(movements).toMatchObject([{ kind: 'added', points: 40, reason: 'joined' }]);
      const { cartId } = await shop.ready([{ variantId: await shop.product(9, 1000), quantity: 1 }]);
      const chosen = await own.checkout.update(command(), shop.en, { cartId, patch: { points: 20 } });
      expect(chosen).toMatchObject({
        kind: 'changed',
        checkout: { tenders: { points: { balance: 40, pays: { points: 20, amount: { amount: 100 } } } } },
      });
      const asGuest = await client.checkout.get(shop.en, cartId);
      expect(asGuest?.tenders).toEqual({ giftCards: [] });
    });

    it('[API-28] whoever has an order’s key sees what became of it, its papers, and announces a return', async () => {
      const { client, shop } = subject;
      const ready = await shop.ready([{ variantId: await shop.product(9, 1000), quantity: 1 }]);
      const paid = await shop.pay(ready, 'sim-approve');
      if (paid.kind !== 'placed') throw new Error(JSON.stringify(paid));
      const opening = { orderId: paid.order.id, key: paid.order.key };
      const order = (await client.orders.open(opening.orderId, opening.key))!;
      const told = await client.orders.progress(opening);
      expect(told).toEqual({
        shipments: [],
        returns: [],
        returnable: [],
        allowances: [],
        cancellations: [],
        additions: [],
        documents: [],
      });
      expect(await client.orders.paper(opening, 'receipt')).toContain(order.number);
      expect(await client.orders.paper(opening, crypto.randomUUID())).toBeUndefined();
      expect(await client.orders.progress({ ...opening, key: 'a guess' })).toBeUndefined();
      const lines = [{ lineId: order.lines[0]!.id, quantity: 1, reason: 'damaged' as const }];
      const asked = await client.orders.requestReturn(shop.asGuest(), { ...opening, lines });
      expect(asked).toMatchObject({ kind: 'too-many', returnable: 0 });
      const none = { ...opening, returnId: crypto.randomUUID() };
      expect(await client.orders.callOffReturn(shop.asGuest(), none)).toEqual({ kind: 'no-return' });
    });

    it('[API-27] recommends products for many keys at once, and to the customer who is signed in', async () => {
      const { client, shop } = subject;
      await shop.engine.recommendations.refresh({ every: 0 });
      const [mug, hat] = [await shop.productId('stoneware-mug'), await shop.productId('wool-hat')];
      const newest = await client.recommendations.lists(shop.en, 'new', ['', 'nobody'], { limit: 60 });
      expect(newest.map((ids) => ids.filter((id) => id === mug || id === hat))).toEqual([[hat, mug], []]);
      const { token, actor } = await signUpShopper(shop);
      const picks = await subject.ofShopper(token).recommendations.picks(actor, shop.en, { limit: 2 });
      const [best] = await client.recommendations.lists(shop.en, 'best-selling', [''], { limit: 2 });
      expect(picks).toEqual(best);
    });

    it('[API-24] coming in says the same in every maker', async () => {
      const { client, shop } = subject;
      const email = `${crypto.randomUUID()}@example.com`;
      const [asked, password] = [{ email, locale: 'en', from: email }, 'eleven small crabs'];
      expect(await client.accounts.signUp({ ...asked, name: 'Ada', password })).toEqual({ kind: 'mailed' });
      const sent = await takeMails(shop);
      const token = tokenIn(sent.find(({ to }) => to === email));
      expect(await client.accounts.followLink({ token })).toMatchObject({ kind: 'signed-in' });
      expect(await client.accounts.followLink({ token })).toEqual({ kind: 'link-over' });
      expect(await client.accounts.signIn({ email, password: 'a guess', from: email })).toEqual({
        kind: 'refused',
      });
      const came = await client.accounts.signIn({ email, password, from: email });
      if (came.kind !== 'signed-in') throw new Error(came.kind);
      await client.accounts.askForReset(asked);
      const reset = tokenIn((await takeMails(shop))[0]);
      expect(await client.accounts.reset({ token: reset, password: 'twelve large crabs' })).toMatchObject({
        kind: 'signed-in',
      });
      await client.accounts.askForLink(asked);
      const link = tokenIn((await takeMails(shop))[0]);
      const last = await client.accounts.followLink({ token: link });
      if (last.kind !== 'signed-in') throw new Error(last.kind);
      const command = () => ({ actor: last.actor, idempotencyKey: crypto.randomUUID() });
      expect(await subject.ofShopper(last.token).customers.erase(command())).toEqual({ kind: 'erased' });
      expect(await client.accounts.signIn({ email, password, from: email })).toEqual({ kind: 'refused' });
    });

    it('[API-7] returns refusals of the shop as outcomes', async () => {
      const { client, shop } = subject;
      const [lamp] = await shop.variantIds('reading-lamp');
      const [, sea] = await shop.variantIds('stoneware-mug');
      const cartId = crypto.randomUUID();
      const add = (variantId: string, quantity: number) =>
        client.cart.addLine(shop.asGuest(), shop.en, { cartId, variantId, quantity });
      expect(await add(lamp!, 1)).toMatchObject({ kind: 'sold-out', variantId: lamp });
      expect(await add(sea!, 4)).toMatchObject({ kind: 'not-enough', left: 3 });
      expect(await add('nobody', 1)).toMatchObject({ kind: 'unknown-variant', variantId: 'nobody' });
      expect(await add(sea!, -1)).toMatchObject({ kind: 'bad-quantity', quantity: -1, max: 3 });
      expect(await add(sea!, 1.5)).toMatchObject({ kind: 'bad-quantity', quantity: 1.5 });
      const line = { cartId, lineId: crypto.randomUUID(), quantity: 1 };
      expect(await client.cart.setQuantity(shop.asGuest(), shop.en, line)).toMatchObject({
        kind: 'unknown-line',
      });
      expect(await client.cart.get(shop.en, cartId)).toBeUndefined();
    });

    it('[API-8] names mistakes by codes that do not change', async () => {
      const { client, shop } = subject;
      const nowhere = { ...shop.en, channel: 'nowhere' };
      await expect(client.search.search(nowhere, {})).rejects.toMatchObject({ code: 'unknown_channel' });
      const yen = { ...shop.en, currency: 'JPY' };
      const cart = client.cart.get(yen, crypto.randomUUID());
      await expect(cart).rejects.toMatchObject({ code: 'bad_input' });
      const [variantId] = await shop.variantIds('stoneware-bowl');
      const input = { cartId: 'not-a-uuid', variantId: variantId!, quantity: 1 };
      const added = client.cart.addLine(shop.asGuest(), shop.en, input);
      await expect(added).rejects.toMatchObject({ code: 'bad_input' });
      expect(await client.cart.get(shop.en, 'not-a-uuid')).toBeUndefined();
    });

    it('[API-9] imports products that are found at once, and tells what became of each', async () => {
      const { client, shop } = subject;
      const product = {
        handle: `vase-${title.toLowerCase().replace(/[^a-z]+/g, '-')}x`,
        name: { en: 'Zephyr vase', de: 'Zephyr Vase' },
        categories: ['tableware'],
        variants: [testVariant({}, { EUR: 4200 }, 7)],
      };
      const refused = { ...product, handle: 'has no price in Klingon', variants: [] };
      const asked = await client.catalog.importProducts(subject.asOwner(), [product], { dryRun: true });
      expect(asked.map(({ kind }) => kind)).toEqual(['created']);
      expect((await client.search.search(shop.en, { text: 'zephyr' })).total).toBe(0);
      const outcomes = await client.catalog.importProducts(subject.asOwner(), [product, refused]);
      expect(outcomes.map(({ kind }) => kind)).toEqual(['created', 'refused']);
      expect((await client.search.search(shop.en, { text: 'zephyr' })).total).toBe(1);
      const again = await client.catalog.importProducts(subject.asOwner(), [product]);
      expect(again.map(({ kind }) => kind)).toEqual(['unchanged']);
      const unpublished = { ...product, published: false };
      await client.catalog.importProducts(subject.asOwner(), [unpublished]);
      expect((await client.search.search(shop.en, { text: 'zephyr' })).total).toBe(0);
      const categories = [{ handle: 'tableware', parent: 'home', name: { en: 'Tableware', de: 'Geschirr' } }];
      const kept = await client.catalog.importCategories(subject.asOwner(), categories);
      expect(kept.map(({ kind }) => kind)).toEqual(['unchanged']);
    });

    it('[API-10] signs staff in and out, and knows strangers as guests', async () => {
      const { client, shop } = subject;
      const email = `marta-${crypto.randomUUID()}@example.com`;
      const person = { email, name: 'Marta', password: 'eleven small crabs', roles: ['marketer' as const] };
      await shop.engine.identity.importStaff(shop.command(), [person]);
      const wrong = await client.identity.signIn({ email, password: 'wrong', from: '192.0.2.1' });
      expect(wrong).toEqual({ kind: 'refused' });
      const signed = await client.identity.signIn({ email, password: person.password, from: '192.0.2.1' });
      const token = signed.kind === 'signed-in' ? signed.token : '';
      expect(signed).toMatchObject({ kind: 'signed-in', actor: { name: 'Marta', roles: ['marketer'] } });
      expect(await client.identity.actorOf(token)).toMatchObject({ kind: 'staff', email });
      await client.identity.signOut(token);
      expect(await client.identity.actorOf(token)).toEqual({ kind: 'guest' });
      expect(await client.identity.actorOf(undefined)).toEqual({ kind: 'guest' });
      expect(await client.identity.actorOf('made up')).toEqual({ kind: 'guest' });
      await client.identity.signOut('made up');
    });

    it('[API-22] takes a cart to an order: filled in, declined, confirmed at the bank, opened and found again', async () => {
      const { client, shop } = subject;
      const cartId = crypto.randomUUID();
      expect(await client.checkout.get(shop.en, cartId)).toBeUndefined();
      const line = { cartId, variantId: await shop.product(9, 2500), quantity: 2 };
      await client.cart.addLine(shop.asGuest(), shop.en, line);
      const start = await client.checkout.get(shop.en, cartId);
      expect(start).toMatchObject({ state: 'open', missing: ['contact', 'address', 'delivery', 'terms'] });
      const address = {
        name: 'Grace Hopper',
        street: 'Quay 9',
        postalCode: '24103',
        city: 'Kiel',
        country: 'DE',
      };
      const fill = (patch: Parameters<typeof client.checkout.update>[2]['patch']) =>
        client.checkout.update(shop.asGuest(), shop.en, { cartId, patch });
      await expect(fill({ contact: { email: 'nobody' } })).rejects.toMatchObject({ code: 'bad_input' });
      const filled = await fill({
        contact: { email: 'grace@example.com' },
        address,
        delivery: { methodId: 'parcel' },
        terms: true,
      });
      if (filled.kind !== 'changed') throw new Error(`Not filled in: ${filled.kind}`);
      const { checkout } = filled;
      expect(checkout).toMatchObject({ missing: [], total: { amount: 5490 }, address });
      const issued = { amount: 1000, currency: 'EUR' };
      const { code, pin, id } = await shop.engine.giftCards.issue(shop.command(), issued);
      const bring = (card: { code: string; pin: string }) =>
        client.checkout.addGiftCard(shop.asGuest(), shop.en, { cartId, ...card });
      expect(await bring({ code, pin: 'wrong' })).toMatchObject({
        kind: 'gift-card-refused',
        reason: 'unknown',
      });
      expect(await bring({ code, pin })).toMatchObject({
        kind: 'changed',
        checkout: { rest: { amount: 4490 }, tenders: { giftCards: [{ id, pays: { amount: 1000 } }] } },
      });
      const away = await client.checkout.removeGiftCard(shop.asGuest(), shop.en, { cartId, id });
      expect(away).toMatchObject({ kind: 'changed', checkout: { rest: { amount: 5490 } } });
      const pay = (token: string) =>
        client.checkout.pay(shop.asGuest(), shop.en, {
          cartId,
          checkoutId: checkout.id,
          seen: checkout.seen,
          provider: 'simulator',
          method: 'card',
          token,
          returnUrl: 'https://shop.example/back',
        });
      expect(await pay('sim-decline')).toMatchObject({ kind: 'declined', reason: 'declined' });
      const asked = await pay('sim-challenge');
      expect(asked).toMatchObject({ kind: 'action' });
      await expect(fill({ note: 'Ring twice' })).resolves.toMatchObject({ kind: 'being-paid' });
      const reopened = await client.checkout.reopen(shop.asGuest(), shop.en, { cartId });
      expect(reopened).toMatchObject({ kind: 'changed' });
      const again = await pay('sim-challenge');
      const reference = again.kind === 'action' ? again.url.split('/').at(-1)! : '';
      await shop.simulator.decide(reference, 'approve');
      const back = await client.checkout.comeBack(shop.en, { cartId, checkoutId: checkout.id });
      const stranger = { cartId: crypto.randomUUID(), checkoutId: checkout.id };
      expect(await client.checkout.comeBack(shop.en, stranger)).toEqual({ kind: 'no-cart' });
      if (back.kind !== 'placed') throw new Error(`Not placed: ${back.kind}`);
      const order = await client.orders.open(back.order.id, back.order.key);
      expect(order).toMatchObject({ number: back.order.number, total: { amount: 5490 } });
      expect(await client.orders.open(back.order.id, 'made up')).toBeUndefined();
      const { number } = back.order;
      const looked = await client.orders.lookUp({ number, email: 'GRACE@example.com' });
      expect(looked).toEqual({ order, shipments: [] });
      expect(await client.orders.lookUp({ number, email: 'ada@example.com' })).toBeUndefined();
      const coupon = { cartId, code: 'NO-SUCH-CODE' };
      expect(await client.cart.addCoupon(shop.asGuest(), shop.en, coupon)).toMatchObject({
        kind: 'coupon-refused',
        reason: 'unknown',
      });
      expect(await client.cart.removeCoupon(shop.asGuest(), shop.en, coupon)).toMatchObject({
        kind: 'changed',
      });
    });
  });
}
