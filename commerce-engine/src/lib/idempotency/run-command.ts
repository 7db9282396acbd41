import type { Transaction } from '@vitrine/database';
import type { CommandContext } from '../api/commerce-client.ts';
import type { EngineContext } from '../engine-context.ts';
import { recordAudit } from '../identity/audit.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Capability } from '../identity/identity.views.ts';
import { answerKey, claimOf, readClaim } from './claim.ts';

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
 * Runs a command: may they, then once per idempotency key, in one transaction that is tried again on conflict. Asked again
 * with the same body it gives the stored answer: the work may run, but nothing of it is kept. What needs a capability leaves
 * a row in the audit log of the same transaction.
 * @param work its answer must be JSON.
 * @throws CommerceError `idempotency_key_reused` when the key was used with another body.
 */
export async function runCommand<Answer>(
  context: EngineContext,
  command: CommandContext,
  call: CommandCall,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  const { database, clock } = context;
  if (call.capability) requireCapability(command.actor, call.capability);
  const claim = claimOf(command, call.name, call.body);
  try {
    return await database.transaction(async (tx) => {
      const answer = await work(tx);
      if (call.capability && !call.auditsItself) {
        const [subject = call.name] = call.name.split('.');
        await recordAudit(tx, { actor: command.actor, action: call.name, subject, at: clock() });
      }
      await answerKey(tx, claim, answer);
      return answer;
    });
  } catch (error) {
    // The key may have its answer: from somebody who was first, or from our own commit whose answer was lost.
    const earlier = await readClaim(database, claim);
    if (earlier?.kind === 'answered') return earlier.answer as Answer;
    throw error;
  }
}
