import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../identity/capability.rules.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { signUpShopper } from '../testing/shopper-account.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';
import { adminOperations } from './admin-operations.ts';
import { createCommerceApi } from './commerce-api.ts';
import type { Operation } from './operation.ts';
import { storeOperations } from './store-operations.ts';

// Everybody asks everything, over HTTP. What they got stands in `access-matrix.md` for people to read: who changes what
// somebody may do sees it there, and so does who reviews it.

const PASSWORD = 'eleven small crabs';

describe('who may ask what', () => {
  let database: TestDatabase;
  let shop: TestShop;
  let app: ReturnType<typeof createCommerceApi>;
  const faults: unknown[] = [];
  beforeAll(async () => {
    database = await openTestDatabase({ migrations: [commerceMigrations] });
    shop = await openTestShop(database);
    app = createCommerceApi(shop.engine, { onFault: (error) => faults.push(error) });
  });
  afterAll(() => database.close());

  /** Somebody of the staff, signed in. */
  async function staff(roles: readonly (typeof ROLES)[number][]) {
    const email = `${roles.join('-')}-${crypto.randomUUID()}@example.com`;
    const [made] = await shop.engine.identity.importStaff(shop.command(), [
      { email, name: 'Anna', password: PASSWORD, roles: [...roles] },
    ]);
    const session = await shop.engine.identity.signIn({ email, password: PASSWORD, from: email });
    if (session.kind !== 'signed-in' || !made || !('id' in made))
      throw new Error(`Expected somebody who is signed in, got ${session.kind}.`);
    return { id: made.id, token: session.token };
  }

  /** A token of each kind of caller, all of them new. */
  async function tokens(): Promise<Readonly<Record<string, string | undefined>>> {
    const program = await shop.engine.identity.createApiToken(shop.command(), {
      name: 'watcher',
      capabilities: ['trace.read'],
    });
    const former = await staff(['owner']);
    await shop.engine.identity.changeStaff(shop.command(), { id: former.id, active: false });
    const roles: [string, string][] = [];
    for (const role of ROLES) roles.push([role, (await staff([role])).token]);
    return {
      guest: undefined,
      customer: (await signUpShopper(shop)).token,
      'program for traces': program.token,
      'former owner': former.token,
      ...Object.fromEntries(roles),
    };
  }

  /** Without a key and a body no change happens: who may is told what is missing. */
  const ask = async (api: string, { path, method }: Operation, token: string | undefined) =>
    app.request(`/api/${api}/v1${path.replace(/\{[^}]+\}/g, () => crypto.randomUUID())}`, {
      method: method.toUpperCase(),
      ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    });

  it('[API-29] each kind of caller is answered what the matrix says, and refused everything else', async () => {
    const apis = { store: storeOperations(shop.engine), admin: adminOperations(shop.engine) };
    const pages: string[] = [];
    for (const [api, operations] of Object.entries(apis)) {
      const callers = await tokens();
      const rows: string[] = [];
      for (const each of operations.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
        const endsSession = each.method === 'delete' && each.path.startsWith('/sessions');
        const cells: string[] = [];
        for (const token of Object.values(endsSession ? await tokens() : callers))
          cells.push(await cellOf(await ask(api, each, token)));
        rows.push(`| ${each.id} | ${cells.join(' | ')} |`);
      }
      pages.push(tableOf(api, Object.keys(callers), rows));
    }
    expect(faults).toEqual([]);
    await expect(`${HEAD}\n${pages.join('\n')}`).toMatchFileSnapshot('./access-matrix.md');
  });
});

async function cellOf(response: Response): Promise<string> {
  if (response.status === 401 || response.status === 403) {
    const { code } = (await response.json()) as { code: string };
    expect(code).toBe(response.status === 401 ? 'not_signed_in' : 'not_allowed');
    return '';
  }
  expect(response.status).toBeLessThan(500);
  return 'may';
}

const HEAD = `# Who may ask what

What each kind of caller was answered by each operation when it was asked: *may*, or nothing where it was refused with 401 or
403 before its body was read. \`access-matrix.test.ts\` asks and compares; \`vitest -u\` writes it anew.
`;

function tableOf(api: string, callers: readonly string[], rows: readonly string[]): string {
  return [
    `## The ${api} API`,
    '',
    `| | ${callers.join(' | ')} |`,
    `|---|${callers.map(() => '---|').join('')}`,
    ...rows,
    '',
  ].join('\n');
}
