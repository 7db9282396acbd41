import { newId, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { GiftCardsTables } from './gift-cards.tables.ts';

/** One movement of a card's money. */
export interface GiftCardMovement {
  readonly cardId: string;
  /** Minor units; what is spent or given back from 1. */
  readonly amount: number;
  /** Names it: asked again, nothing happens. */
  readonly reference: string;
  readonly at: Date;
}

/** Takes money off a card once for each reference. @returns whether it is taken. SPEC rules GIFT-3 to GIFT-5, GIFT-7. */
export async function spendGiftCard(tx: Transaction, movement: GiftCardMovement): Promise<boolean> {
  const { cardId, amount, reference, at } = movement;
  if (await wasDone(tx, { kind: 'spent', ...movement })) return true;
  const taken = await sql`
    with taken as (
      update giftcards_card set balance = balance - ${amount}
      where id = ${cardId} and state = 'active' and balance >= ${amount}
        and (expires_at is null or expires_at > ${at})
      returning id
    )
    insert into giftcards_entry (id, card_id, kind, amount, reference, at)
    select ${newId()}::uuid, id, 'spent', ${-amount}::bigint, ${reference}, ${at}::timestamptz from taken
    returning id`.execute(tx.tables());
  return taken.rows.length > 0;
}

/** Puts money back on a card once for each reference. */
export async function giveBackToGiftCard(tx: Transaction, movement: GiftCardMovement): Promise<void> {
  if (await wasDone(tx, { kind: 'given-back', ...movement })) return;
  await moveGiftCard(tx, 'given-back', movement);
}

/** Books money onto a card, whatever its state; off it when the amount is below nothing. */
export async function moveGiftCard(
  tx: Transaction,
  kind: 'given-back' | 'adjusted',
  { cardId, amount, reference, at }: GiftCardMovement,
): Promise<void> {
  await sql`
    with moved as (update giftcards_card set balance = balance + ${amount} where id = ${cardId} returning id)
    insert into giftcards_entry (id, card_id, kind, amount, reference, at)
    select ${newId()}::uuid, id, ${kind}, ${amount}::bigint, ${reference}, ${at}::timestamptz from moved`.execute(
    tx.tables(),
  );
}

/** Locks the card: who asks the same at once waits, and then finds it done. */
async function wasDone(
  tx: Transaction,
  { cardId, kind, reference }: GiftCardMovement & { readonly kind: 'spent' | 'given-back' },
): Promise<boolean> {
  const tables = tx.tables<GiftCardsTables>();
  await tables.selectFrom('giftcards_card').select('id').where('id', '=', cardId).forUpdate().execute();
  const entry = await tables
    .selectFrom('giftcards_entry')
    .select('id')
    .where('card_id', '=', cardId)
    .where('kind', '=', kind)
    .where('reference', '=', reference)
    .executeTakeFirst();
  return entry !== undefined;
}
