import { randomBytes, randomInt } from 'node:crypto';
import type { Queryable, Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../api/commerce-client.ts';
import { CommerceError } from '../commerce-error.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { money } from '../money/money.rules.ts';
import { parseInput } from '../parse-input.ts';
import { storableOnly } from '../storable-text.ts';
import type { GiftCardsTables } from './gift-cards.tables.ts';
import type { GiftCardCheck, GiftCardDetail, GiftCardView, IssuedGiftCard } from './gift-cards.views.ts';
import { readCode, writeCode } from './gift-code.rules.ts';
import { type GiftCardSecrets, giftCardHash, giftCardView, insertGiftCard } from './keep-gift-card.ts';

export const issueGiftCardSchema = z.strictObject({
  amount: z.int('expected whole minor units').min(1).max(100_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"'),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  note: z.string().trim().max(500).optional(),
});
export type IssueGiftCardInput = z.infer<typeof issueGiftCardSchema>;

const importGiftCardsSchema = z
  .array(
    issueGiftCardSchema.extend({
      code: z
        .string()
        .max(60)
        .refine((code) => readCode(code) !== undefined, 'expected 16 letters and digits without U'),
      pin: z.string().regex(/^\d{4,12}$/, 'expected 4 to 12 digits'),
    }),
  )
  .min(1, 'expected at least one card')
  .max(1000, 'expected at most 1000 cards at once');
export type ImportGiftCardsInput = z.infer<typeof importGiftCardsSchema>;

/** Money that was paid for before, or given. */
export interface GiftCards {
  /** Needs `giftcards.write`. Code and PIN are told now and never again; the same key gets the same card, without them. */
  issue(command: CommandContext, input: IssueGiftCardInput): Promise<IssuedGiftCard>;
  /**
   * Takes over cards of another system, with their codes and PINs. A code that is here already is left as it is. Needs
   * `giftcards.write`. @returns how many are new.
   */
  importCards(command: CommandContext, cards: ImportGiftCardsInput): Promise<{ readonly imported: number }>;
  /** Blocks a card, or opens it again. Needs `giftcards.write`. @throws CommerceError `bad_input` when there is no such card. */
  setBlocked(
    command: CommandContext,
    input: { readonly id: string; readonly blocked: boolean },
  ): Promise<void>;
  /** The newest first. Needs `giftcards.write`. `after` = the id of the last one seen; `q` = the last four of a code, or part of a note. */
  list(
    actor: Actor,
    query: {
      readonly limit?: number;
      readonly after?: string;
      readonly q?: string;
      readonly state?: GiftCardView['state'];
    },
  ): Promise<readonly GiftCardView[]>;
  /** One card with its ledger. Needs `giftcards.write`. */
  get(actor: Actor, id: string): Promise<GiftCardDetail | undefined>;
  /** Holds a code and PIN against the shop's cards. Wrong PINs count: SPEC rule GIFT-6. */
  check(input: {
    readonly code: string;
    readonly pin: string;
    readonly currency: string;
  }): Promise<GiftCardCheck>;
  /** For the checkout, inside its own transaction: cards that were checked a moment ago. */
  readonly inTransaction: {
    /** Those that can pay now, in the order of the ids. Balances in minor units. */
    usable(
      on: Queryable,
      ids: readonly string[],
      where: { readonly currency: string; readonly at: Date },
    ): Promise<readonly UsableGiftCard[]>;
    /** Those of these cards that were bought in the shop. */
    bought(on: Queryable, ids: readonly string[]): Promise<ReadonlySet<string>>;
  };
}

export interface UsableGiftCard {
  readonly id: string;
  readonly last4: string;
  /** Minor units. */
  readonly balance: number;
  /** It was bought in the shop, neither given by staff nor taken over. */
  readonly isBought: boolean;
}

const MOST_WRONG_PINS = 10;
const LOCKED_FOR = 15 * 60_000;

export function createGiftCards(context: EngineContext): GiftCards {
  const { database, clock, secret } = context;
  const hash = (text: string) => giftCardHash(secret, text);
  const insert = (tx: Transaction, input: IssueGiftCardInput, secrets: GiftCardSecrets) =>
    insertGiftCard(tx, { secret, at: clock() }, input, secrets);

  return {
    async issue(command, input) {
      const body = parseInput(issueGiftCardSchema, input, 'this gift card');
      let told: IssuedGiftCard | undefined;
      const call = { name: 'giftCards.issue', capability: 'giftcards.write', body } as const;
      const kept = await runCommand(context, command, call, async (tx) => {
        const pin = String(randomInt(1_000_000)).padStart(6, '0');
        told = await insert(tx, body, { code: writeCode(randomBytes(10)), pin });
        // What is kept for a repeated request must not tell the secrets again.
        return { ...told, code: '', pin: '' };
      });
      // Of a repeated request another card was made and given up.
      return told?.id === kept.id ? told : kept;
    },
    async importCards(command, cards) {
      const body = parseInput(importGiftCardsSchema, cards, 'these gift cards');
      // The request is remembered without its secrets.
      const known = body.map(({ code, pin, ...card }) => ({ ...card, hash: hash(`${code} ${pin}`) }));
      const call = { name: 'giftCards.import', capability: 'giftcards.write', body: known } as const;
      return runCommand(context, command, call, async (tx) => {
        let imported = 0;
        for (const { code, pin, ...card } of body) {
          const isKnown = await tx
            .tables<GiftCardsTables>()
            .selectFrom('giftcards_card')
            .select('id')
            .where('code_hash', '=', hash(readCode(code)!))
            .executeTakeFirst();
          if (isKnown) continue;
          await insert(tx, card, { code, pin });
          imported += 1;
        }
        return { imported };
      });
    },
    async setBlocked(command, input) {
      const call = { name: 'giftCards.setBlocked', capability: 'giftcards.write', body: input } as const;
      await runCommand(context, command, call, async (tx) => {
        const changed = await tx
          .tables<GiftCardsTables>()
          .updateTable('giftcards_card')
          .set({ state: input.blocked ? 'blocked' : 'active' })
          .where('id', '=', input.id)
          .returning('id')
          .executeTakeFirst();
        if (!changed) throw new CommerceError('bad_input', `There is no gift card "${input.id}".`);
        return null;
      });
    },
    async list(actor, { limit = 50, after, q = '', state }) {
      requireCapability(actor, 'giftcards.write');
      const words = storableOnly([q])[0]?.trim() ?? '';
      const rows = await database
        .tables<GiftCardsTables>()
        .selectFrom('giftcards_card')
        .selectAll()
        .$if(state !== undefined, (query) => query.where('state', '=', state!))
        .$if(words !== '', (query) =>
          query.where((is) =>
            is.or([
              is('last4', '=', words.toUpperCase()),
              is('note', 'ilike', `%${words.replace(/[\\%_]/g, '\\$&')}%`),
            ]),
          ),
        )
        .$if(after !== undefined, (query) =>
          query.where(
            sql<boolean>`(issued_at, id) < (select issued_at, id from giftcards_card where id = ${after}::uuid)`,
          ),
        )
        .orderBy('issued_at', 'desc')
        .orderBy('id', 'desc')
        .limit(Math.min(100, Math.max(1, limit)))
        .execute();
      return rows.map(giftCardView);
    },
    async get(actor, id) {
      requireCapability(actor, 'giftcards.write');
      const tables = database.tables<GiftCardsTables>();
      const row = await tables
        .selectFrom('giftcards_card')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) return undefined;
      const entries = await tables
        .selectFrom('giftcards_entry')
        .select(['id', 'kind', 'amount', 'at'])
        .where('card_id', '=', id)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return {
        ...giftCardView(row),
        entries: entries.map(({ amount, at, ...entry }) => ({
          ...entry,
          amount: money(amount, row.currency),
          at: at.toISOString(),
        })),
      };
    },
    async check({ code, pin, currency }) {
      const letters = readCode(code);
      if (letters === undefined) return { kind: 'refused', reason: 'unknown' };
      return database.transaction(async (tx) => {
        const tables = tx.tables<GiftCardsTables>();
        const row = await tables
          .selectFrom('giftcards_card')
          .selectAll()
          .where('code_hash', '=', hash(letters))
          .forUpdate()
          .executeTakeFirst();
        if (!row) return { kind: 'refused', reason: 'unknown' };
        const now = clock();
        if (row.locked_until && row.locked_until > now) return { kind: 'refused', reason: 'locked' };
        if (row.pin_hash !== hash(`${letters} ${pin.trim()}`)) {
          const wrong = row.wrong_pins + 1;
          const isLocked = wrong >= MOST_WRONG_PINS;
          await tables
            .updateTable('giftcards_card')
            .set({
              wrong_pins: isLocked ? 0 : wrong,
              locked_until: isLocked ? new Date(now.getTime() + LOCKED_FOR) : null,
            })
            .where('id', '=', row.id)
            .execute();
          return { kind: 'refused', reason: 'unknown' };
        }
        if (row.wrong_pins > 0)
          await tables
            .updateTable('giftcards_card')
            .set({ wrong_pins: 0 })
            .where('id', '=', row.id)
            .execute();
        if (row.state === 'blocked') return { kind: 'refused', reason: 'blocked' };
        if (row.expires_at && row.expires_at <= now) return { kind: 'refused', reason: 'over' };
        if (row.currency !== currency) return { kind: 'refused', reason: 'other-currency' };
        if (row.balance === 0) return { kind: 'refused', reason: 'empty' };
        return { kind: 'good', card: giftCardView(row) };
      });
    },
    inTransaction: {
      async usable(on, ids, { currency, at }) {
        if (ids.length === 0) return [];
        const rows = await on
          .tables<GiftCardsTables>()
          .selectFrom('giftcards_card')
          .select((is) => [
            'id',
            'last4',
            'balance',
            is
              .exists(is.selectFrom('giftcards_sold').select('card_id').whereRef('card_id', '=', 'id'))
              .as('isBought'),
          ])
          .where('id', 'in', [...ids])
          .where('currency', '=', currency)
          .where('state', '=', 'active')
          .where('balance', '>', 0)
          .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', at)]))
          .execute();
        return ids.flatMap((id) =>
          rows.filter((row) => row.id === id).map((row) => ({ ...row, isBought: row.isBought === true })),
        );
      },
      async bought(on, ids) {
        const rows = await on
          .tables<GiftCardsTables>()
          .selectFrom('giftcards_sold')
          .select('card_id')
          .where('card_id', 'in', [...ids])
          .execute();
        return new Set(rows.map(({ card_id }) => card_id));
      },
    },
  };
}
