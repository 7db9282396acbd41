// CPU of the engine for the page of the runtime reference: 40 plans, 376 references, 76 unique keys. Run: node data-actions/bench/engine.bench.ts
import { many, need } from '@vitrine/data-actions';
import { createActionEngine, createTagVersions } from '@vitrine/data-actions/server';
import { benchActions } from './bench-actions.ts';

const shared = {
  channel: 'online',
  locale: 'en',
  currency: 'EUR',
  customerGroup: 'anyone',
  audience: 'everyone',
};
const { actions, handlers, count } = benchActions();
const engine = createActionEngine({ handlers, tags: createTagVersions() });

/** The modules' plans: 24 cards, 6 rows of a category's products, 2 more cards, 5 menus, 3 carts. */
function plans() {
  const { product, price, stock, category, menu, cart } = actions;
  return [
    ...Array.from({ length: 24 }, (_, id) => ({
      product: need(product, { id }),
      price: need(price, { id }),
      stock: need(stock, { id }),
    })),
    ...Array.from({ length: 6 }, () => {
      const found = need(category, { id: 1 });
      const inputs = found.map(({ ids }) => ids.map((id) => ({ id })));
      return { found, products: many(product, inputs), prices: many(price, inputs) };
    }),
    ...Array.from({ length: 5 }, (_, id) => ({ menu: need(menu, { id: id % 2 }) })),
    ...Array.from({ length: 3 }, () => ({ cart: need(cart, {}) })),
    ...Array.from({ length: 2 }, (_, id) => ({ product: need(product, { id }) })),
  ];
}

async function page(): Promise<void> {
  const scope = engine.openScope({ shared });
  await Promise.all(plans().map((plan) => scope.runPlan(plan, { hole: 'cart' in plan })));
}

await page();
const cold = count();
for (let i = 0; i < 2000; i++) await page();
const before = count();
await page();
const rounds: number[] = [];
for (let round = 0; round < 9; round++) {
  const start = process.cpuUsage();
  for (let i = 0; i < 500; i++) await page();
  const { user, system } = process.cpuUsage(start);
  rounds.push((user + system) / 500 / 1000);
}
rounds.sort((a, b) => a - b);
console.log(`calls: ${cold} cold, ${count() - before - rounds.length * 500} warm (the private cart)`);
console.log(
  `CPU per warm page: median ${rounds[4]!.toFixed(3)} ms, best ${rounds[0]!.toFixed(3)} ms (goal 0.25 ms)`,
);
