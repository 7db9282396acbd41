import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { generate, type JsonSchema } from 'json-schema-faker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { type AskedShop, endsSession, openAskedShop } from '../testing/asked-shop.ts';
import { createCommerceApi } from './commerce-api.ts';

// Every operation is asked with requests made from its OpenAPI document, sound ones and damaged ones, and what comes back is held
// against the same document. `API_RUNS` asks each so often, `API_SEED` with others: `API_RUNS=40 API_SEED=7 vitest run openapi`.

const RUNS = Number(process.env.API_RUNS ?? 3);
const SEED = Number(process.env.API_SEED ?? 1);
/** More sound requests, simpler ones, for an operation that has refused all before. */
const MOST_TRIES = 12;

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
  let asked: AskedShop;
  let operations: readonly Documented[];
  let app: ReturnType<typeof createCommerceApi>;
  const faults: unknown[] = [];

  beforeAll(async () => {
    database = await openTestDatabase({ migrations: [commerceMigrations] });
    asked = await openAskedShop(database);
    app = createCommerceApi(asked.shop.engine, { onFault: (error) => faults.push(error) });
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

  it('[API-5] [API-13] [API-15] [API-17] whatever every operation is sent: the documented answer, or a problem that is not ours', async () => {
    const never: unknown[] = [];
    for (const each of operations) {
      const refusals: unknown[] = [];
      const random = randomFrom(SEED + hashOf(each.operation.operationId));
      let answers = 0;
      for (let run = 0; run < RUNS || (answers === 0 && run < MOST_TRIES); run += 1) {
        const request = await requestFor(each, random, { isPlain: run % 2 === 0 || run >= RUNS });
        const said = await ask(each, request);
        if (said.status !== 200) {
          refusals.push(said.body);
          continue;
        }
        answers += 1;
        if (request.key) await askAgain(each, request, said.body);
      }
      for (let run = 0; run < RUNS / 2; run += 1)
        await ask(each, await requestFor(each, random, { isPlain: false, damage: ODD_VALUES }));
      if (answers === 0) never.push(each.operation.operationId, ...refusals.slice(0, 2), refusals.at(-1));
    }
    expect(never).toEqual([]);
  });

  interface Request {
    readonly path: string;
    readonly method: string;
    readonly token?: string;
    readonly key?: string;
    readonly body?: string;
  }

  const send = ({ path, method, token, key, body }: Request) =>
    app.request(path, {
      method: method.toUpperCase(),
      headers: {
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    });

  async function ask({ isAnswer, isProblem }: Documented, request: Request) {
    const response = await send(request);
    const { status } = response;
    const body = (await response.json()) as unknown;
    const told = () => `${request.method} ${request.path} ${request.body ?? ''} -> ${JSON.stringify(body)}`;
    expect(faults.splice(0), told()).toEqual([]);
    if (status === 200) expect(isAnswer(body) || isAnswer.errors, told()).toBe(true);
    else {
      expect(status, told()).toBeLessThan(500);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(isProblem(body) || isProblem.errors, told()).toBe(true);
    }
    return { status, body };
  }

  /** The same with its key is the same answer, but for secrets that are told once; without one it is refused. */
  async function askAgain(each: Documented, request: Request, answer: unknown): Promise<void> {
    const { key: _, ...keyless } = request;
    const again = await ask(each, request);
    const { operationId } = each.operation;
    const isOut = again.status === 401 && endsSession(operationId);
    if (!isOut) expect([again.status, toldAgain(again.body)], operationId).toEqual([200, toldAgain(answer)]);
    expect((await ask(each, keyless)).status, operationId).toBe(isOut ? 401 : 422);
  }

  async function requestFor(
    { document, method, path, operation }: Documented,
    random: ReturnType<typeof randomFrom>,
    { isPlain, damage }: { readonly isPlain: boolean; readonly damage?: readonly unknown[] },
  ): Promise<Request> {
    const needs = operation['x-needs'];
    const { token, named, known } = await asked.caller(operation.operationId, needs);
    const make = async (schema: object, name?: string) =>
      withKnown(
        await generate({ ...schema, components: document.components } as JsonSchema, {
          seed: random.below(2 ** 31),
          optionalsProbability: isPlain ? 0.2 : 0.5,
          maxItems: isPlain ? 1 : 2,
          maxLength: 80,
          maxDepth: 4,
        }),
        name,
      );
    const withKnown = (value: unknown, name = ''): unknown => {
      const fitting = named(name, value);
      if (fitting !== undefined && (isPlain || random.below(4) > 0)) return fitting;
      if (typeof value === 'string' && !isPlain && random.below(4) === 0)
        return known[random.below(known.length)]!;
      if (Array.isArray(value)) return value.map((each) => withKnown(each, name));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, withKnown(of, key)]));
    };
    const query = new URLSearchParams();
    let filled = path;
    for (const { name, in: place, required, schema } of operation.parameters ?? []) {
      if (place === 'path')
        filled = filled.replace(`{${name}}`, encodeURIComponent(asText(await make(schema, name))));
      if (place === 'query' && (required || (!isPlain && random.below(2) === 0)))
        query.set(name, asText(await make(schema, name)));
    }
    const sound =
      operation.requestBody && (await make(operation.requestBody.content['application/json']!.schema));
    const body =
      damage && sound !== undefined
        ? damaged(sound, { at: random.below(1000), value: damage[random.below(damage.length)] })
        : sound;
    return {
      path: `${document.servers[0]!.url}${filled}?${query}`,
      method,
      ...(token !== undefined && { token }),
      ...(operation.parameters?.some(({ in: place }) => place === 'header') && { key: crypto.randomUUID() }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
  }
});

/** Without codes, PINs, tokens and secrets, which are told in the first answer only. */
function toldAgain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toldAgain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !/^(code|pin|token|secret)$/.test(key))
      .map(([key, of]) => [key, toldAgain(of)]),
  );
}

function hashOf(text: string): number {
  return [...text].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) | 0, 7);
}

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
