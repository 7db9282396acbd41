import { z } from 'zod';
import type { CommandContext } from '../api/commerce-client.ts';
import { emailSchema } from '../customers/customer-input.ts';
import type { Customers } from '../customers/customers.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { hashPassword } from '../identity/password-hash.ts';
import { parseInput } from '../parse-input.ts';
import { newPasswordSchema } from './account-input.ts';
import { sealed } from './check-password.ts';
import { hasCredentials, writePassword } from './credentials.ts';

const schema = z
  .array(
    z.strictObject({
      email: emailSchema,
      name: z.string().trim().min(1, 'expected a name').max(200),
      password: newPasswordSchema,
      locale: z.string().min(2).max(35),
    }),
  )
  .min(1)
  .max(100);
export type AccountInput = z.input<typeof schema>[number];

/**
 * Makes accounts whose addresses are known to be their owners', for a demo store or from another shop. Whoever has a way to sign
 * in keeps it. @returns the ids of the customers, in the order of the accounts.
 */
export async function importAccounts(
  context: EngineContext,
  { inTransaction }: Pick<Customers, 'inTransaction'>,
  command: CommandContext,
  input: readonly AccountInput[],
): Promise<readonly string[]> {
  const accounts = parseInput(schema, input, 'these accounts');
  const { clock, secret } = context;
  const hashed = await Promise.all(
    accounts.map(async (account) => ({
      ...account,
      passwordHash: await hashPassword(account.password, context.passwordCost),
    })),
  );
  const body = accounts.map((account) => ({ ...account, password: sealed(account.password, secret) }));
  const call = { name: 'accounts.import', capability: 'customers.write', body } as const;
  return runCommand(context, command, call, async (tx) => {
    const ids: string[] = [];
    for (const { email, name, locale, passwordHash } of hashed) {
      const customer =
        (await inTransaction.find(tx, { email })) ??
        (await inTransaction.insert(tx, { email, name, locale, confirmedAt: clock() }))!;
      if (!(await hasCredentials(tx, customer.id)))
        await writePassword(tx, customer.id, passwordHash, clock());
      ids.push(customer.id);
    }
    return ids;
  });
}
