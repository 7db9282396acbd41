import type { Transaction } from '@vitrine/database';
import type { CommandContext } from '../api/commerce-client.ts';
import type { EngineContext } from '../engine-context.ts';
import { recordAudit } from '../identity/audit.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Capability } from '../identity/identity.views.ts';
import { withIdempotency } from './with-idempotency.ts';

export interface CommandCall {
  /** `domain.verb`, for example `pricing.setPrices`. Part of the key's scope: never renamed. */
  readonly name: string;
  /** What the actor must be allowed to do. Absent = anyone, guests too. */
  readonly capability?: Capability;
  /** The request, as JSON; decides whether a repeated key is the same request. */
  readonly body: unknown;
  /** The command writes finer audit rows than "this was done". Default false. */
  readonly auditsItself?: boolean;
}

/**
 * Runs a command: may they, then once per idempotency key, in one transaction that is tried again on conflict. What needs
 * a capability leaves a row in the audit log of the same transaction.
 */
export function runCommand<Answer>(
  context: EngineContext,
  command: CommandContext,
  call: CommandCall,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  if (call.capability) requireCapability(command.actor, call.capability);
  return context.database.transaction((tx) =>
    withIdempotency(tx, command, call.name, call.body, async () => {
      const answer = await work(tx);
      if (call.capability && !call.auditsItself) {
        const [subject = call.name] = call.name.split('.');
        await recordAudit(tx, { actor: command.actor, action: call.name, subject, at: context.clock() });
      }
      return answer;
    }),
  );
}
