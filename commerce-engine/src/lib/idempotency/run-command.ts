import type { Transaction } from '@vitrine/database';
import type { CommandContext } from '../api/commerce-client.ts';
import type { EngineContext } from '../engine-context.ts';
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
}

/** Runs a command: may they, then once per idempotency key, in one transaction that is tried again on conflict. */
export function runCommand<Answer>(
  context: EngineContext,
  command: CommandContext,
  call: CommandCall,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  if (call.capability) requireCapability(command.actor, call.capability);
  return context.database.transaction((tx) =>
    withIdempotency(tx, command, call.name, call.body, () => work(tx)),
  );
}
