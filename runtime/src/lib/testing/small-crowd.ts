import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Crowd, type Experiment, nobodyApart, type PageNode } from '@vitrine/content';
import type { VersionView } from '@vitrine/content/server';
import type { Runtime } from '../create-runtime.ts';
import type { CrowdSource } from '../crowd/crowd-source.ts';
import { createValueSigner } from '../visitor/signed-value.ts';
import { NAME_PURPOSE } from '../visitor/visitor.ts';
import { node, openSmallShop, SMALL_SECRET } from './small-shop.ts';
import { withoutNonces } from './without-nonces.ts';

export const browsers = {
  computer:
    'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
  phone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
  tablet:
    'Mozilla/5.0 (Linux; Android 16; SM-X910) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
  crawler: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
} as const;

export const phones = {
  id: 'phones',
  name: 'Phones',
  rules: [{ kind: 'device', devices: ['phone'] }],
} as const satisfies Crowd['audiences'][number];

/** A test of two versions. */
export function test(id: string, facts: Partial<Experiment> = {}): Experiment {
  const versions = [
    { name: 'a', label: 'As it is' },
    { name: 'b', label: 'Other' },
  ] as const;
  const state = { kind: 'running', since: '2027-03-01T09:00:00.000Z' } as const;
  return { id, name: id, versions, share: 100, state, ...facts };
}

export function words(id: string, text: string, facts: Partial<PageNode> = {}): PageNode {
  return node('words', { id, props: { words: text }, ...facts });
}

/** A small shop whose visitors can be told apart, and what was told of them. */
export async function openCrowdShop(
  crowd: Partial<Crowd> = {},
  changes: Parameters<typeof openSmallShop>[0] = {},
) {
  let current: Crowd = { ...nobodyApart, ...crowd };
  const views: VersionView[] = [];
  const baskets: (readonly [visitor: string, cart: string])[] = [];
  const given: (readonly [visitor: string, cart: string])[] = [];
  const source: CrowdSource = {
    get current() {
      return current;
    },
    seen: (seen) => void views.push(...seen),
    began: (visitor, cart) => void baskets.push([visitor, cart]),
    had: (visitor, cart) => void given.push([visitor, cart]),
  };
  const shop = await openSmallShop({ crowd: source, ...changes });
  const [plain] = await shop.pages.published(['plain']);
  return {
    ...shop,
    views,
    /** That were begun. */
    baskets,
    /** That were begun before. */
    given,
    become(next: Partial<Crowd>) {
      current = { ...nobodyApart, ...next };
    },
    /** What stands at `/plain`. */
    publish: (nodes: readonly PageNode[]) =>
      shop.pages.publish({ by: 'test', documents: [{ ...plain!.document, nodes }] }),
    short: (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
      onShortWay(shop.runtime, { path, headers: { host: 'shop.test', ...headers }, method }),
    /** When what is told behind answers has been told. */
    told: () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve))),
  };
}

export type CrowdShop = Awaited<ReturnType<typeof openCrowdShop>>;

/** The HTML the short way answers; `undefined` when it leaves the request to the long way. */
export function onShortWay(
  runtime: Pick<Runtime, 'serveCached'>,
  {
    path,
    headers,
    method = 'GET',
  }: {
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly method?: string;
  },
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = { method, url: path, headers };
    const response = {
      writeHead() {},
      end: (body?: Buffer) => resolve(withoutNonces(body?.toString() ?? '')),
    };
    const served = runtime.serveCached(
      request as unknown as IncomingMessage,
      response as unknown as ServerResponse,
    );
    if (!served) resolve(undefined);
  });
}

/** The cookie of a visitor who was given this name. */
export function nameCookie(name: string): string {
  return `vt_visitor=${createValueSigner(SMALL_SECRET).sign(NAME_PURPOSE, name)}`;
}

/** Cookies an answer sets, by name: their values as a browser sends them back. */
export function cookiesOf(answer: Response): ReadonlyMap<string, string> {
  return new Map(
    answer.headers.getSetCookie().map((each) => {
      const pair = each.split(';', 1)[0] as string;
      return [pair.slice(0, pair.indexOf('=')), pair];
    }),
  );
}
