import { createHmac } from 'node:crypto';
import { newId, type Transaction } from '@vitrine/database';
import type { Selectable } from 'kysely';
import { money } from '../money/money.rules.ts';
import type { GiftCardsTables } from './gift-cards.tables.ts';
import type { GiftCardView, IssuedGiftCard } from './gift-cards.views.ts';
import { readCode } from './gift-code.rules.ts';

/** What a card is made with. */
export interface NewGiftCard {
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly expiresAt?: string | undefined;
  readonly note?: string | undefined;
}

/** What opens a card: told to whoever has it, kept as hashes alone. */
export interface GiftCardSecrets {
  readonly code: string;
  readonly pin: string;
}

/** What is kept of a code, or of a code and PIN. */
export function giftCardHash(secret: string, text: string): string {
  return createHmac('sha256', secret).update(`vitrine gift card\n${text}`).digest('base64url');
}

/** The columns that open a card. */
export function giftCardLock(secret: string, { code, pin }: GiftCardSecrets) {
  const letters = readCode(code)!;
  return {
    code_hash: giftCardHash(secret, letters),
    last4: letters.slice(-4),
    pin_hash: giftCardHash(secret, `${letters} ${pin}`),
  };
}

/** Makes a card with its first entry. @param id default a new one. */
export async function insertGiftCard(
  tx: Transaction,
  { secret, at, id = newId() }: { readonly secret: string; readonly at: Date; readonly id?: string },
  { amount, currency, expiresAt, note = '' }: NewGiftCard,
  secrets: GiftCardSecrets,
): Promise<IssuedGiftCard> {
  const tables = tx.tables<GiftCardsTables>();
  const row = await tables
    .insertInto('giftcards_card')
    .values({
      id,
      ...giftCardLock(secret, secrets),
      currency,
      issued: amount,
      balance: amount,
      state: 'active',
      expires_at: expiresAt === undefined ? null : new Date(expiresAt),
      issued_at: at,
      note,
      wrong_pins: 0,
      locked_until: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await tables
    .insertInto('giftcards_entry')
    .values({ id: newId(), card_id: row.id, kind: 'issued', amount, reference: row.id, at })
    .execute();
  return { ...giftCardView(row), ...secrets };
}

export function giftCardView(row: Selectable<GiftCardsTables['giftcards_card']>): GiftCardView {
  return {
    id: row.id,
    last4: row.last4,
    state: row.state,
    issued: money(row.issued, row.currency),
    balance: money(row.balance, row.currency),
    issuedAt: row.issued_at.toISOString(),
    ...(row.expires_at && { expiresAt: row.expires_at.toISOString() }),
    note: row.note,
  };
}
