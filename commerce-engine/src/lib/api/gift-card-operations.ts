import { z } from '@hono/zod-openapi';
import type { CommerceEngine } from '../engine.ts';
import { issueGiftCardSchema } from '../gift-cards/gift-cards.ts';
import type {
  GiftCardCheck,
  GiftCardDetail,
  GiftCardView,
  IssuedGiftCard,
} from '../gift-cards/gift-cards.views.ts';
import { sendAgainSchema } from '../gift-cards/sold/send-again.ts';
import { setRecipientSchema } from '../gift-cards/sold/set-recipient.ts';
import { giftCardProductSchema } from '../gift-cards/sold/sold-gift-cards.ts';
import { type Operation, operation } from './operation.ts';
import { moneySchema, orNone, type SchemaOf } from './view-schemas.ts';

export const giftCardRefusals = z.enum([
  'unknown',
  'locked',
  'blocked',
  'over',
  'empty',
  'other-currency',
  'buys-gift-cards',
]);

const view = {
  id: z.string(),
  last4: z.string(),
  state: z.enum(['active', 'blocked']),
  issued: moneySchema,
  balance: moneySchema,
  issuedAt: z.string(),
  expiresAt: z.string().optional(),
  note: z.string(),
};
const cardSchema: SchemaOf<GiftCardView> = z.strictObject(view).openapi('GiftCard');
const issuedSchema: SchemaOf<IssuedGiftCard> = z
  .strictObject({ ...view, code: z.string(), pin: z.string() })
  .openapi('IssuedGiftCard', { description: 'Code and PIN are told now and never again.' });
const detailSchema: SchemaOf<GiftCardDetail> = z
  .strictObject({
    ...view,
    soldWith: z.strictObject({ orderId: z.string(), orderNumber: z.string() }).optional().openapi({
      description: 'The order it was bought with; absent = it was issued by staff, or taken over.',
    }),
    entries: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['issued', 'spent', 'given-back', 'adjusted']),
        amount: moneySchema,
        at: z.string(),
      }),
    ),
  })
  .openapi('GiftCardDetail');
const checkSchema: SchemaOf<GiftCardCheck> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('good'), card: cardSchema }),
  z.strictObject({ kind: z.literal('refused'), reason: giftCardRefusals }),
]);

/** What shoppers may ask about gift cards. By POST: a code does not belong into the address of a request. */
export function giftCardStoreOperations({ giftCards }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'checkGiftCard',
      summary: 'What is left on a gift card',
      method: 'post',
      path: '/gift-card-checks',
      guessable: true,
      body: z.strictObject({
        code: z.string().max(60),
        pin: z.string().max(20),
        currency: z.string().length(3),
      }),
      answer: checkSchema,
      handle: ({ body }) => giftCards.check(body),
    }),
  ];
}

export function giftCardAdminOperations({ giftCards, soldGiftCards }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'issueGiftCard',
      summary: 'A new gift card; code and PIN are told once',
      method: 'post',
      path: '/gift-cards',
      needs: 'giftcards.write',
      changes: true,
      body: issueGiftCardSchema,
      answer: issuedSchema,
      handle: ({ command, body }) => giftCards.issue(command, body),
    }),
    operation({
      id: 'listGiftCards',
      summary: 'Gift cards, the newest first',
      method: 'get',
      path: '/gift-cards',
      needs: 'giftcards.write',
      query: z.object({
        limit: z.coerce.number().int().min(1).max(100).optional(),
        after: z.uuid('expected the id of a gift card').optional(),
        q: z
          .string()
          .max(200)
          .optional()
          .openapi({ description: 'The last four of a code, or a part of a note.' }),
        state: z.enum(['active', 'blocked']).optional(),
      }),
      answer: z.object({
        giftCards: z.array(cardSchema),
        next: z
          .string()
          .optional()
          .openapi({ description: '`after` of the next page; absent = that was all.' }),
      }),
      handle: async ({ actor, query: { limit = 50, ...query } }) => {
        const page = await giftCards.list(actor, { ...query, limit });
        const after = page.length === limit ? page.at(-1)?.id : undefined;
        const isMore =
          after !== undefined && (await giftCards.list(actor, { ...query, after, limit: 1 })).length > 0;
        return { giftCards: [...page], ...(isMore && { next: after }) };
      },
    }),
    operation({
      id: 'getGiftCard',
      summary: 'One gift card with its ledger; null when there is none',
      method: 'get',
      path: '/gift-cards/{giftCardId}',
      needs: 'giftcards.write',
      params: z.object({ giftCardId: z.uuid('expected the id of a gift card') }),
      answer: z.object({ giftCard: orNone(detailSchema) }),
      handle: async ({ actor, params: { giftCardId } }) => {
        const card = await giftCards.get(actor, giftCardId);
        const soldWith = card && (await soldGiftCards.soldWith(actor, giftCardId));
        return { giftCard: card ? { ...card, ...(soldWith && { soldWith }) } : null };
      },
    }),
    operation({
      id: 'sendGiftCardAgain',
      summary: 'Mails a card to whoever bought it, with the code it has or a new one',
      method: 'post',
      path: '/gift-cards/{giftCardId}/mailings',
      needs: 'giftcards.write',
      changes: true,
      params: z.object({ giftCardId: z.uuid('expected the id of a gift card') }),
      body: sendAgainSchema.omit({ id: true }),
      answer: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('queued') }),
        z.strictObject({ kind: z.literal('not-sold') }),
        z.strictObject({ kind: z.literal('not-usable') }),
        z.strictObject({ kind: z.literal('nobody') }),
      ]),
      handle: ({ command, params, body }) =>
        soldGiftCards.sendAgain(command, { id: params.giftCardId, ...body }),
    }),
    operation({
      id: 'setGiftCardRecipient',
      summary: 'To whom and when the gift cards of a line are mailed that are for somebody else',
      method: 'post',
      path: '/orders/{orderId}/lines/{lineId}/recipient',
      needs: 'orders.write',
      changes: true,
      params: setRecipientSchema.pick({ orderId: true, lineId: true }),
      body: setRecipientSchema.shape.recipient,
      answer: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('changed') }),
        z.strictObject({ kind: z.literal('not-given') }),
        z.strictObject({ kind: z.literal('too-late') }),
        z.strictObject({ kind: z.literal('nobody') }),
      ]),
      handle: ({ command, params, body }) =>
        soldGiftCards.setRecipient(command, { ...params, recipient: body }),
    }),
    operation({
      id: 'listGiftCardProducts',
      summary: 'Products of which each piece is a gift card',
      method: 'get',
      path: '/gift-card-products',
      needs: 'giftcards.write',
      answer: z.object({ productIds: z.array(z.string()) }),
      handle: async ({ actor }) => ({ productIds: [...(await soldGiftCards.products(actor))] }),
    }),
    operation({
      id: 'setGiftCardProduct',
      summary: 'Says whether each piece of a product is a gift card worth what it cost',
      method: 'post',
      path: '/gift-card-products/{productId}',
      needs: 'giftcards.write',
      changes: true,
      params: z.object({ productId: z.string().min(1).max(200) }),
      body: giftCardProductSchema.omit({ productId: true }),
      answer: z.object({ done: z.literal(true) }),
      handle: async ({ command, params, body }) => {
        await soldGiftCards.setProduct(command, { ...params, ...body });
        return { done: true as const };
      },
    }),
    operation({
      id: 'blockGiftCard',
      summary: 'Blocks a gift card, or opens it again',
      method: 'post',
      path: '/gift-cards/{giftCardId}/blockings',
      needs: 'giftcards.write',
      changes: true,
      params: z.object({ giftCardId: z.uuid('expected the id of a gift card') }),
      body: z.strictObject({ blocked: z.boolean() }),
      answer: z.object({ done: z.literal(true) }),
      handle: async ({ command, params, body }) => {
        await giftCards.setBlocked(command, { id: params.giftCardId, ...body });
        return { done: true as const };
      },
    }),
  ];
}
