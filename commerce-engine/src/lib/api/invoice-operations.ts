import { z } from '@hono/zod-openapi';
import type { CommerceEngine } from '../engine.ts';
import type { InvoiceDocument } from '../invoices/invoices.ts';
import type { BankDetails, InvoiceView, Seller, TransferView } from '../invoices/invoices.views.ts';
import { sellerSchema } from '../invoices/invoices-input.ts';
import { type Operation, operation } from './operation.ts';
import { moneySchema, orNone, type SchemaOf } from './view-schemas.ts';

const view = {
  id: z.string(),
  kind: z.enum(['invoice', 'credit-note']),
  number: z.string(),
  orderId: z.string(),
  issuedAt: z.string(),
  total: moneySchema,
};
export const invoiceSchema: SchemaOf<InvoiceView> = z.strictObject(view).openapi('Invoice');
export const documentSchema: SchemaOf<InvoiceDocument> = z
  .strictObject({ ...view, html: z.string() })
  .openapi('InvoiceDocument', { description: 'With its page for printing, a whole HTML document.' });
const bankSchema: SchemaOf<BankDetails> = z.strictObject({
  holder: z.string(),
  iban: z.string(),
  bic: z.string().optional(),
  name: z.string(),
});
export const transferSchema: SchemaOf<TransferView> = z.strictObject({
  amount: moneySchema,
  reference: z.string(),
  bank: bankSchema.optional(),
});
const sellerView: SchemaOf<Seller> = z
  .strictObject({
    name: z.string(),
    address: z.array(z.string()),
    country: z.string().optional(),
    taxId: z.string(),
    note: z.string().optional(),
    bank: bankSchema.optional(),
    prefixes: z.strictObject({ invoice: z.string(), creditNote: z.string() }),
  })
  .openapi('Seller');
const orderParams = z.object({ orderId: z.uuid('expected a UUID') });

export function invoiceAdminOperations({ orders, invoices }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listInvoices',
      summary: 'Invoices and credit notes of an order, as they were issued',
      method: 'get',
      path: '/orders/{orderId}/invoices',
      needs: 'orders.read',
      params: orderParams,
      answer: z.object({
        invoices: z.array(invoiceSchema),
        awaited: z.boolean().describe('Whether more of them may come at any moment.'),
      }),
      handle: async ({ actor, params }) => ({
        // In this order: what comes between the two is in the second answer.
        awaited: await invoices.awaited(actor, params.orderId),
        invoices: [...(await invoices.list(actor, params.orderId))],
      }),
    }),
    operation({
      id: 'getInvoice',
      summary: 'An invoice or credit note with its page for printing',
      method: 'get',
      path: '/invoices/{invoiceId}',
      needs: 'orders.read',
      params: z.object({ invoiceId: z.uuid('expected a UUID') }),
      answer: z.object({ invoice: orNone(documentSchema) }),
      handle: async ({ actor, params }) => ({
        invoice: (await invoices.document(actor, params.invoiceId)) ?? null,
      }),
    }),
    operation({
      id: 'getReceipt',
      summary: 'What was bought and how it was paid, as a page for printing',
      method: 'get',
      path: '/orders/{orderId}/receipt',
      needs: 'orders.read',
      params: orderParams,
      answer: z.object({ html: z.string().nullable() }),
      handle: async ({ actor, params }) => {
        const found = await orders.get(actor, params.orderId);
        return { html: found ? await invoices.receipt(found.order) : null };
      },
    }),
    operation({
      id: 'setSeller',
      summary: 'Says who sells in a channel; from then on its orders get invoices',
      method: 'post',
      path: '/sellers',
      needs: 'settings.write',
      changes: true,
      body: sellerSchema,
      answer: z.object({ set: z.literal(true) }),
      handle: async ({ command, body }) => {
        await invoices.setSeller(command, body);
        return { set: true as const };
      },
    }),
    operation({
      id: 'getSeller',
      summary: 'Who sells in a channel',
      method: 'get',
      path: '/sellers/{channel}',
      needs: 'settings.write',
      params: z.object({ channel: z.string().max(63) }),
      answer: z.object({ seller: orNone(sellerView) }),
      handle: async ({ actor, params }) => ({
        seller: (await invoices.seller(actor, params.channel)) ?? null,
      }),
    }),
  ];
}
