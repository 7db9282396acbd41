import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { readReturns, returnView } from './keep-return.ts';
import type { ReturnState } from './return-state.rules.ts';
import type { ReturnsTables } from './returns.tables.ts';
import type { ReturnView } from './returns.views.ts';

export interface ReturnListQuery {
  /** Begin of a number: of the return, or of its order. */
  readonly q?: string;
  readonly state?: ReturnState;
  readonly orderId?: string;
  /** Returns that this order’s goods went out for. */
  readonly exchangedFor?: string;
  /** At most 100. Default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

export interface ReturnPage {
  readonly returns: readonly ReturnView[];
  /** Where the next page begins; absent = this is the last. */
  readonly next?: string;
}

/** Newest first. Three statements. */
export async function listReturns(on: Queryable, query: ReturnListQuery): Promise<ReturnPage> {
  const { q = '', state, orderId, exchangedFor, after } = query;
  const limit = Math.min(100, Math.max(1, query.limit ?? 50));
  const begin = q.trim().replace(/[\\%_]/g, '\\$&');
  const [at = '', id = ''] = (after ?? '').split('_');
  const isCursor = !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id);
  const found = await on
    .tables<ReturnsTables>()
    .selectFrom('returns_return')
    .select(['id', 'made_at'])
    .$if(begin !== '', (rows) => rows.where('number', 'like', `${begin}%`))
    .$if(state !== undefined, (rows) => rows.where('state', '=', state!))
    .$if(orderId !== undefined, (rows) => rows.where('order_id', '=', orderId!))
    .$if(exchangedFor !== undefined, (rows) => rows.where('exchange_order_id', '=', exchangedFor!))
    .$if(isCursor, (rows) => rows.where(sql<boolean>`(made_at, id) < (${at}::timestamptz, ${id}::uuid)`))
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const kept = page.length === 0 ? [] : await readReturns(on, { ids: page.map((row) => row.id) });
  return {
    returns: kept.toReversed().map(returnView),
    ...(found.length > limit && last && { next: `${last.made_at.toISOString()}_${last.id}` }),
  };
}
