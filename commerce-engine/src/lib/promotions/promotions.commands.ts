import { jsonb, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { PromotionSettings } from './promotion.rules.ts';
import type { PromotionInput } from './promotion-input.ts';
import { promotionProblems } from './promotion-problems.rules.ts';
import type { PromotionsTables } from './promotions.tables.ts';
import type { EnablePromotionOutcome, SavePromotionOutcome } from './promotions.views.ts';

/** Makes a promotion, disabled, or changes one that is disabled. */
export async function savePromotion(
  tx: Transaction,
  { name, ...definition }: PromotionInput,
  at: Date,
): Promise<SavePromotionOutcome> {
  const row = {
    name: JSON.stringify(name),
    definition: JSON.stringify(definition),
    valid_to: definition.to === undefined ? null : new Date(definition.to),
    changed_at: at,
  };
  const saved = await tx
    .tables<PromotionsTables>()
    .insertInto('promotions_promotion')
    .values({ id: definition.id, ...row })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(row).where('promotions_promotion.enabled', '=', false),
    )
    .returning('id')
    .executeTakeFirst();
  return { kind: saved ? 'saved' : 'is-enabled' };
}

/** Enables a promotion that is complete. */
export async function enablePromotion(
  tx: Transaction,
  id: string,
  at: Date,
): Promise<EnablePromotionOutcome> {
  const tables = tx.tables<PromotionsTables>();
  const row = await tables
    .selectFrom('promotions_promotion')
    .select(['definition', 'enabled'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) return { kind: 'unknown' };
  const problems = promotionProblems(row.definition);
  if (problems.length > 0) return { kind: 'not-ready', problems };
  if (!row.enabled) {
    await setEnabled(tx, id, true, at);
  }
  return { kind: 'enabled' };
}

export async function disablePromotion(
  tx: Transaction,
  id: string,
  at: Date,
): Promise<{ readonly kind: 'disabled' | 'unknown' }> {
  const row = await tx
    .tables<PromotionsTables>()
    .selectFrom('promotions_promotion')
    .select('enabled')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) return { kind: 'unknown' };
  if (row.enabled) await setEnabled(tx, id, false, at);
  return { kind: 'disabled' };
}

async function setEnabled(tx: Transaction, id: string, enabled: boolean, at: Date): Promise<void> {
  await tx
    .tables<PromotionsTables>()
    .updateTable('promotions_promotion')
    .set({ enabled, changed_at: at })
    .where('id', '=', id)
    .execute();
  await tx.emit({ kind: 'promotions.changed', payload: { promotionIds: [id] } });
}

/** How promotions work together from now on. */
export async function writeSettings(tx: Transaction, settings: PromotionSettings): Promise<void> {
  await sql`
    insert into promotions_settings (settings) values (${jsonb(settings)})
    on conflict (one_row) do update set settings = excluded.settings`.execute(tx.tables());
  await tx.emit({ kind: 'promotions.changed', payload: { settings: true } });
}
