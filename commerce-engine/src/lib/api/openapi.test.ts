import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { generate, type JsonSchema } from 'json-schema-faker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAPABILITIES } from '../identity/capability.rules.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import { signUpShopper } from '../testing/shopper-account.ts';
import { createCommerceApi } from './commerce-api.ts';

// Requests made from nothing but the OpenAPI documents, sound ones and damaged ones, and what comes back held against the
// same documents. `API_RUNS` and `API_SEED` make the search longer or another.

const RUNS = Number(process.env.API_RUNS ?? 250);
const SEED = Number(process.env.API_SEED ?? 1);

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: object;
}

interface Content {
  readonly [mediaType: string]: { readonly schema: object };
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly 'x-needs'?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}

interface ApiDocument {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: object;
}

interface Documented {
  readonly document: ApiDocument;
  readonly method: string;
  readonly path: string;
  readonly operation: DocumentedOperation;
  readonly isAnswer: ValidateFunction;
  readonly isProblem: ValidateFunction;
}

/** Values no schema promises, put in the place of one value of a body. */
const ODD_VALUES: readonly unknown[] = [
  null,
  -1,
  0.5,
  1e21,
  '',
  '\u0000',
  '\ud800',
  'a'.repeat(5000),
  [],
  {},
  [[]],
  '__proto__',
  "'; --",
  true,
];

describe('what the OpenAPI documents say', () => {
  let database: TestDatabase;
  let shop: SellingShop;
  let operations: readonly Documented[];
  let app: ReturnType<typeof createCommerceApi>;
  let tokens: { readonly staff: string; readonly customer: string };
  let known: readonly string[];
  const faults: unknown[] = [];

  beforeAll(async () => {
    database = await openTestDatabase({ migrations: [commerceMigrations] });
    shop = await openSellingShop(database);
    app = createCommerceApi(shop.engine, { onFault: (error) => faults.push(error) });
    const { token } = await shop.engine.identity.createApiToken(shop.command(), {
      name: 'test',
      capabilities: [...CAPABILITIES],
    });
    const shopper = await signUpShopper(shop);
    tokens = { staff: token, customer: shopper.token };
    const variants = await shop.variantIds('stoneware-mug');
    const order = await shop.order([{ variantId: variants[0]!, quantity: 1 }]);
    known = [
      ...variants,
      await shop.productId('stoneware-mug'),
      order.id,
      order.number,
      shop.engine.orders.keyOf(order.id),
      shopper.id,
      shopper.email,
      'online',
      'warehouse',
      'EUR',
      'en',
      'DE',
    ];
    operations = [
      ...documented(await read('/api/store/v1/openapi.json')),
      ...documented(await read('/api/admin/v1/openapi.json')),
    ];
  });
  afterAll(() => database.close());

  const read = async (path: string) => (await (await app.request(path)).json()) as ApiDocument;

  it('[API-14] says of every operation what it is called, who may, and what it answers', () => {
    expect(operations.length).toBeGreaterThan(100);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  it('[API-15] [API-17] whatever is sent: the documented answer, or a problem that is not ours', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...operations),
        fc.nat(),
        fc.option(fc.record({ at: fc.nat(), value: fc.constantFrom(...ODD_VALUES) }), { freq: 2 }),
        async (each, seed, damage) => {
          const { request, body } = await requestFor(each, seed, damage);
          const response = await app.request(request.path, request.init);
          const said = await response.json();
          const told = () => `${each.method} ${request.path} ${body ?? ''} -> ${JSON.stringify(said)}`;
          expect(faults.splice(0), told()).toEqual([]);
          if (response.status === 200) {
            answered += 1;
            expect(each.isAnswer(said) || each.isAnswer.errors, told()).toBe(true);
          } else {
            expect(response.status, told()).toBeLessThan(500);
            expect(response.headers.get('content-type')).toBe('application/problem+json');
            expect(each.isProblem(said) || each.isProblem.errors, told()).toBe(true);
          }
        },
      ),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    expect(answered).toBeGreaterThan(RUNS / 4);
  });

  async function requestFor(
    { document, method, path, operation }: Documented,
    seed: number,
    damage: { readonly at: number; readonly value: unknown } | null,
  ) {
    const random = randomFrom(seed);
    const make = async (schema: object) =>
      withKnown(
        await generate({ ...schema, components: document.components } as JsonSchema, {
          seed: random.below(2 ** 31),
          optionalsProbability: 0.5,
          maxItems: 2,
          maxLength: 80,
          maxDepth: 4,
        }),
      );
    const withKnown = (value: unknown): unknown => {
      if (typeof value === 'string')
        return random.below(2) === 0 ? known[random.below(known.length)]! : value;
      if (Array.isArray(value)) return value.map(withKnown);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, withKnown(of)]));
    };
    const query = new URLSearchParams();
    let filled = path;
    for (const { name, in: place, required, schema } of operation.parameters ?? []) {
      if (place === 'path')
        filled = filled.replace(`{${name}}`, encodeURIComponent(asText(await make(schema))));
      if (place === 'query' && (required || random.below(2) === 0))
        query.set(name, asText(await make(schema)));
    }
    const sound =
      operation.requestBody && (await make(operation.requestBody.content['application/json']!.schema));
    const body = sound === undefined ? undefined : JSON.stringify(damage ? damaged(sound, damage) : sound);
    const token = operation['x-needs'] === 'customer' ? tokens.customer : tokens.staff;
    return {
      body,
      request: {
        path: `${document.servers[0]!.url}${filled}?${query}`,
        init: {
          method: method.toUpperCase(),
          headers: {
            'idempotency-key': `key ${seed} ${operation.operationId}`,
            ...(operation['x-needs'] !== undefined && { authorization: `Bearer ${token}` }),
            ...(body !== undefined && { 'content-type': 'application/json' }),
          },
          ...(body !== undefined && { body }),
        },
      },
    };
  }
});

function documented(document: ApiDocument): readonly Documented[] {
  const ajv = new Ajv({ strict: false, allErrors: false });
  addFormats(ajv);
  ajv.addSchema({ ...document, $id: 'api' });
  const pointer = (parts: readonly string[]) =>
    parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const holds = (status: string, type: string) =>
        ajv.compile({
          $ref: `api#/${pointer(['paths', path, method, 'responses', status, 'content', type, 'schema'])}`,
        });
      return {
        document,
        method,
        path,
        operation,
        isAnswer: holds('200', 'application/json'),
        isProblem: holds('default', 'application/problem+json'),
      };
    }),
  );
}

/** The body with one of its values, counted in their order, replaced. */
function damaged(body: unknown, { at, value }: { readonly at: number; readonly value: unknown }): unknown {
  const count = countOf(body);
  let left = at % count;
  const walk = (here: unknown): unknown => {
    if (left-- === 0) return value;
    if (Array.isArray(here)) return here.map(walk);
    if (typeof here !== 'object' || here === null) return here;
    return Object.fromEntries(Object.entries(here).map(([key, of]) => [key, walk(of)]));
  };
  return walk(body);
}

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, each) => sum + countOf(each), 1);
}

function asText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.isWellFormed() ? text : text.toWellFormed();
}

/** Numbers that follow from a seed (mulberry32). */
function randomFrom(seed: number) {
  let state = seed | 0;
  return {
    below(limit: number): number {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
    },
  };
}
