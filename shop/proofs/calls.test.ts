import type { CommerceClient } from '@vitrine/commerce-engine/client';
import { defineSource } from '@vitrine/data-actions';
import type { Handler } from '@vitrine/data-actions/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoPlatform, type DemoSite, openDemoPlatform, openDemoSite, textOf } from './demo-shop.ts';

// What a page of the demo store costs its backend. All answers of a wave come at once, so that calls are counted and not
// milliseconds. The least there can be is found by asking every question by itself, the moment it can be asked: questions of
// one action in one wave could have been one call, as many as the action says fit into one.

const pages = [
  '/',
  '/winter-table',
  '/c/mugs',
  '/de/c/decken',
  '/p/tide-mug',
  '/search?q=wool',
  '/cart',
  '/about',
];

interface Call {
  readonly action: string;
  readonly wave: number;
  /** As JSON. */
  readonly questions: readonly string[];
}

interface ClientCall {
  /** `catalog.productCards` */
  readonly method: string;
  /** One text per thing that was asked for, as JSON. */
  readonly asked: readonly string[];
}

let platform: DemoPlatform;
let cart: string;

beforeAll(async () => {
  platform = await openDemoPlatform();
  const site = openDemoSite(platform);
  const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };
  const [mug] = await platform.commerce.catalog.productsBySlug(market, ['tide-mug']);
  cart = await site.fillCart([mug!.variants[0]!.id]);
  site.close();
}, 300_000);
afterAll(() => platform.close());

/** Holds answers back until nothing more is asked without them; then a new wave begins. */
function createWaves() {
  let number = 0;
  let open = 0;
  let held: (() => void)[] = [];
  async function quiet(): Promise<void> {
    for (let asked = -1; asked !== open + held.length; ) {
      asked = open + held.length;
      for (let turn = 0; turn < 6; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
  return {
    get number() {
      return number;
    },
    async hold<T>(work: () => Promise<T>): Promise<T> {
      open++;
      const answer = await work().finally(() => open--);
      const released = new Promise<void>((resolve) => held.push(resolve));
      void quiet().then(() => {
        if (open > 0 || held.length === 0) return;
        number++;
        const waiting = held;
        held = [];
        for (const release of waiting) release();
      });
      await released;
      return answer;
    },
  };
}

/** Answers that are counted and come in waves; mutations are not touched. */
function inWaves(own: readonly Handler[], calls: Call[]): Handler[] {
  const waves = createWaves();
  return own.map((handler) => {
    const { action, run } = handler;
    if (action.class === 'mutation') return handler;
    return {
      action,
      run(inputs: readonly unknown[], context: unknown) {
        calls.push({
          action: action.id,
          wave: waves.number,
          questions: inputs.map((input) => JSON.stringify(input)),
        });
        return waves.hold(() => run(inputs, context));
      },
    };
  });
}

const boundless = defineSource({ id: 'one by one', concurrency: 10_000 });

/** Nothing is gathered: each question is a call, at once. */
function oneByOne(own: readonly Handler[]): Handler[] {
  return own.map((handler) =>
    handler.action.class === 'mutation'
      ? handler
      : ({ ...handler, action: { ...handler.action, source: boundless, maxBatch: 1 } } as Handler),
  );
}

/** The commerce client, with everything written down that it is asked. */
function counted(commerce: CommerceClient, calls: ClientCall[]): CommerceClient {
  const domain = (name: string, methods: object) =>
    Object.fromEntries(
      Object.entries(methods).map(([method, ask]) => [
        method,
        (market: unknown, ...rest: unknown[]) => {
          const [asked] = rest;
          const things = Array.isArray(asked) ? asked : [asked];
          calls.push({
            method: `${name}.${method}`,
            asked: things.map((thing) => JSON.stringify([market, thing])),
          });
          return ask(market, ...rest);
        },
      ]),
    );
  return Object.fromEntries(
    Object.entries(commerce).map(([name, methods]) => [name, domain(name, methods)]),
  ) as unknown as CommerceClient;
}

/** A site, and what its pages ask from now on. */
function openCounted(gather: (own: readonly Handler[]) => Handler[] = (own) => [...own], keep = true) {
  const calls: Call[] = [];
  const clientCalls: ClientCall[] = [];
  const site = openDemoSite(platform, {
    commerce: counted(platform.commerce, clientCalls),
    handlers: (own) => inWaves(gather(own), calls),
    ...(!keep && { pageCacheBytes: 0, fragmentCacheBytes: 0 }),
  });
  return { site, calls, clientCalls };
}

async function ask(site: DemoSite, path: string, cookie = cart): Promise<void> {
  const answer = await site.get(path, { cookie });
  expect(answer.status).toBe(200);
  await textOf(answer);
}

describe('a cold page of the demo store', () => {
  it.each(pages)('[PROOF-CALLS-1] %s asks its backend as seldom as can be', async (path) => {
    const single = openCounted(oneByOne);
    await ask(single.site, path);
    const real = openCounted();
    await ask(real.site, path);
    expect(groupsOf(real.calls)).toEqual(least(single.calls, real.site));
    single.site.close();
    real.site.close();
  });

  it.each(pages)('[PROOF-CALLS-2] %s asks nothing twice', async (path) => {
    const { site, calls, clientCalls } = openCounted();
    await ask(site, path);
    const questions = calls.flatMap(({ action, questions }) => questions.map((each) => `${action} ${each}`));
    expect(twice(questions)).toEqual([]);
    const asked = clientCalls.flatMap(({ method, asked }) => asked.map((each) => `${method} ${each}`));
    expect(twice(asked)).toEqual([]);
    site.close();
  });
});

/** Calls per wave and action. */
function groupsOf(calls: readonly Call[]): Record<string, number> {
  const groups = Map.groupBy(calls, ({ action, wave }) => `${wave} ${action}`);
  return Object.fromEntries([...groups].map(([group, { length }]) => [group, length]));
}

/** One call per wave and action; more only where the action says that not all questions fit into one. */
function least(single: readonly Call[], { actions }: DemoSite): Record<string, number> {
  return Object.fromEntries(
    Object.entries(groupsOf(single)).map(([group, questions]) => {
      const action = actions.definition(group.split(' ')[1]!);
      const fit = action && 'maxBatch' in action ? action.maxBatch : 1;
      return [group, Math.ceil(questions / fit)];
    }),
  );
}

function twice(all: readonly string[]): string[] {
  return all.filter((each, index) => all.indexOf(each) !== index);
}

describe('a warm page of the demo store', () => {
  it.each([
    ['kept', true],
    ['rendered from kept answers', false],
  ] as const)('[PROOF-CALLS-3] that is %s asks for the cart and nothing else', async (_, keep) => {
    const { site, calls, clientCalls } = openCounted(undefined, keep);
    for (const path of pages) await ask(site, path);
    for (const path of pages) {
      calls.length = 0;
      clientCalls.length = 0;
      await ask(site, path);
      expect(clientCalls.map(({ method }) => method)).toEqual(['cart.get']);
      await ask(site, path, 'x=1');
      expect(clientCalls.map(({ method }) => method)).toEqual(['cart.get']);
    }
    site.close();
  });
});
