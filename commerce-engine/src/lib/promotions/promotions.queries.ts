import type { Queryable } from '@vitrine/database';
import type { Selectable } from 'kysely';
import type { LocalText } from '../catalog/product-import.ts';
import { DEFAULT_PROMOTION_SETTINGS, type PromotionSettings } from './promotion.rules.ts';
import { indexPromotions, type PromotionIndex } from './promotion-index.rules.ts';
import type { PromotionsTables } from './promotions.tables.ts';
import type { PromotionView } from './promotions.views.ts';

/** Promotions that are enabled, ready to be applied, with their names. */
export interface CurrentPromotions {
  readonly index: PromotionIndex;
  readonly names: ReadonlyMap<string, LocalText>;
}

/** All promotions, by id. */
export async function readPromotions(on: Queryable): Promise<PromotionView[]> {
  const rows = await on
    .tables<PromotionsTables>()
    .selectFrom('promotions_promotion')
    .selectAll()
    .orderBy('id')
    .execute();
  return rows.map(viewOf);
}

export async function readPromotion(on: Queryable, id: string): Promise<PromotionView | undefined> {
  const row = await on
    .tables<PromotionsTables>()
    .selectFrom('promotions_promotion')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && viewOf(row);
}

export async function readSettings(on: Queryable): Promise<PromotionSettings> {
  const row = await on
    .tables<PromotionsTables>()
    .selectFrom('promotions_settings')
    .select('settings')
    .executeTakeFirst();
  return { ...DEFAULT_PROMOTION_SETTINGS, ...row?.settings };
}

/** @param over promotions that ended before are left out; nobody needs to be told about them any more. */
export async function readCurrent(on: Queryable, over: Date): Promise<CurrentPromotions> {
  const rows = await on
    .tables<PromotionsTables>()
    .selectFrom('promotions_promotion')
    .select(['id', 'name', 'definition'])
    .where('enabled', '=', true)
    .where((each) => each.or([each('valid_to', 'is', null), each('valid_to', '>', over)]))
    .execute();
  const settings = await readSettings(on);
  return {
    index: indexPromotions(
      rows.map(({ definition }) => definition),
      settings,
    ),
    names: new Map(rows.map(({ id, name }) => [id, name])),
  };
}

function viewOf(row: Selectable<PromotionsTables['promotions_promotion']>): PromotionView {
  const { definition, name, enabled, changed_at } = row;
  return { ...definition, name, enabled, changedAt: changed_at.toISOString() };
}
