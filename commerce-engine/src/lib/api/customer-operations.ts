import { z } from '@hono/zod-openapi';
import {
  certificateFields,
  consentSchema,
  customerChangeSchema,
  newCustomerSchema,
  noteSchema as noteInput,
  ownChangeSchema,
  saveAddressSchema,
  taxNumberSchema,
  verifyTaxNumberSchema,
  wishSchema,
} from '../customers/customer-input.ts';
import type { CommerceEngine } from '../engine.ts';
import { shopper } from './account-operations.ts';
import {
  customerOutcomeSchema,
  customerSchema,
  customerSummarySchema,
  eraseOutcomeSchema,
  noteSchema,
} from './customer-schemas.ts';
import { type Operation, operation } from './operation.ts';
import { orderSchema, orderSummarySchema } from './order-schemas.ts';
import { marketOf, marketQuery } from './request-schemas.ts';
import { orNone } from './view-schemas.ts';

const exported = z.record(z.string(), z.unknown());
const orderParams = z.object({ orderId: z.uuid('expected a UUID') });
const addressParams = z.object({ addressId: z.uuid('expected the id of an address') });
const ownNumberParams = taxNumberSchema.omit({ customerId: true });
const numberParams = taxNumberSchema;
const certificateParams = z.object({
  customerId: z.uuid('expected the id of a customer'),
  certificateId: z.uuid('expected the id of a certificate'),
});
const customerParams = z.object({ customerId: z.uuid('expected the id of a customer') });
const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).optional(),
  after: z.string().max(100).optional().openapi({ description: '`next` of the page before.' }),
});

/** What customers may ask and change of themselves. */
export function customerStoreOperations({ customers, orders, cart }: CommerceEngine): Operation[] {
  const change = { needs: 'customer', changes: true, answer: customerOutcomeSchema } as const;
  return [
    operation({
      id: 'getMe',
      summary: 'What the shop knows of the customer who is signed in',
      method: 'get',
      path: '/my/profile',
      needs: 'customer',
      answer: z.object({ customer: orNone(customerSchema) }),
      handle: async ({ actor }) => ({ customer: (await customers.get(actor, shopper(actor).id)) ?? null }),
    }),
    operation({
      ...change,
      id: 'changeMe',
      summary: 'Name, telephone, language',
      method: 'patch',
      path: '/my/profile',
      body: ownChangeSchema.shape.patch,
      handle: ({ command, actor, body }) =>
        customers.change(command, { customerId: shopper(actor).id, patch: body }),
    }),
    operation({
      ...change,
      id: 'saveMyAddress',
      summary: 'Writes an address, a new one without an id',
      method: 'post',
      path: '/my/addresses',
      body: saveAddressSchema.omit({ customerId: true }),
      handle: ({ command, actor, body }) =>
        customers.saveAddress(command, { customerId: shopper(actor).id, ...body }),
    }),
    operation({
      ...change,
      id: 'removeMyAddress',
      summary: 'Takes an address away',
      method: 'delete',
      path: '/my/addresses/{addressId}',
      params: addressParams,
      handle: ({ command, actor, params }) =>
        customers.removeAddress(command, { customerId: shopper(actor).id, ...params }),
    }),
    operation({
      ...change,
      id: 'saveMyTaxNumber',
      summary:
        'Writes down a VAT number; `bad_input` at `vatId` when it has no number’s form or is not in use',
      method: 'post',
      path: '/my/tax-numbers',
      body: ownNumberParams,
      handle: ({ command, actor, body }) =>
        customers.saveTaxNumber(command, { customerId: shopper(actor).id, ...body }),
    }),
    operation({
      ...change,
      id: 'removeMyTaxNumber',
      summary: 'Takes a VAT number away',
      method: 'delete',
      path: '/my/tax-numbers/{vatId}',
      params: ownNumberParams,
      handle: ({ command, actor, params }) =>
        customers.removeTaxNumber(command, { customerId: shopper(actor).id, ...params }),
    }),
    operation({
      ...change,
      id: 'giveMyConsent',
      summary: 'Adds to the ledger of what was agreed to',
      method: 'post',
      path: '/my/consents',
      body: consentSchema.omit({ customerId: true }),
      handle: ({ command, actor, body }) =>
        customers.consent(command, { customerId: shopper(actor).id, ...body }),
    }),
    operation({
      ...change,
      id: 'changeMyWishes',
      summary: 'Puts something on the wish list, or takes it off',
      method: 'post',
      path: '/my/wishes',
      body: wishSchema.omit({ customerId: true }),
      handle: ({ command, actor, body }) =>
        customers.wish(command, { customerId: shopper(actor).id, ...body }),
    }),
    operation({
      id: 'listMyOrders',
      summary: 'Orders of the customer who is signed in, newest first',
      method: 'get',
      path: '/my/orders',
      needs: 'customer',
      query: pageQuery,
      answer: z.object({ orders: z.array(orderSummarySchema), next: z.string().optional() }),
      handle: async ({ actor, query: { limit, after } }) => {
        const page = await orders.ofCustomer(shopper(actor), { limit, after });
        return { ...page, orders: [...page.orders] };
      },
    }),
    operation({
      id: 'getMyOrder',
      summary: 'An order of the customer who is signed in',
      method: 'get',
      path: '/my/orders/{orderId}',
      needs: 'customer',
      params: orderParams,
      answer: z.object({ order: orNone(orderSchema) }),
      handle: async ({ actor, params }) => ({
        order: (await orders.openOwn(shopper(actor), params.orderId)) ?? null,
      }),
    }),
    operation({
      id: 'takeOverCart',
      summary:
        'The cart that was filled before signing in becomes the customer’s, joined with the one they have',
      method: 'post',
      path: '/my/cart',
      needs: 'customer',
      changes: true,
      query: marketQuery,
      body: z.strictObject({ cartId: z.uuid('expected a UUID').optional() }),
      answer: z.object({ cartId: z.string().optional() }),
      handle: ({ command, query, body }) => cart.takeOver(command, marketOf(query), body),
    }),
    operation({
      id: 'getMyCart',
      summary: 'The id of the customer’s cart',
      method: 'get',
      path: '/my/cart',
      needs: 'customer',
      query: marketQuery,
      answer: z.object({ cartId: z.string().optional() }),
      handle: async ({ actor, query }) => {
        const cartId = await cart.ofCustomer(marketOf(query), shopper(actor));
        return cartId === undefined ? {} : { cartId };
      },
    }),
    operation({
      id: 'exportMe',
      summary: 'Everything the shop knows about the customer who is signed in',
      method: 'get',
      path: '/my/export',
      needs: 'customer',
      answer: exported,
      handle: async ({ actor }) => ({ ...(await customers.export(actor, shopper(actor).id)) }),
    }),
    operation({
      id: 'eraseMe',
      summary: 'Forgets the customer who is signed in',
      method: 'delete',
      path: '/my/profile',
      needs: 'customer',
      changes: true,
      answer: eraseOutcomeSchema,
      handle: ({ command, actor }) => customers.erase(command, { customerId: shopper(actor).id }),
    }),
  ];
}

/** What staff may ask and change of customers. */
export function customerAdminOperations({ customers }: CommerceEngine): Operation[] {
  const read = { method: 'get', needs: 'customers.read' } as const;
  const write = { needs: 'customers.write', changes: true } as const;
  const change = { ...write, params: customerParams, answer: customerOutcomeSchema } as const;
  return [
    operation({
      ...read,
      id: 'listCustomers',
      summary: 'Customers, newest first',
      path: '/customers',
      query: pageQuery.extend({
        q: z
          .string()
          .max(200)
          .optional()
          .openapi({ description: 'Words, each a part of the number, the email or the name.' }),
        group: z.string().max(63).optional(),
      }),
      answer: z.object({ customers: z.array(customerSummarySchema), next: z.string().optional() }),
      handle: async ({ actor, query }) => {
        const page = await customers.list(actor, query);
        return { ...page, customers: [...page.customers] };
      },
    }),
    operation({
      ...read,
      id: 'getCustomer',
      summary: 'A customer with the notes of staff',
      path: '/customers/{customerId}',
      params: customerParams,
      answer: z.object({ customer: orNone(customerSchema), notes: z.array(noteSchema) }),
      handle: async ({ actor, params }) => ({
        customer: (await customers.get(actor, params.customerId)) ?? null,
        notes: [...(await customers.notes(actor, params.customerId))],
      }),
    }),
    operation({
      ...read,
      id: 'exportCustomer',
      summary: 'Everything the shop knows about a customer; null when there is none',
      path: '/customers/{customerId}/export',
      params: customerParams,
      answer: z.object({ customer: orNone(exported) }),
      handle: async ({ actor, params }) => ({
        customer: (await customers.export(actor, params.customerId)) ?? null,
      }),
    }),
    operation({
      ...write,
      id: 'createCustomer',
      summary: 'A customer without a way to sign in, for the till or the telephone',
      method: 'post',
      path: '/customers',
      body: newCustomerSchema,
      answer: customerOutcomeSchema,
      handle: ({ command, body }) => customers.create(command, body),
    }),
    operation({
      ...change,
      id: 'changeCustomer',
      summary: 'Name, email, telephone, language, groups',
      method: 'patch',
      path: '/customers/{customerId}',
      body: customerChangeSchema.shape.patch,
      handle: ({ command, params, body }) => customers.change(command, { ...params, patch: body }),
    }),
    operation({
      ...change,
      id: 'saveCustomerAddress',
      summary: 'Writes an address, a new one without an id',
      method: 'post',
      path: '/customers/{customerId}/addresses',
      body: saveAddressSchema.omit({ customerId: true }),
      handle: ({ command, params, body }) => customers.saveAddress(command, { ...params, ...body }),
    }),
    operation({
      ...change,
      id: 'saveCustomerTaxNumber',
      summary: 'Writes down a VAT number',
      method: 'post',
      path: '/customers/{customerId}/tax-numbers',
      body: ownNumberParams,
      handle: ({ command, params, body }) => customers.saveTaxNumber(command, { ...params, ...body }),
    }),
    operation({
      ...change,
      id: 'verifyCustomerTaxNumber',
      summary: 'Says that a VAT number is in use, or takes that back',
      method: 'patch',
      path: '/customers/{customerId}/tax-numbers/{vatId}',
      params: numberParams,
      body: verifyTaxNumberSchema.pick({ verified: true }),
      handle: ({ command, params, body }) => customers.verifyTaxNumber(command, { ...params, ...body }),
    }),
    operation({
      ...change,
      id: 'removeCustomerTaxNumber',
      summary: 'Takes a VAT number away',
      method: 'delete',
      path: '/customers/{customerId}/tax-numbers/{vatId}',
      params: numberParams,
      handle: ({ command, params }) => customers.removeTaxNumber(command, params),
    }),
    operation({
      ...change,
      id: 'saveCustomerCertificate',
      summary: 'Writes down a certificate that frees of taxes, a new one without an id',
      method: 'post',
      path: '/customers/{customerId}/certificates',
      body: certificateFields,
      handle: ({ command, params, body }) => customers.saveCertificate(command, { ...params, ...body }),
    }),
    operation({
      ...change,
      id: 'removeCustomerCertificate',
      summary: 'Takes a certificate away',
      method: 'delete',
      path: '/customers/{customerId}/certificates/{certificateId}',
      params: certificateParams,
      handle: ({ command, params }) => customers.removeCertificate(command, params),
    }),
    operation({
      ...change,
      id: 'addCustomerNote',
      summary: 'A note of staff, for staff',
      method: 'post',
      path: '/customers/{customerId}/notes',
      body: noteInput.omit({ customerId: true }),
      handle: ({ command, params, body }) => customers.addNote(command, { ...params, ...body }),
    }),
    operation({
      ...write,
      id: 'mergeCustomers',
      summary: 'Makes one customer of two: what the first had, the second has',
      method: 'post',
      path: '/customers/{customerId}/merges',
      params: customerParams,
      body: z.strictObject({ fromId: z.uuid('expected the id of a customer') }),
      answer: customerOutcomeSchema,
      handle: ({ command, params, body }) =>
        customers.merge(command, { fromId: body.fromId, intoId: params.customerId }),
    }),
    operation({
      ...write,
      id: 'eraseCustomer',
      summary: 'Forgets a customer, but for what bookkeeping needs',
      method: 'post',
      path: '/customers/{customerId}/erasures',
      params: customerParams,
      body: z.strictObject({}),
      answer: eraseOutcomeSchema,
      handle: ({ command, params }) => customers.erase(command, params),
    }),
  ];
}
