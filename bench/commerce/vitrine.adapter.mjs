// Our engine for a client that measures commerce engines by their public HTTP APIs. `ids.variants` = all variant ids in the order
// of the catalogue, three for each product; the last 20 products are limited.

const MARKET = 'channel=online&locale=en&currency=EUR';
const LIMITED = 20;
const COLOURS = [
  'Black',
  'White',
  'Red',
  'Blue',
  'Green',
  'Grey',
  'Brown',
  'Navy',
  'Pink',
  'Olive',
  'Yellow',
  'Purple',
];
const WORDS = ['Shirt', 'Trouser', 'Shoe', 'Jacket', 'Hat', 'Bag', 'Belt', 'Sock', 'Scarve', 'Glove'];
const ADDRESS = { name: 'Jo Doe', street: 'Street 1', postalCode: '10115', city: 'Berlin', country: 'DE' };

export default async function vitrine({ req, ids }) {
  const products = ids.variants.length / 3;
  const normal = products - LIMITED;
  const slug = (index) => `${index >= normal ? 'limited' : 'product'}-${String(index + 1).padStart(4, '0')}`;
  const variant = (n) => ids.variants[(n % normal) * 3 + (n % 3)];
  const limitedVariant = (n) => ids.variants[(normal + (Math.floor(n / 3) % LIMITED)) * 3 + (n % 3)];

  async function call(method, path, body) {
    const headers = method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() };
    const answer = await req(method, `/api/store/v1${path}`, { headers, body });
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text.slice(0, 300)}`);
    return answer.json;
  }
  const changed = (outcome) => {
    if (outcome.kind !== 'changed') throw new Error(`refused: ${JSON.stringify(outcome).slice(0, 200)}`);
    return outcome;
  };
  const add = async (cartId, variantId, quantity = 1) =>
    changed(await call('POST', `/carts/${cartId}/lines?${MARKET}`, { variantId, quantity })).cart;
  const fill = async (cartId, patch) =>
    changed(await call('PATCH', `/carts/${cartId}/checkout?${MARKET}`, patch)).checkout;

  async function ready(variants) {
    const cartId = crypto.randomUUID();
    for (const each of variants) await add(cartId, each);
    await fill(cartId, { contact: { email: `c${crypto.randomUUID()}@example.com` }, address: ADDRESS });
    const { checkout } = await call('GET', `/carts/${cartId}/checkout?${MARKET}`);
    return fill(cartId, { delivery: { methodId: checkout.options[0].methodId }, terms: true });
  }
  const pay = ({ id, cartId, seen }, key, token = 'sim-approve') =>
    req('POST', `/api/store/v1/carts/${cartId}/payments?${MARKET}`, {
      headers: { 'idempotency-key': key ?? crypto.randomUUID() },
      body: { checkoutId: id, seen, provider: 'simulator', method: 'card', token },
    });
  async function complete(checkout) {
    const { status, json, text } = await pay(checkout);
    if (status !== 200 || json.kind !== 'placed')
      throw new Error(`${status} ${json?.kind ?? text.slice(0, 200)}`);
    return json.order;
  }
  const count = (answers) =>
    Object.fromEntries(
      [...Map.groupBy(answers, ({ status, json }) => `${status} ${json?.kind ?? ''}`)].map(([key, each]) => [
        key,
        each.length,
      ]),
    );
  const block = Number(process.env.BENCH_BLOCK ?? 0);

  return {
    name: 'vitrine',
    variant,
    ready,
    pay,
    ops: {
      detail: async (n) => {
        const found = await call('GET', `/products?${MARKET}&prices=1&slug=${slug(n % normal)}`);
        if (!(found.items[0].variants.length === 3 && found.variantPrices[2].price.amount > 0))
          throw new Error('no price');
      },
      list: async (n) => {
        const page = (n % 48) + 1;
        const list = `/product-lists?${MARKET}&facets=0&pageSize=20&page=${page}`;
        const { cards, prices } = await call('GET', list);
        if (cards.length !== 20 || prices.some((price) => !(price.from.amount > 0))) throw new Error('short');
      },
      search: async (n) => {
        const found = await call('GET', `/search?${MARKET}&text=${WORDS[n % 10]}&pageSize=20`);
        if (found.productIds.length === 0) throw new Error('no hits');
      },
      // 2,400 questions, none asked twice within the time that answers are remembered: totals and facets are counted each time.
      searchAnew: async (n) => {
        const text = `${COLOURS[n % 12]} ${WORDS[Math.floor(n / 12) % 10]}`;
        const price = `priceFrom=${500 + (Math.floor(n / 120) % 20) * 10}`;
        const found = await call(
          'GET',
          `/search?${MARKET}&text=${encodeURIComponent(text)}&${price}&pageSize=20`,
        );
        if (found.total === undefined) throw new Error('no total');
      },
      createCart: async (n) => {
        await add(crypto.randomUUID(), variant(n * 7));
      },
      addLine: {
        count: 60,
        prepare: async (n) => {
          const cartId = crypto.randomUUID();
          for (let k = 0; k < 5; k += 1) await add(cartId, variant(n * 7 + k));
          return { cartId, variantId: variant(n * 7 + 9) };
        },
        run: async ({ cartId, variantId }) => {
          const cart = await add(cartId, variantId);
          if (cart.lines.length !== 6) throw new Error('lines');
        },
      },
      checkout: async (n) => {
        await complete(await ready([variant(n * 7), variant(n * 7 + 1)]));
      },
    },
    races: {
      oversell: async (k) => {
        const checkouts = [];
        for (let n = 0; n < 50; n += 1) checkouts.push(await ready([limitedVariant(block + k)]));
        return {
          stock: 10,
          buyers: 50,
          answers: count(await Promise.all(checkouts.map((each) => pay(each)))),
        };
      },
      doubleComplete: async (_k, n) => {
        const checkout = await ready([variant(n)]);
        const answers = await Promise.all(Array.from({ length: 5 }, () => pay(checkout)));
        return { answers: count(answers), orders: new Set(answers.map(({ json }) => json?.order?.id)).size };
      },
      lostUpdate: async () => {
        const cartId = crypto.randomUUID();
        await add(cartId, variant(1));
        const same = await Promise.allSettled(Array.from({ length: 10 }, () => add(cartId, variant(1))));
        const before = (await call('GET', `/carts/${cartId}?${MARKET}`)).cart;
        const other = await Promise.allSettled(
          Array.from({ length: 10 }, (_, at) => add(cartId, variant(100 + at * 4))),
        );
        const after = (await call('GET', `/carts/${cartId}?${MARKET}`)).cart;
        const ok = (settled) => settled.filter(({ status }) => status === 'fulfilled').length;
        const sum = after.lines.reduce((total, line) => total + line.total.amount, 0);
        return {
          same_ok: ok(same),
          pieces: before.count,
          diff_ok: ok(other),
          lines: after.lines.length,
          total_is_sum: after.total.amount === sum,
        };
      },
    },
  };
}
