import type { CustomerOutcome } from '@vitrine/commerce-engine/client';
import type { Told } from '../asking/use-command.ts';

/** What came of a change of a customer, in words. */
export function toldCustomer(answer: CustomerOutcome, done: string): Told {
  switch (answer.kind) {
    case 'done':
      return { done };
    case 'no-customer':
      return { refused: 'There is no such customer any more.' };
    case 'email-taken':
      return { refused: 'Another customer has this address already.', at: 'email' };
    case 'no-address':
      return { refused: 'There is no such address any more.' };
    case 'no-paper':
      return { refused: 'It is not there any more.' };
    case 'too-many':
      return { refused: `There are ${answer.max} already, and no more are kept.` };
  }
}
