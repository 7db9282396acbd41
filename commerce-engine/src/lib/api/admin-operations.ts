import { z } from '@hono/zod-openapi';
import type { CommerceEngine } from '../engine.ts';
import { saleSchema, setPricesSchema } from '../pricing/price-input.ts';
import { synonymsSchema } from '../search/synonyms.commands.ts';
import { channelSchema, locationSchema } from '../stores/stores-import.ts';
import { additionAdminOperations } from './addition-operations.ts';
import { attributeAdminOperations } from './attribute-operations.ts';
import { categoryAdminOperations } from './category-operations.ts';
import { orderAdminOperations } from './checkout-operations.ts';
import { customerAdminOperations } from './customer-operations.ts';
import { deliveryAdminOperations } from './delivery-operations.ts';
import { fulfilmentAdminOperations } from './fulfilment-operations.ts';
import { giftCardAdminOperations } from './gift-card-operations.ts';
import { invoiceAdminOperations } from './invoice-operations.ts';
import { loyaltyAdminOperations } from './loyalty-operations.ts';
import { officeAdminOperations } from './office-operations.ts';
import { type Operation, operation } from './operation.ts';
import { productAdminOperations } from './product-operations.ts';
import { promotionAdminOperations } from './promotion-operations.ts';
import { recommendationAdminOperations } from './recommendation-operations.ts';
import { attributeImportBody, categoryImportBody, productImportBody } from './request-schemas.ts';
import { simulationAdminOperations } from './simulation-operations.ts';
import { staffCartAdminOperations } from './staff-cart-operations.ts';
import { staffAdminOperations } from './staff-operations.ts';
import { stockCountAdminOperations } from './stock-count-operations.ts';
import { stockAdminOperations } from './stock-operations.ts';
import { storeCreditAdminOperations } from './store-credit-operations.ts';
import { taxAdminOperations } from './tax-operations.ts';
import { actorSchema, importOutcomeSchema, signInOutcomeSchema } from './view-schemas.ts';
import { webhookAdminOperations } from './webhook-operations.ts';

const synonymSchema = z
  .strictObject({ locale: z.string(), word: z.string(), also: z.array(z.string()) })
  .openapi('SynonymView');

/** What staff, partners and programs may ask. Only signing in is open to strangers. */
export function adminOperations(engine: CommerceEngine): Operation[] {
  return [
    ...sessionOperations(engine),
    ...importOperations(engine),
    ...changeOperations(engine),
    ...staffAdminOperations(engine),
    ...officeAdminOperations(engine),
    ...productAdminOperations(engine),
    ...categoryAdminOperations(engine),
    ...attributeAdminOperations(engine),
    ...taxAdminOperations(engine),
    ...deliveryAdminOperations(engine),
    ...orderAdminOperations(engine),
    ...additionAdminOperations(engine),
    ...staffCartAdminOperations(engine),
    ...giftCardAdminOperations(engine),
    ...stockAdminOperations(engine),
    ...stockCountAdminOperations(engine),
    ...storeCreditAdminOperations(engine),
    ...loyaltyAdminOperations(engine),
    ...recommendationAdminOperations(engine),
    ...fulfilmentAdminOperations(engine),
    ...invoiceAdminOperations(engine),
    ...promotionAdminOperations(engine),
    ...simulationAdminOperations(engine),
    ...webhookAdminOperations(engine),
    ...customerAdminOperations(engine),
  ];
}

const outcomes = z.object({ outcomes: z.array(importOutcomeSchema) });
const upserts = z.object({
  outcomes: z.array(z.object({ id: z.string(), kind: z.enum(['created', 'changed', 'unchanged']) })),
});

function sessionOperations({ identity }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'signIn',
      summary: 'A session for a member of staff',
      method: 'post',
      path: '/sessions',
      guessable: true,
      body: z.strictObject({ email: z.string().max(254), password: z.string().max(200) }),
      answer: signInOutcomeSchema,
      handle: ({ body, from }) => identity.signIn({ ...body, from }),
    }),
    operation({
      id: 'signOut',
      summary: 'Ends the session whose token this is',
      method: 'delete',
      path: '/sessions/current',
      needs: 'signed-in',
      answer: z.object({ ended: z.literal(true) }),
      handle: async ({ token }) => {
        await identity.signOut(token ?? '');
        return { ended: true as const };
      },
    }),
    operation({
      id: 'whoAmI',
      summary: 'Who a token belongs to',
      method: 'get',
      path: '/me',
      needs: 'signed-in',
      answer: actorSchema,
      handle: async ({ actor }) => (actor.kind === 'system' ? { kind: 'guest' } : copyOf(actor)),
    }),
  ];
}

function importOperations({ catalog, stores }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'importProducts',
      summary: 'Makes or changes products by handle, with prices and stock',
      method: 'post',
      path: '/product-imports',
      needs: 'catalog.write',
      changes: true,
      body: productImportBody,
      answer: outcomes,
      handle: async ({ command, body }) => ({
        outcomes: copyOf(await catalog.importProducts(command, body.products, { dryRun: body.dryRun })),
      }),
    }),
    operation({
      id: 'importCategories',
      summary: 'Makes or changes categories by handle',
      method: 'post',
      path: '/category-imports',
      needs: 'catalog.write',
      changes: true,
      body: categoryImportBody,
      answer: outcomes,
      handle: async ({ command, body }) => ({
        outcomes: copyOf(await catalog.importCategories(command, body.categories, { dryRun: body.dryRun })),
      }),
    }),
    operation({
      id: 'importAttributes',
      summary: 'Defines or changes attributes by key',
      method: 'post',
      path: '/attribute-imports',
      needs: 'catalog.write',
      changes: true,
      body: attributeImportBody,
      answer: outcomes,
      handle: async ({ command, body }) => ({
        outcomes: copyOf(await catalog.importAttributes(command, body.attributes, { dryRun: body.dryRun })),
      }),
    }),
    operation({
      id: 'importChannels',
      summary: 'Makes or changes channels by id',
      method: 'post',
      path: '/channel-imports',
      needs: 'staff.manage',
      changes: true,
      body: z.strictObject({ channels: z.array(channelSchema).max(100) }),
      answer: upserts,
      handle: async ({ command, body }) => ({
        outcomes: copyOf(await stores.importChannels(command, body.channels)),
      }),
    }),
    operation({
      id: 'importLocations',
      summary: 'Makes or changes locations by id',
      method: 'post',
      path: '/location-imports',
      needs: 'staff.manage',
      changes: true,
      body: z.strictObject({ locations: z.array(locationSchema).max(1_000) }),
      answer: upserts,
      handle: async ({ command, body }) => ({
        outcomes: copyOf(await stores.importLocations(command, body.locations)),
      }),
    }),
  ];
}

function changeOperations({ pricing, search }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'setPrices',
      summary: 'Prices that hold from now on',
      method: 'post',
      path: '/price-changes',
      needs: 'pricing.write',
      changes: true,
      body: z.strictObject({ prices: setPricesSchema }),
      answer: z.object({ changed: z.int() }),
      handle: ({ command, body }) => pricing.setPrices(command, body.prices),
    }),
    operation({
      id: 'scheduleSale',
      summary: 'Sale prices for a while, beside the regular ones',
      method: 'post',
      path: '/sales',
      needs: 'pricing.write',
      changes: true,
      body: saleSchema,
      answer: z.looseObject({ kind: z.string() }),
      handle: async ({ command, body }) => ({ ...(await pricing.scheduleSale(command, body)) }),
    }),
    operation({
      id: 'listSynonyms',
      summary: 'What else is looked for when a word is typed, by language and word',
      method: 'get',
      path: '/synonyms',
      needs: 'catalog.read',
      answer: z.object({ synonyms: z.array(synonymSchema) }),
      handle: async ({ actor }) => ({
        synonyms: (await search.synonyms(actor)).map(({ also, ...each }) => ({ ...each, also: [...also] })),
      }),
    }),
    operation({
      id: 'setSynonyms',
      summary: 'What else is looked for when a word is typed',
      method: 'post',
      path: '/synonyms',
      needs: 'catalog.write',
      changes: true,
      body: z.strictObject({ synonyms: synonymsSchema }),
      answer: z.object({ set: z.int() }),
      handle: ({ command, body }) => search.setSynonyms(command, body.synonyms),
    }),
  ];
}

/** The same value for a schema whose arrays may be written to. */
function copyOf<Value>(value: Value): Value extends readonly (infer Item)[] ? Item[] : Value {
  return (Array.isArray(value) ? [...value] : { ...value }) as never;
}
