import type { Transaction } from '@vitrine/database';
import { z } from 'zod';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import type { CatalogQueries } from '../catalog/catalog.queries.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { lockInOrder } from '../lock-in-order.ts';
import type { Market } from '../market.ts';
import { parseInput } from '../parse-input.ts';
import { arrangeList } from './arrange-list.rules.ts';
import { computeLists } from './compute-lists.ts';
import { readForStaff, readLists, readPicks } from './read-lists.ts';
import type { RecommendationsTables } from './recommendations.tables.ts';
import {
  LIST_KINDS,
  type ListArrangementOutcome,
  type ListKind,
  type RecommendationView,
} from './recommendations.views.ts';

export const listChoiceSchema = z.strictObject({
  kind: z.enum(LIST_KINDS, `expected one of ${LIST_KINDS.join(', ')}`),
  /** Empty = the shop; else a category or a product. */
  key: z.string().max(200).default(''),
  productId: z.string().min(1, 'expected the id of a product').max(200),
  /** `none` = as the job says. */
  choice: z.enum(['pin', 'hide', 'none'], 'expected pin, hide or none'),
  /** Among those that are pinned, from 0. */
  place: z.int('expected a whole number').min(0).max(1_000).default(0),
});

const products = z.array(z.string().min(1, 'expected the id of a product').max(200)).max(100).default([]);

export const listArrangementSchema = z
  .strictObject({
    kind: listChoiceSchema.shape.kind,
    key: listChoiceSchema.shape.key,
    /** In the order in which they come first. */
    pinned: products,
    hidden: products,
    /** What whoever asks was shown; absent = whatever stands there. */
    seen: z.strictObject({ pinned: products, hidden: products }).optional(),
  })
  .refine(({ pinned, hidden }) => new Set([...pinned, ...hidden]).size === pinned.length + hidden.length, {
    message: 'expected each product once: pinned or hidden',
    path: ['pinned'],
  });

export type ListArrangementInput = z.input<typeof listArrangementSchema>;
export type ListChoiceInput = z.input<typeof listChoiceSchema>;

/** Which products to show somebody who looks around. */
export interface Recommendations {
  /** Product ids of lists of one kind, in the order of the keys; what cannot be seen in the market is left out. */
  lists(
    market: Market,
    kind: ListKind,
    keys: readonly string[],
    options: { readonly limit: number },
  ): Promise<(readonly string[])[]>;
  /** What a customer may like; their own alone. */
  picks(
    actor: Actor & { readonly kind: 'customer' },
    market: Market,
    options: { readonly limit: number },
  ): Promise<readonly string[]>;
  /** A list as it stands, with what people chose for it. Needs `catalog.read`. */
  forStaff(actor: Actor, kind: ListKind, key: string): Promise<readonly RecommendationView[]>;
  /** Pins or hides a product in a list, or leaves it to the job. Needs `catalog.write`. */
  choose(command: CommandContext, input: ListChoiceInput): Promise<readonly RecommendationView[]>;
  /**
   * Pins these in their order and hides those; every other product is left to the job. Needs `catalog.write`.
   */
  arrange(command: CommandContext, input: ListArrangementInput): Promise<ListArrangementOutcome>;
  /** Computes what is older than an hour. For a job; harmless in several processes. @returns the kinds. */
  refresh(options?: {
    /** Milliseconds. Default an hour; 0 = at once. */
    readonly every?: number;
  }): Promise<readonly ListKind[]>;
}

const HOUR = 60 * 60_000;
/** Some of what a customer may like may not be for sale in a market. */
const ENOUGH = 60;

export function createRecommendations(
  context: EngineContext,
  { catalog }: { readonly catalog: Pick<CatalogQueries, 'productCards'> },
): Recommendations {
  const { database, clock } = context;

  /** Which of these shoppers of the market can see. One statement. */
  async function visibleOf(market: Market, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const all = [...new Set(ids)];
    const cards = all.length === 0 ? [] : await catalog.productCards(market, all);
    return new Set(all.filter((_, at) => cards[at] !== undefined));
  }

  return {
    async lists(market, kind, keys, { limit }) {
      const found = await readLists(database, kind, keys);
      const arranged = found.map(({ entries, choices }) =>
        arrangeList(
          entries.map(({ productId }) => productId),
          choices,
        ),
      );
      const visible = await visibleOf(market, arranged.flat());
      return arranged.map((ids) => ids.filter((id) => visible.has(id)).slice(0, limit));
    },
    async picks({ id }, market, { limit }) {
      const ids = await readPicks(database, id, { at: clock(), most: ENOUGH });
      const visible = await visibleOf(market, ids);
      return ids.filter((each) => visible.has(each)).slice(0, limit);
    },
    async forStaff(actor, kind, key) {
      requireCapability(actor, 'catalog.read');
      return readForStaff(database, kind, key);
    },
    async choose(command, asked) {
      const input = parseInput(listChoiceSchema, asked, 'this choice');
      const call = { name: 'recommendations.choose', capability: 'catalog.write', body: input } as const;
      return runCommand(context, command, call, async (tx) => {
        const { kind, key, productId, choice, place } = input;
        await lockList(tx, { kind, key });
        const tables = tx.tables<RecommendationsTables>();
        await tables
          .deleteFrom('recommendations_choice')
          .where('kind', '=', kind)
          .where('key', '=', key)
          .where('product_id', '=', productId)
          .execute();
        if (choice !== 'none')
          await tables
            .insertInto('recommendations_choice')
            .values({
              kind,
              key,
              product_id: productId,
              choice,
              place,
              chosen_by: actorName(command.actor),
              chosen_at: clock(),
            })
            .execute();
        await tx.emit({ kind: 'recommendations.changed', payload: { kinds: [kind] } });
        return readForStaff(tx, kind, key);
      });
    },
    async arrange(command, asked) {
      const input = parseInput(listArrangementSchema, asked, 'this list');
      const call = {
        name: 'recommendations.arrange',
        capability: 'catalog.write',
        body: input,
        auditsItself: true,
      } as const;
      const { kind, key, pinned, hidden, seen } = input;
      const [chosen_by, chosen_at] = [actorName(command.actor), clock()];
      return runCommand(context, command, call, async (tx): Promise<ListArrangementOutcome> => {
        await lockList(tx, { kind, key });
        const before = await readForStaff(tx, kind, key);
        if (seen && !isArranged(before, seen)) return { kind: 'changed-meanwhile', items: before };
        await writeChoices(
          tx,
          { kind, key },
          [
            ...pinned.map((product_id, place) => ({ product_id, choice: 'pin' as const, place })),
            ...hidden.map((product_id) => ({ product_id, choice: 'hide' as const, place: 0 })),
          ].map((row) => ({ kind, key, ...row, chosen_by, chosen_at })),
        );
        await recordAudit(tx, {
          actor: command.actor,
          action: call.name,
          subject: 'recommendations',
          detail: { list: kind, ...(key !== '' && { of: key }), pinned, hidden },
          at: chosen_at,
        });
        await tx.emit({ kind: 'recommendations.changed', payload: { kinds: [kind] } });
        return { kind: 'arranged', items: await readForStaff(tx, kind, key) };
      });
    },
    refresh: ({ every = HOUR } = {}) => computeLists(database, { at: clock(), every }),
  };
}

/** Whoever changes a list queues here; it may have no row yet. */
function lockList(tx: Transaction, { kind, key }: { readonly kind: ListKind; readonly key: string }) {
  return lockInOrder(tx, 'recommendations', [`${kind}:${key}`]);
}

function isArranged(
  items: readonly RecommendationView[],
  { pinned, hidden }: { readonly pinned: readonly string[]; readonly hidden: readonly string[] },
): boolean {
  const idsBy = (by: RecommendationView['by']) =>
    items.filter((item) => item.by === by).map(({ productId }) => productId);
  // Pinned ones have an order, hidden ones have none.
  const words = (first: readonly string[], never: readonly string[]) =>
    JSON.stringify([first, [...never].sort()]);
  return words(idsBy('pin'), idsBy('hide')) === words(pinned, hidden);
}

/** What people chose for a list from now on. */
async function writeChoices(
  tx: Transaction,
  { kind, key }: { readonly kind: ListKind; readonly key: string },
  rows: readonly RecommendationsTables['recommendations_choice'][],
): Promise<void> {
  const tables = tx.tables<RecommendationsTables>();
  await tables.deleteFrom('recommendations_choice').where('kind', '=', kind).where('key', '=', key).execute();
  if (rows.length > 0)
    await tables
      .insertInto('recommendations_choice')
      .values([...rows])
      .execute();
}
