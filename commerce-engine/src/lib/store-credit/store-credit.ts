import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import { CommerceError } from '../commerce-error.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { eraseHolder, mergeHolders } from '../lots/holders.ts';
import { addToAccount } from '../lots/move-lots.ts';
import { type Holding, readHolding, readMovements, readUnits } from '../lots/read-account.ts';
import { runOutLots } from '../lots/run-out.ts';
import { money } from '../money/money.rules.ts';
import { parseInput } from '../parse-input.ts';
import type { StoreCreditHistory, StoreCreditView } from './store-credit.views.ts';
import {
  type IssueStoreCreditInput,
  issueStoreCreditSchema,
  type StoreCreditHistoryQuery,
  storeCreditHistorySchema,
} from './store-credit-input.ts';

/** What a customer has of one currency, with all that came and went. */
export interface ExportedStoreCredit extends StoreCreditView {
  readonly movements: StoreCreditHistory['movements'];
}

/** Money a shop owes its customers, to be spent in it. */
export interface StoreCredit {
  /** Gives a customer credit. Needs `storecredit.write`. @returns what they have then. */
  issue(command: CommandContext, input: IssueStoreCreditInput): Promise<StoreCreditView>;
  /** What a customer has, by currency: their own, or anybody's with `orders.read`. */
  balances(actor: Actor, customerId?: string): Promise<readonly StoreCreditView[]>;
  /** A customer's own, or anybody's with `orders.read`. */
  history(actor: Actor, query: StoreCreditHistoryQuery): Promise<StoreCreditHistory>;
  /** Takes off what has run out. For a job; harmless in several processes. @returns how many lots. */
  runOut(): Promise<number>;
  /** All of a customer's, for them to take along. */
  exportOf(customerId: string): Promise<readonly ExportedStoreCredit[]>;
  /** For other domains, inside their own transaction. */
  readonly inTransaction: {
    /** Minor units that can be spent now. */
    usable(on: Queryable, of: { readonly customerId: string; readonly currency: string }): Promise<number>;
    /** What was one customer's is another's. */
    merge(tx: Transaction, from: string, to: string): Promise<void>;
    /** Writes off what is left, and empties what was noted. */
    erase(tx: Transaction, customerId: string): Promise<void>;
  };
}

const BOOK = 'store-credit';
/** More than anybody has; an export is one answer. */
const MOST_EXPORTED_PAGES = 100;

export function createStoreCredit(context: EngineContext): StoreCredit {
  const { database, clock } = context;
  const holdingOf = (on: Queryable, holder: string, unit: string) =>
    readHolding(on, { book: BOOK, holder, unit }, clock());

  async function balancesOf(customerId: string): Promise<StoreCreditView[]> {
    const views: StoreCreditView[] = [];
    for (const unit of await readUnits(database, BOOK, customerId))
      views.push(viewOf(await holdingOf(database, customerId, unit)));
    return views;
  }

  async function historyOf(customerId: string, query: StoreCreditHistoryQuery): Promise<StoreCreditHistory> {
    const { currency: unit, limit, after } = query;
    const { movements, next } = await readMovements(
      database,
      { book: BOOK, holder: customerId, unit },
      { ...(limit !== undefined && { limit }), ...(after !== undefined && { after }) },
    );
    return {
      movements: movements.map(({ id, kind, amount, reason, at }) => ({
        id,
        kind,
        amount: money(amount, unit),
        reason,
        at: at.toISOString(),
      })),
      ...(next !== undefined && { next }),
    };
  }

  return {
    async issue(command, asked) {
      const input = parseInput(issueStoreCreditSchema, asked, 'this store credit');
      const call = { name: 'storeCredit.issue', capability: 'storecredit.write', body: input } as const;
      const { customerId, amount, currency, reason, note, expiresAt } = input;
      return runCommand(context, command, call, async (tx) => {
        const at = clock();
        await addToAccount(
          tx,
          { book: BOOK, holder: customerId, unit: currency },
          {
            amount,
            // Keys are one asker's own, and may be used again when they are forgotten.
            reference: newId(),
            origin: `staff:${reason}`,
            reason: note ?? reason,
            actor: actorName(command.actor),
            at,
            usableAt: at,
            ...(expiresAt !== undefined && { runsOutAt: new Date(expiresAt) }),
          },
        );
        await tx.emit({
          kind: 'store-credit.issued',
          payload: { customerId, amount, currency },
        });
        return viewOf(await holdingOf(tx, customerId, currency));
      });
    },
    balances: async (actor, customerId) => balancesOf(whoseOf(actor, customerId)),
    async history(actor, asked) {
      const query = parseInput(storeCreditHistorySchema, asked, 'this question');
      return historyOf(whoseOf(actor, query.customerId), query);
    },
    runOut: () => runOutLots(database, BOOK, clock()),
    async exportOf(customerId) {
      const all: ExportedStoreCredit[] = [];
      for (const view of await balancesOf(customerId)) {
        const movements: StoreCreditHistory['movements'][number][] = [];
        let after: string | undefined;
        for (let page = 0; page < MOST_EXPORTED_PAGES; page += 1) {
          const { currency } = view.balance;
          const read = await historyOf(customerId, { currency, limit: 100, ...(after && { after }) });
          movements.push(...read.movements);
          after = read.next;
          if (after === undefined) break;
        }
        all.push({ ...view, movements });
      }
      return all;
    },
    inTransaction: {
      usable: async (on, { customerId, currency }) => (await holdingOf(on, customerId, currency)).usable,
      merge: (tx, from, to) => mergeHolders(tx, BOOK, { from, to, at: clock() }),
      erase: (tx, holder) => eraseHolder(tx, BOOK, { holder, at: clock() }),
    },
  };
}

/** Whose it may be asked about. @throws CommerceError `not_allowed`. */
function whoseOf(actor: Actor, customerId: string | undefined): string {
  if (actor.kind === 'customer' && (customerId === undefined || customerId === actor.id)) return actor.id;
  requireCapability(actor, 'orders.read');
  if (customerId === undefined)
    throw new CommerceError('bad_input', 'Say which customer: staff have no store credit.', {
      fields: [{ path: 'customerId', problem: 'expected the id of a customer' }],
    });
  return customerId;
}

function viewOf({ unit, usable, next }: Holding): StoreCreditView {
  return {
    balance: money(usable, unit),
    ...(next && { runsOut: { amount: money(next.amount, unit), at: next.at.toISOString() } }),
  };
}
