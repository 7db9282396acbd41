import type { PageNode } from '@vitrine/content';
import type { RuntimeOptions } from '@vitrine/runtime';
import type { Contender } from './contender.ts';
import { type BenchShopOptions, cookieOfFilledCart, listenerOf, openBenchShop } from './our-shop.ts';
import type { BenchModule } from './page-data.ts';

const block = (type: string): PageNode => ({ id: type, type, v: 1, props: {} });

/** Number and name as holes inside cached modules; the nonce is the third. */
function withDataHoles({ type }: BenchModule): Partial<PageNode> {
  if (type === 'top-bar') return { slots: { cartCount: [block('cart-count')] } };
  if (type === 'newsletter') return { slots: { name: [block('visitor-name')] } };
  return {};
}

/** Three of the 40 modules rendered by React for each visitor. */
function withModuleHoles({ id, type }: BenchModule): Partial<PageNode> {
  return type === 'top-bar' || type === 'newsletter' || id === 'm4' ? { type: `${type}-hole` } : {};
}

function kept(
  facts: Pick<Contender, 'id' | 'note' | 'gzip'>,
  change?: BenchShopOptions['change'],
  { hasCart }: { readonly hasCart: boolean } = { hasCart: false },
): Contender {
  return {
    ...facts,
    async start() {
      const runtime = await openBenchShop({ change });
      const cookie = hasCart ? await cookieOfFilledCart(runtime, 2) : undefined;
      return { listener: listenerOf(runtime), cookie };
    },
  };
}

/** Nothing rendered is kept, and each request asks for a page of its own, so that none is given the page of another. */
async function startCold(options: Omit<BenchShopOptions, 'runtime'> & { runtime?: Partial<RuntimeOptions> }) {
  const runtime = await openBenchShop({
    ...options,
    runtime: { pageCacheBytes: 0, fragmentCacheBytes: 0, ...options.runtime },
  });
  const listener = listenerOf(runtime);
  let visits = 0;
  return {
    runtime,
    listener: ((request, response) => {
      if (request.url === '/') request.url = `/?visit=${visits++}`;
      listener(request, response);
    }) satisfies typeof listener,
  };
}

const backendTakes = 8;
const stallTakes = 3000;

/** A page made anew with each request from answers that are soon out of date, some of which take very long. */
function stalling(facts: Pick<Contender, 'id' | 'note'>, share: number): Contender {
  return {
    ...facts,
    gzip: true,
    async start() {
      let calls = 0;
      let warm = false;
      const before = () => {
        // Not by chance: every run stalls the same calls.
        const stalls = warm && share > 0 && ++calls % Math.round(1 / share) === 0;
        return new Promise<void>((resolve) => setTimeout(resolve, stalls ? stallTakes : backendTakes));
      };
      const change = (module: BenchModule): Partial<PageNode> =>
        module.type === 'product-row' ? { type: 'short-lived-product-row' } : withDataHoles(module);
      const { runtime, listener } = await startCold({ change, before, runtime: { deadline: 200 } });
      const cookie = await cookieOfFilledCart(runtime, 2);
      await (await runtime.handle(new Request('http://127.0.0.1/', { headers: { cookie } }))).text();
      warm = true;
      return { listener, cookie };
    },
  };
}

/** The same page by our whole runtime: registry, page store, action engine, front. */
export const ourContenders: readonly Contender[] = [
  kept({ id: 'ours-full', note: 'from the page cache, nothing personal, gzip', gzip: true }),
  kept({ id: 'ours-full-identity', note: 'the same, not compressed', gzip: false }),
  kept(
    { id: 'ours-holes', note: 'visitor with a cart: count, name and nonce per request, gzip', gzip: true },
    withDataHoles,
    { hasCart: true },
  ),
  kept(
    { id: 'ours-react3', note: 'visitor with a cart: 3 React modules of 40 per request, gzip', gzip: true },
    withModuleHoles,
    { hasCart: true },
  ),
  {
    id: 'ours-cold',
    note: 'planned, run over warm answers and rendered per request',
    gzip: false,
    start: () => startCold({}),
  },
  {
    id: 'ours-cold-gzip',
    note: 'the same, compressed per request',
    gzip: true,
    start: () => startCold({}),
  },
  {
    id: 'ours-fragments',
    note: 'pages are not kept, the HTML of single modules is',
    gzip: false,
    start: () => startCold({ runtime: { fragmentCacheBytes: undefined } }),
  },
  stalling({ id: 'ours-healthy', note: 'every call takes 8 ms' }, 0),
  stalling({ id: 'ours-stalling', note: '2 % of the calls take 3 s' }, 0.02),
];
