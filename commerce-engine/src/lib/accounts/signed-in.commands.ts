import type { CommandContext } from '../api/commerce-client.ts';
import { CommerceError } from '../commerce-error.ts';
import type { Customers } from '../customers/customers.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import type { Actor } from '../identity/identity.views.ts';
import { hashPassword } from '../identity/password-hash.ts';
import { hashOfToken } from '../identity/tokens.ts';
import type { Mail } from '../mail/mail.ts';
import { parseInput } from '../parse-input.ts';
import { changeEmailSchema, changePasswordSchema } from './account-input.ts';
import { mailTries } from './account-limits.ts';
import type { CredentialOutcome } from './accounts.views.ts';
import { checkPassword, sealed } from './check-password.ts';
import { readPassword, writePassword } from './credentials.ts';
import { makeLink } from './links.ts';
import { endSessions } from './sessions.ts';

/** What shoppers who are signed in change about signing in. */
export interface SignedInCommands {
  /** Wants the present password, and signs out everywhere but where `token` is. */
  changePassword(
    command: CommandContext,
    input: { readonly current: string; readonly password: string },
    options: { readonly token?: string; readonly from: string },
  ): Promise<CredentialOutcome>;
  /** Mails a link to the new address; the old one is told when it was used. Wants the password where there is one. */
  changeEmail(
    command: CommandContext,
    input: { readonly email: string; readonly password?: string },
    options: { readonly from: string },
  ): Promise<CredentialOutcome | { readonly kind: 'mailed' }>;
  signOutEverywhere(command: CommandContext): Promise<{ readonly ended: number }>;
}

export function createSignedInCommands(
  context: EngineContext,
  { customers, mail }: { readonly customers: Customers; readonly mail: Mail },
): SignedInCommands {
  const { database, clock, secret } = context;
  return {
    async changePassword(command, input, { token, from }) {
      const { id, email } = shopperOf(command);
      const { current, password } = parseInput(changePasswordSchema, input, 'this new password');
      const kept = await readPassword(database, id);
      const checked = await checkPassword(context, { email, from, password: current, kept });
      if (checked.kind !== 'right') return checked;
      const passwordHash = await hashPassword(password, context.passwordCost);
      const body = { current: sealed(current, secret), password: sealed(password, secret) };
      const call = { name: 'accounts.changePassword', body };
      return runCommand(context, command, call, async (tx) => {
        await checked.tries.giveBack(tx);
        await writePassword(tx, id, passwordHash, clock());
        await endSessions(tx, id, token === undefined ? undefined : hashOfToken(token, secret));
        return { kind: 'done' } as const;
      });
    },
    async changeEmail(command, input, { from }) {
      const { id, email: oldEmail } = shopperOf(command);
      const { email, password } = parseInput(changeEmailSchema, input, 'this new address');
      const kept = await readPassword(database, id);
      if (kept !== undefined) {
        const checked = await checkPassword(context, { email: oldEmail, from, password, kept });
        if (checked.kind !== 'right') return checked;
        await checked.tries.giveBack(database);
      }
      const wait = await mailTries(context, email, from).count(database);
      if (wait > 0) return { kind: 'too-many-tries', retryAfterSeconds: wait };
      const call = { name: 'accounts.changeEmail', body: { email } };
      return runCommand(context, command, call, async (tx) => {
        const { locale } = (await customers.inTransaction.find(tx, { id }))!;
        const link = { kind: 'change-email', email, locale, customerId: id, detail: { oldEmail } } as const;
        const reference = await makeLink(tx, context, link);
        await mail.inTransaction.queue(tx, { kind: 'account-change-email', reference });
        return { kind: 'mailed' } as const;
      });
    },
    async signOutEverywhere(command) {
      const { id } = shopperOf(command);
      const call = { name: 'accounts.signOutEverywhere', body: null };
      return runCommand(context, command, call, async (tx) => ({ ended: await endSessions(tx, id) }));
    },
  };
}

function shopperOf({ actor }: CommandContext): Actor & { kind: 'customer' } {
  if (actor.kind === 'customer') return actor;
  throw new CommerceError('not_allowed', 'This is for customers who are signed in. Sign in first.');
}
