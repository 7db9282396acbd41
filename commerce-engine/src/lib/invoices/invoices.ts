import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { CommandContext } from '../api/commerce-client.ts';
import { CommerceError } from '../commerce-error.ts';
import { timeZoneOf } from '../delivery/time-zones.rules.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { lockInOrder } from '../lock-in-order.ts';
import { money } from '../money/money.rules.ts';
import type { Orders } from '../orders/orders.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { parseInput } from '../parse-input.ts';
import type { Stores } from '../stores/stores.ts';
import { invoicePage } from './invoice-page.ts';
import type { InvoicesTables } from './invoices.tables.ts';
import type { InvoiceView, Seller, TransferView } from './invoices.views.ts';
import { type SellerInput, sellerSchema } from './invoices-input.ts';
import { isAwaited, issueFor, mayWantDocument } from './issue.ts';
import { receiptPage } from './receipt-page.ts';
import { transferOf } from './transfer.rules.ts';

/** A document of the books with its page. */
export interface InvoiceDocument extends InvoiceView {
  /** A whole HTML page for printing. */
  readonly html: string;
}

/** Invoices and credit notes. */
export interface Invoices {
  /** Says who sells in a channel; from then on its orders get invoices. Needs `settings.write`. @throws CommerceError `unknown_channel`. */
  setSeller(command: CommandContext, input: SellerInput): Promise<void>;
  seller(actor: Actor, channel: string): Promise<Seller | undefined>;
  /** Issues what is due. For a job that runs every few seconds; harmless in several processes. @returns how many. */
  issueDue(): Promise<number>;
  /** Documents of an order in the order in which they were issued. Needs `orders.read`. */
  list(actor: Actor, orderId: string): Promise<readonly InvoiceView[]>;
  /** Whether more of them may come at any moment: somebody who looks at them looks again. Needs `orders.read`. */
  awaited(actor: Actor, orderId: string): Promise<boolean>;
  /** One with its page. Needs `orders.read`. */
  document(actor: Actor, id: string): Promise<InvoiceDocument | undefined>;
  /** All of an order that somebody has opened, with their pages. */
  ofOpened(order: OrderView): Promise<readonly InvoiceDocument[]>;
  /** What was bought and how it was paid, as things stand, as a page. For whoever has opened the order. */
  receipt(order: OrderView): Promise<string>;
  /** How what is still to come by bank transfer is paid; undefined when nothing is. For whoever has opened the order. */
  transferOf(order: OrderView): Promise<TransferView | undefined>;
  /** Takes buyers off documents that were issued before then. @returns how many. */
  forgetBuyers(issuedBefore: Date): Promise<number>;
}

const AT_ONCE = 50;

/** One seller must not write a number twice: @throws CommerceError `conflict` when another channel numbers with a prefix, or did. */
async function refuseTakenPrefixes(
  tx: Transaction,
  channel: string,
  prefixes: Seller['prefixes'],
): Promise<void> {
  await lockInOrder(tx, 'invoices', ['sellers']);
  const wanted = [prefixes.invoice, prefixes.creditNote];
  const { rows } = await sql<{ channel: string }>`
    select channel from invoices_seller where channel <> ${channel}
      and (seller->'prefixes'->>'invoice' = any(${wanted}::text[]) or seller->'prefixes'->>'creditNote' = any(${wanted}::text[]))
    union all
    select channel from invoices_document where channel <> ${channel}
      and substring(number from '^(.*?)[0-9]{6,}$') = any(${wanted}::text[])
    limit 1`.execute(tx.tables());
  if (rows[0])
    throw new CommerceError(
      'conflict',
      `Channel "${rows[0].channel}" numbers its documents with one of these prefixes. Choose others, so that no number is written twice.`,
    );
}

export function createInvoices(
  context: EngineContext,
  { orders, stores }: { readonly orders: Orders; readonly stores: Stores },
): Invoices {
  const { database, clock } = context;

  orders.onTold(async (tx, { id, kind }) => {
    if (!mayWantDocument(kind)) return;
    await tx
      .tables<InvoicesTables>()
      .insertInto('invoices_due')
      .values({ entry_id: id, due_at: clock() })
      .execute();
  });

  /** One entry's turn; another process leaves it alone meanwhile. @returns undefined when nothing is due. */
  async function issueOne(): Promise<number | undefined> {
    let entryId: string | undefined;
    try {
      return await database.transaction(async (tx) => {
        // Ids are made in the order of time: an order's entries have their turns as they happened.
        const { rows } = await sql<{ entry_id: string }>`
          select entry_id from invoices_due where due_at <= ${clock()}
          order by entry_id limit 1 for update skip locked`.execute(tx.tables());
        entryId = rows[0]?.entry_id;
        if (entryId === undefined) return undefined;
        const entry = await orders.inTransaction.entry(tx, entryId);
        const issued = entry ? await issueFor(tx, orders.inTransaction, entry, clock()) : 0;
        await tx
          .tables<InvoicesTables>()
          .deleteFrom('invoices_due')
          .where('entry_id', '=', entryId)
          .execute();
        return issued;
      });
    } catch (error) {
      if (entryId === undefined) throw error;
      await sql`
        update invoices_due set tries = tries + 1,
          due_at = ${clock()}::timestamptz + make_interval(mins => least(power(2, tries), 360)::int)
        where entry_id = ${entryId}`.execute(database.tables());
      throw error;
    }
  }

  async function read(which: { readonly id: string } | { readonly orderId: string }) {
    return database
      .tables<InvoicesTables>()
      .selectFrom('invoices_document')
      .selectAll()
      .$if('id' in which, (query) => query.where('id', '=', (which as { id: string }).id))
      .$if('orderId' in which, (query) =>
        query.where('order_id', '=', (which as { orderId: string }).orderId),
      )
      .orderBy('issued_at')
      .orderBy('id')
      .execute();
  }
  type Row = Awaited<ReturnType<typeof read>>[number];

  function viewOf({ id, kind, number, order_id, issued_at, total, content }: Row): InvoiceView {
    return {
      id,
      kind,
      number,
      orderId: order_id,
      issuedAt: issued_at.toISOString(),
      total: money(total, content.currency),
    };
  }

  async function zoneOf(channel: string): Promise<string> {
    return timeZoneOf((await stores.channel(channel)).country);
  }

  async function sellerOf(channel: string): Promise<Seller | undefined> {
    const row = await database
      .tables<InvoicesTables>()
      .selectFrom('invoices_seller')
      .select('seller')
      .where('channel', '=', channel)
      .executeTakeFirst();
    return row?.seller;
  }

  async function documentOf(row: Row): Promise<InvoiceDocument> {
    const { kind, number, content, issued_at, channel } = row;
    const timeZone = await zoneOf(channel);
    const html = invoicePage({ kind, number, content, issuedAt: issued_at.toISOString(), timeZone });
    return { ...viewOf(row), html };
  }

  return {
    async setSeller(command, asked) {
      const { channel, ...seller } = parseInput(sellerSchema, asked, 'this seller');
      const call = {
        name: 'invoices.setSeller',
        capability: 'settings.write',
        body: { channel, ...seller },
      } as const;
      await runCommand(context, command, call, async (tx) => {
        await stores.channel(channel, { on: tx });
        await refuseTakenPrefixes(tx, channel, seller.prefixes);
        await tx
          .tables<InvoicesTables>()
          .insertInto('invoices_seller')
          .values({ channel, seller: JSON.stringify(seller) })
          .onConflict((conflict) =>
            conflict.column('channel').doUpdateSet({ seller: JSON.stringify(seller) }),
          )
          .execute();
        return null;
      });
    },
    async seller(actor, channel) {
      requireCapability(actor, 'settings.write');
      return sellerOf(channel);
    },
    async issueDue() {
      let issued = 0;
      for (let turn = 0; turn < AT_ONCE; turn += 1) {
        const count = await issueOne();
        if (count === undefined) break;
        issued += count;
      }
      return issued;
    },
    async list(actor, orderId) {
      requireCapability(actor, 'orders.read');
      return (await read({ orderId })).map(viewOf);
    },
    async awaited(actor, orderId) {
      requireCapability(actor, 'orders.read');
      return isAwaited(database, orders.inTransaction, orderId);
    },
    async document(actor, id) {
      requireCapability(actor, 'orders.read');
      const [row] = await read({ id });
      return row && documentOf(row);
    },
    async ofOpened({ id }) {
      return Promise.all((await read({ orderId: id })).map(documentOf));
    },
    async receipt(order) {
      const { channel } = order;
      return receiptPage(order, { seller: await sellerOf(channel), timeZone: await zoneOf(channel) });
    },
    async transferOf(order) {
      // Most orders have none: the seller is not asked for.
      if (!transferOf(order, undefined)) return undefined;
      return transferOf(order, (await sellerOf(order.channel))?.bank);
    },
    async forgetBuyers(issuedBefore) {
      const { rows } = await sql`
        update invoices_document set content = jsonb_set(content, '{buyer}', '[]') - 'buyerVatId' - 'reliefs'
        where issued_at < ${issuedBefore} and content->'buyer' <> '[]'::jsonb
        returning id`.execute(database.tables());
      return rows.length;
    },
  };
}
