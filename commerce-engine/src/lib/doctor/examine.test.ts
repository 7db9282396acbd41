import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import { examineShop, type Finding } from './examine.ts';

/** Ends a transaction that was never meant to be kept. */
class Undone extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super('Rolled back on purpose.');
    this.findings = findings;
  }
}

const ID = '00000000-0000-4000-8000-000000000001';
const payment = (facts: { provider: string; state?: string; captured?: number; owner?: string }) =>
  `insert into payments_payment (id, owner, provider, method, state, amount, captured, currency, locale, started_at, asked_at)
   values ('${ID}', '${facts.owner ?? `checkout:${ID}`}', '${facts.provider}', 'x', '${facts.state ?? 'authorised'}', 500,
     ${facts.captured ?? 0}, 'EUR', 'en', now(), now())`;
const account = (book: string, balance: number) =>
  `insert into lots_account (book, holder, unit, balance) values ('${book}', '${ID}', 'EUR', ${balance})`;
const lot = (book: string, left: number, origin = 'test') =>
  `insert into lots_lot (id, book, holder, unit, origin, left_over, made_at)
   values ('${ID}', '${book}', '${ID}', 'EUR', '${origin}', ${left}, now())`;
const promotion = `insert into promotions_promotion (id, name, definition, changed_at) values ('p', '{}', '{}', now())`;
const programme = `insert into loyalty_programme (id, programme, created_at, updated_at) values ('club', '{}', now(), now())`;

/** For each rule what breaks it. The order of the healthy shop is the only one it has. */
const faults: readonly (readonly [rule: string, problem: string, sql: readonly string[]])[] = [
  ['DOC-1', 'sum of its ledger', ['update inventory_level set on_hand = on_hand + 1']],
  [
    'DOC-2',
    'reservations hold',
    ['update inventory_reservation set quantity = quantity + 1', 'update inventory_level set reserved = 0'],
  ],
  ['DOC-3', 'sums of its ledger', ['update payments_payment set captured = captured - 1']],
  ['DOC-4', 'sums of its payments', ['update orders_order set paid = paid - 1']],
  ['DOC-5', 'sums of its parts', ['update orders_line set tax = tax + 1, net = net - 1']],
  ['DOC-5', 'sums of its parts', ['update orders_order set waived = waived + 1']],
  ['DOC-6', 'do not know each other', ["update checkout_checkout set order_id = null, state = 'open'"]],
  [
    'DOC-7',
    'open still holds stock',
    [
      `update checkout_checkout set state = 'open', order_id = null`,
      `update inventory_reservation set owner = 'checkout:' || (select id from checkout_checkout limit 1)`,
    ],
  ],
  ['DOC-7', 'does not wait for it', [payment({ provider: 'simulator' })]],
  ['DOC-8', 'not held for it', ['update inventory_reservation set quantity = quantity - 1']],
  ['DOC-8', 'no such line', [`update inventory_reservation set owner = 'order:${ID}'`]],
  ['DOC-9', 'books do not agree', ['update payments_simulator set captured = captured - 1']],
  [
    'DOC-10',
    'balance is not the sum',
    [
      `insert into giftcards_card (id, code_hash, last4, pin_hash, currency, issued, balance, issued_at)
       values ('${ID}', 'x', '1234', 'x', 'EUR', 500, 500, now())`,
    ],
  ],
  ['DOC-11', 'gift card and the card’s ledger', [payment({ provider: 'gift-card' })]],
  ['DOC-12', 'A lot is not', [account('points', 5), lot('points', 5)]],
  ['DOC-12', 'sum of their lots', [account('points', 5)]],
  ['DOC-13', 'store credit and its ledger', [payment({ provider: 'store-credit' })]],
  ['DOC-14', 'points and its ledger', [payment({ provider: 'points' })]],
  [
    'DOC-15',
    'has earned is not',
    [
      programme,
      `insert into loyalty_earning (order_id, programme_id, customer_id, placed_at, points) values ('${ID}', 'club', '${ID}', now(), 7)`,
    ],
  ],
  [
    'DOC-16',
    'preordered',
    [
      `update inventory_item set ships_from = current_date, preordered = 0`,
      'update inventory_reservation set preordered = 1',
    ],
  ],
  ['DOC-17', 'made of', ['update inventory_reservation set per_piece = 2, quantity = quantity * 2']],
  ['DOC-18', 'no order for it', [payment({ provider: 'simulator', captured: 500 })]],
  ['DOC-18', 'no order for it', [payment({ provider: 'simulator', captured: 500, owner: 'exchange:x' })]],
  ['DOC-24', 'do not wait to be added', [`update inventory_reservation set owner = 'addition:${ID}'`]],
  [
    'DOC-24',
    'does not tell once',
    [
      `insert into additions_addition (id, order_id, state, goods, total, made_by, made_at, expires_at, updated_at)
       select '${ID}', id, 'added', '{}', 0, 'test', now(), now(), now() from orders_order limit 1`,
    ],
  ],
  [
    'DOC-26',
    'do not agree',
    [
      `insert into additions_addition
         (id, order_id, state, goods, total, return_id, made_by, made_at, expires_at, updated_at)
       select '${ID}', id, 'waiting', '{}', 0, '${ID}', 'test', now(), now(), now() from orders_order limit 1`,
    ],
  ],
  [
    'DOC-25',
    'Invoices less credit notes',
    [
      `insert into invoices_document (id, channel, kind, number, order_id, entry_id, total, content, issued_at)
       select '${ID}', channel, 'invoice', 'X-000001', id, '${ID}', total - 1, '{}', now() from orders_order limit 1`,
    ],
  ],
  ['DOC-19', 'More is kept', ['update orders_order set adjusted = adjusted + 1']],
  [
    'DOC-20',
    'nobody was told',
    [
      `update orders_order set placed_at = now()`,
      `update outbox_events set at = now() - interval '1 hour'`,
      `delete from outbox_events where kind = 'order.placed'`,
    ],
  ],
  [
    'DOC-21',
    'Numbers of invoices',
    [`insert into invoices_seller (channel, seller, next_invoice) values ('x', '{}', 2)`],
  ],
  [
    'DOC-22',
    'A limited coupon',
    [
      promotion,
      `insert into promotions_coupon (id, promotion_id, limit_total, used) values ('c', 'p', 5, 1)`,
    ],
  ],
  [
    'DOC-22',
    'A limited coupon',
    [
      promotion,
      `insert into promotions_coupon (id, promotion_id) values ('c', 'p')`,
      `insert into promotions_code (key, code, coupon_id, limit_total, used) values ('k', 'K', 'c', 5, 1)`,
    ],
  ],
  [
    'DOC-23',
    'A pickup slot',
    [`insert into delivery_slot (store_id, method_id, starts_at, taken) values ('s', 'm', now(), 1)`],
  ],
];

describeOnEachEngine('the doctor', { migrations: [commerceMigrations] }, (open) => {
  let shop: PayingShop;
  beforeAll(async () => {
    shop = await openPayingShop(open());
    const checkout = await shop.ready([{ variantId: await shop.product(5), quantity: 2 }]);
    expect(await shop.pay(checkout, 'sim-approve')).toMatchObject({ kind: 'placed' });
  });

  test('[DOC-1] finds nothing in a healthy shop that has sold something', async () => {
    const { rows } = await open().execute('select captured::int from payments_payment');
    expect(rows).toEqual([{ captured: expect.any(Number) }]);
    expect(await examineShop(open())).toEqual([]);
  });

  test.each(faults)('[%s] finds what was planted: %s', async (rule, problem, statements) => {
    const found = await open()
      .transaction(async (tx) => {
        for (const statement of statements) await tx.execute(statement);
        throw new Undone(await examineShop(tx));
      })
      .catch((error: unknown) => {
        if (error instanceof Undone) return error.findings;
        throw error;
      });
    expect(found).toContainEqual(
      expect.objectContaining({ rule, problem: expect.stringContaining(problem) }),
    );
  });

  test('[DOC-1] every rule it has was seen to find something', async () => {
    const planted = new Set(faults.map(([rule]) => rule));
    const { readFile } = await import('node:fs/promises');
    const spec = await readFile(new URL('SPEC.md', import.meta.url), 'utf8');
    const rules = [...spec.matchAll(/\*\*\[(DOC-\d+)\]\*\*/g)].map(([, rule]) => rule!);
    expect(rules.filter((rule) => !planted.has(rule))).toEqual([]);
  });
});
