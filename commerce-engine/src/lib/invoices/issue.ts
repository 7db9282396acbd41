import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { z } from 'zod';
import type { GivenBackDetail } from '../orders/give-back.rules.ts';
import type { Orders, TimelineEntry } from '../orders/orders.ts';
import { bookedPart, creditNoteContent, invoiceContent } from './invoice-content.rules.ts';
import type { InvoicesTables } from './invoices.tables.ts';
import type { InvoiceContent, InvoiceKind, Seller } from './invoices.views.ts';
import { transferOf } from './transfer.rules.ts';

const LEFT = new Set(['shipped', 'handed-over', 'gift-cards-sent']);
/** Goods came to an order that stands. */
const CAME_TO = 'goods-added';
const CAME_OFF = new Set(['cancelled', 'allowance', 'return-refunded']);

/** Whether a timeline's entry of this kind may want a document. */
export function mayWantDocument(kind: string): boolean {
  return LEFT.has(kind) || CAME_OFF.has(kind) || kind === CAME_TO;
}

const amount = z.number().default(0);
const share = z.object({ net: amount, gross: amount });
const backShape: z.ZodType<GivenBackDetail & { readonly fee: number; readonly exchanged: number }> = z.object(
  {
    // Entries from before there were invoices say less: nothing is credited by them, and no invoice waits for them.
    lines: z.array(share.extend({ lineId: z.string(), quantity: z.number() })).default([]),
    charges: share.extend({ deliveryIds: z.array(z.string()).optional() }).default({ net: 0, gross: 0 }),
    taxes: z.array(z.object({ rateId: z.string(), taxable: z.number(), amount: z.number() })).default([]),
    net: amount,
    tax: amount,
    gross: amount,
    fee: amount,
    exchanged: amount,
  },
);

/**
 * Issues what an entry of a timeline wants: SPEC rules BILL-1 and BILL-2. The seller's row is held from here to the commit, so
 * one document of a channel is issued after the other.
 * @returns how many were issued.
 */
export async function issueFor(
  tx: Transaction,
  orders: Orders['inTransaction'],
  entry: TimelineEntry,
  at: Date,
): Promise<number> {
  const books = await orders.books(tx, entry.orderId);
  if (!books) return 0;
  const tables = tx.tables<InvoicesTables>();
  const { channel } = books.order;
  const seller = await tables
    .selectFrom('invoices_seller')
    .select('seller')
    .where('channel', '=', channel)
    .forUpdate()
    .executeTakeFirst();
  if (!seller) return 0;
  const order = await orders.view(tx, { id: entry.orderId });
  const transfer = order && transferOf(order, seller.seller.bank);
  const matter = { books, seller: seller.seller };
  const invoices = await tables
    .selectFrom('invoices_document')
    .select(['number', 'entry_id', 'is_addition'])
    .where('order_id', '=', entry.orderId)
    .where('kind', '=', 'invoice')
    .orderBy('issued_at')
    .orderBy('id')
    .execute();
  const first = invoices.find(({ is_addition }) => !is_addition);
  const before = await orders.timeline(tx, entry.orderId);
  const added = before.filter(({ kind }) => kind === CAME_TO);
  let issued = 0;

  async function issue(
    kind: InvoiceKind,
    of: TimelineEntry,
    content: InvoiceContent,
    isAddition = false,
  ): Promise<string> {
    const number = await nextNumber(tx, channel, kind, seller!.seller);
    await tables
      .insertInto('invoices_document')
      .values({
        id: newId(),
        channel,
        kind,
        number,
        order_id: of.orderId,
        entry_id: of.id,
        is_addition: isAddition,
        total: content.total,
        content: JSON.stringify(content),
        issued_at: at,
      })
      .execute();
    issued += 1;
    return number;
  }

  async function credit(of: TimelineEntry, corrects: string): Promise<void> {
    const { fee, exchanged, ...back } = backShape.parse(of.detail);
    if (back.gross === 0) return;
    const { deliveryIds = books!.deliveries.map(({ id }) => id) } = back.charges;
    const meant = books!.deliveries.filter(({ id }) => deliveryIds.includes(id));
    const deliveryName = [...new Set(meant.map(({ name }) => name))].join(', ');
    const terms = { corrects, back, fee, exchanged, deliveryName };
    const content = creditNoteContent({ ...matter, suppliedAt: of.at, ...terms });
    await issue('credit-note', of, content);
  }

  /** The invoices that tell of what came off; the first where none of its lines says so. */
  function corrected({ detail }: TimelineEntry): string {
    const { lines } = backShape.parse(detail);
    const numbers = lines.map(({ lineId }) => {
      const own = added.find((each) => linesOf(each).has(lineId));
      return invoices.find(({ entry_id }) => entry_id === own?.id)?.number ?? first!.number;
    });
    return [...new Set(numbers.length > 0 ? numbers : [first!.number])].join(', ');
  }

  if (first) {
    if (CAME_OFF.has(entry.kind)) await credit(entry, corrected(entry));
    // What had its turn before the first invoice stands on it.
    if (entry.kind === CAME_TO) {
      const its = linesOf(entry);
      const part = bookedPart(books, { lines: ({ id }) => its.has(id), deliveries: false });
      await issue(
        'invoice',
        entry,
        invoiceContent({ ...matter, ...(transfer && { transfer }), books: part, suppliedAt: entry.at }),
        true,
      );
    }
    return issued;
  }
  if (!LEFT.has(entry.kind)) return 0;
  const open = await stillDue(tx, before);
  // Only what has its own turn is left to it: what had it while there was no invoice would stand on none.
  const later = added.filter(({ id }) => open.has(id)).map(linesOf);
  const part =
    later.length === 0
      ? books
      : bookedPart(books, { lines: ({ id }) => !later.some((own) => own.has(id)), deliveries: true });
  const content = invoiceContent({
    ...matter,
    ...(transfer && { transfer }),
    books: part,
    suppliedAt: entry.at,
  });
  const invoice = await issue('invoice', entry, content);
  // What came off since the goods left has its own turn.
  for (const each of before) if (CAME_OFF.has(each.kind) && !open.has(each.id)) await credit(each, invoice);
  return issued;
}

function linesOf({ detail }: TimelineEntry): ReadonlySet<string> {
  return new Set(backShape.parse(detail).lines.map(({ lineId }) => lineId));
}

/** Whether a document of an order may be issued at any moment: BILL-8. What failed before is not waited for. */
export async function isAwaited(
  on: Queryable,
  orders: Orders['inTransaction'],
  orderId: string,
): Promise<boolean> {
  const wanting = (await orders.timeline(on, orderId)).filter(({ kind }) => mayWantDocument(kind));
  return wanting.length > 0 && (await stillDue(on, wanting, { untried: true })).size > 0;
}

/** Entries whose turn is still to come. */
async function stillDue(
  on: Queryable,
  entries: readonly TimelineEntry[],
  { untried = false }: { readonly untried?: boolean } = {},
): Promise<ReadonlySet<string>> {
  const rows = await on
    .tables<InvoicesTables>()
    .selectFrom('invoices_due')
    .select('entry_id')
    .where(
      'entry_id',
      'in',
      entries.map(({ id }) => id),
    )
    .$if(untried, (query) => query.where('tries', '=', 0))
    .execute();
  return new Set(rows.map(({ entry_id }) => entry_id));
}

async function nextNumber(
  tx: Transaction,
  channel: string,
  kind: InvoiceKind,
  { prefixes }: Seller,
): Promise<string> {
  const column = kind === 'invoice' ? 'next_invoice' : 'next_credit_note';
  const { rows } = await sql<{ count: number }>`
    update invoices_seller set ${sql.ref(column)} = ${sql.ref(column)} + 1 where channel = ${channel}
    returning ${sql.ref(column)} - 1 as count`.execute(tx.tables());
  const prefix = kind === 'invoice' ? prefixes.invoice : prefixes.creditNote;
  return `${prefix}${String(rows[0]!.count).padStart(6, '0')}`;
}
