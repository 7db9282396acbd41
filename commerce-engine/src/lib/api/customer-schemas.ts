import { z } from '@hono/zod-openapi';
import type {
  AccountView,
  CredentialOutcome,
  LinkOutcome,
  MailedOutcome,
  ShopperSession,
  ShopperSignInOutcome,
} from '../accounts/accounts.views.ts';
import type {
  CustomerNoteView,
  CustomerOutcome,
  CustomerSummaryView,
  CustomerView,
  EraseOutcome,
} from '../customers/customers.views.ts';
import { addressView } from './order-schemas.ts';
import { customerActor, type SchemaOf } from './view-schemas.ts';

const head = {
  id: z.string(),
  number: z.string(),
  email: z.string().optional(),
  emailConfirmed: z.boolean(),
  name: z.string(),
  groups: z.array(z.string()).readonly(),
  createdAt: z.string(),
};

export const customerSummarySchema: SchemaOf<CustomerSummaryView> = z
  .strictObject(head)
  .openapi('CustomerSummary');

export const customerSchema: SchemaOf<CustomerView> = z
  .strictObject({
    ...head,
    phone: z.string().optional(),
    locale: z.string(),
    addresses: z
      .array(
        z.strictObject({
          id: z.string(),
          address: addressView,
          isShipping: z.boolean(),
          isBilling: z.boolean(),
        }),
      )
      .readonly(),
    consents: z
      .array(
        z.strictObject({
          purpose: z.string(),
          granted: z.boolean(),
          at: z.string(),
          source: z.string(),
          textVersion: z.string(),
        }),
      )
      .readonly(),
    wishes: z.array(z.strictObject({ kind: z.enum(['product', 'variant']), id: z.string() })).readonly(),
    taxNumbers: z
      .array(
        z.strictObject({
          vatId: z.string(),
          verified: z.strictObject({ at: z.string(), by: z.string() }).optional(),
        }),
      )
      .readonly(),
    certificates: z
      .array(
        z.strictObject({
          id: z.string(),
          number: z.string(),
          jurisdictions: z.array(z.string()).readonly().optional(),
          classes: z.array(z.string()).readonly().optional(),
          from: z.string().optional(),
          to: z.string().optional(),
        }),
      )
      .readonly(),
  })
  .openapi('Customer');

export const noteSchema: SchemaOf<CustomerNoteView> = z
  .strictObject({ id: z.string(), at: z.string(), author: z.string(), text: z.string() })
  .openapi('CustomerNote');

const kind = <Kind extends string>(name: Kind) => z.strictObject({ kind: z.literal(name) });

export const customerOutcomeSchema: SchemaOf<CustomerOutcome> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('done'), customer: customerSchema }),
    kind('no-customer'),
    kind('email-taken'),
    kind('no-address'),
    kind('no-paper'),
    z.strictObject({ kind: z.literal('too-many'), max: z.int() }),
  ])
  .openapi('CustomerOutcome');

export const eraseOutcomeSchema: SchemaOf<EraseOutcome> = z
  .discriminatedUnion('kind', [
    kind('erased'),
    kind('no-customer'),
    z.strictObject({ kind: z.literal('orders-open'), numbers: z.array(z.string()).readonly() }),
    kind('being-paid'),
  ])
  .openapi('EraseOutcome');

const session: SchemaOf<ShopperSession> & z.core.$ZodTypeDiscriminable = z.strictObject({
  kind: z.literal('signed-in'),
  token: z.string(),
  expiresAt: z.string(),
  actor: customerActor,
});
const tooMany = z.strictObject({ kind: z.literal('too-many-tries'), retryAfterSeconds: z.number() });

export const shopperSignInSchema: SchemaOf<ShopperSignInOutcome> = z
  .discriminatedUnion('kind', [session, kind('refused'), tooMany])
  .openapi('ShopperSignIn');
export const mailedSchema: SchemaOf<MailedOutcome> = z
  .discriminatedUnion('kind', [kind('mailed'), tooMany])
  .openapi('Mailed');
export const linkOutcomeSchema: SchemaOf<LinkOutcome> = z
  .discriminatedUnion('kind', [session, kind('link-over'), kind('email-taken')])
  .openapi('LinkOutcome');
export const credentialOutcomeSchema: SchemaOf<CredentialOutcome | { readonly kind: 'mailed' }> = z
  .discriminatedUnion('kind', [kind('done'), kind('refused'), kind('mailed'), tooMany])
  .openapi('CredentialOutcome');
export const accountSchema: SchemaOf<AccountView> = z
  .strictObject({
    hasPassword: z.boolean(),
    identities: z.array(z.string()).readonly(),
    sessions: z.int(),
  })
  .openapi('Account');
