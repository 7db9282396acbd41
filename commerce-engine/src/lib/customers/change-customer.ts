import { newId, type Transaction } from '@vitrine/database';
import type { z } from 'zod';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { parseInput } from '../parse-input.ts';
import type { VatRegisterQuestion } from '../tax/vat-register.ts';
import { removeAddress, saveAddress } from './addresses.commands.ts';
import {
  type CertificateInput,
  type ConsentInput,
  type CustomerPatch,
  certificateSchema,
  consentSchema,
  customerChangeSchema,
  type NoteInput,
  noteSchema,
  ownChangeSchema,
  removeAddressSchema,
  removeCertificateSchema,
  type SaveAddressInput,
  saveAddressSchema,
  type TaxNumberInput,
  taxNumberSchema,
  type VerifyTaxNumberInput,
  verifyTaxNumberSchema,
  type WishInput,
  wishSchema,
} from './customer-input.ts';
import type { CustomersTables } from './customers.tables.ts';
import type { CustomerOutcome } from './customers.views.ts';
import { isEmailTaken, type KeptCustomer, lockCustomer, updateCustomer } from './keep-customer.ts';
import type { PersonalRooms } from './personal-rooms.ts';
import {
  removeCertificate,
  removeTaxNumber,
  saveCertificate,
  saveTaxNumber,
  verifyTaxNumber,
} from './tax-papers.commands.ts';
import { changeWish, MOST_WISHES } from './wish-list.commands.ts';

/** What customers change of themselves, and staff of them. */
export interface CustomerChanges {
  /** Customers may change name, telephone and language; email and groups are for staff. */
  change(
    command: CommandContext,
    input: { readonly customerId: string; readonly patch: CustomerPatch },
  ): Promise<CustomerOutcome>;
  saveAddress(command: CommandContext, input: SaveAddressInput): Promise<CustomerOutcome>;
  removeAddress(
    command: CommandContext,
    input: { readonly customerId: string; readonly addressId: string },
  ): Promise<CustomerOutcome>;
  /** Writes down a VAT number; where there is a register, it is asked. @throws CommerceError `bad_input` when that does not know it. */
  saveTaxNumber(command: CommandContext, input: TaxNumberInput): Promise<CustomerOutcome>;
  removeTaxNumber(command: CommandContext, input: TaxNumberInput): Promise<CustomerOutcome>;
  /** Needs `customers.write`. Says that a number is in use, or takes that back. */
  verifyTaxNumber(command: CommandContext, input: VerifyTaxNumberInput): Promise<CustomerOutcome>;
  /** Needs `customers.write`. Writes a certificate down, a new one without an id. */
  saveCertificate(command: CommandContext, input: CertificateInput): Promise<CustomerOutcome>;
  /** Needs `customers.write`. */
  removeCertificate(
    command: CommandContext,
    input: { readonly customerId: string; readonly certificateId: string },
  ): Promise<CustomerOutcome>;
  /** Adds to the ledger of what they agreed to. */
  consent(command: CommandContext, input: ConsentInput): Promise<CustomerOutcome>;
  /** Puts something on the wish list, or takes it off. */
  wish(command: CommandContext, input: WishInput): Promise<CustomerOutcome>;
  /** Needs `customers.write`. */
  addNote(command: CommandContext, input: NoteInput): Promise<CustomerOutcome>;
}

/** What came of the change itself. */
export type Changed = Exclude<CustomerOutcome, { kind: 'done' }> | { readonly kind: 'saved' };

export function isOwn(actor: Actor, customerId: string): boolean {
  return actor.kind === 'customer' && actor.id === customerId;
}

/** @param helpers `told` = the customer afterwards, as the caller is told. */
export function createCustomerChanges(
  context: EngineContext,
  { newEmails }: Pick<PersonalRooms, 'newEmails'>,
  {
    told,
    isInUse,
  }: {
    readonly told: (customerId: string, changed: Changed) => Promise<CustomerOutcome>;
    readonly isInUse: VatRegisterQuestion;
  },
): CustomerChanges {
  const { clock } = context;

  async function change<Body extends { readonly customerId: string }>(
    command: CommandContext,
    { name, schema, input }: { name: string; schema: z.ZodType<Body>; input: unknown },
    work: (tx: Transaction, customer: KeptCustomer, body: Body) => Promise<Changed>,
  ): Promise<CustomerOutcome> {
    const body = parseInput(schema, input, 'this change of a customer');
    const { customerId } = body;
    const { actor } = command;
    const own = isOwn(actor, customerId);
    const call = {
      name,
      body,
      ...(!own && ({ capability: 'customers.write', auditsItself: true } as const)),
    };
    const outcome = await runCommand<Changed>(context, command, call, async (tx) => {
      const customer = await lockCustomer(tx, customerId);
      if (!customer) return { kind: 'no-customer' };
      const done = await work(tx, customer, body);
      if (done.kind !== 'saved') return done;
      const subject = `customer:${customerId}`;
      const detail = 'patch' in body ? { changed: Object.keys(body.patch as object) } : {};
      if (!own) await recordAudit(tx, { actor, action: name, subject, detail, at: clock() });
      await tx.emit({ kind: 'customer.changed', payload: { customerId } });
      return done;
    });
    return told(customerId, outcome);
  }

  return {
    change(command, input) {
      const own = isOwn(command.actor, input.customerId);
      const schema: z.ZodType<{ customerId: string; patch: CustomerPatch }> = own
        ? ownChangeSchema
        : customerChangeSchema;
      return change(command, { name: 'customers.change', schema, input }, async (tx, customer, body) => {
        const { email, groups, phone, ...rest } = body.patch;
        const isOther = email !== undefined && email !== customer.email;
        if (isOther && (await isEmailTaken(tx, email, customer.id))) return { kind: 'email-taken' };
        await updateCustomer(tx, customer.id, {
          ...rest,
          ...(phone !== undefined && { phone: phone || null }),
          ...(groups && { groups: [...new Set(groups)] }),
          ...(isOther && { email, email_confirmed_at: null }),
          updated_at: clock(),
        });
        const { id, email: from, locale } = customer;
        const wasConfirmed = customer.email_confirmed_at !== null;
        if (isOther && from !== null)
          for (const tell of newEmails)
            await tell(tx, { id, from, to: email, locale: rest.locale ?? locale, wasConfirmed });
        return { kind: 'saved' };
      });
    },
    saveAddress: (command, input) =>
      change(
        command,
        { name: 'customers.saveAddress', schema: saveAddressSchema, input },
        (tx, customer, body) => saveAddress(tx, customer, body, clock()),
      ),
    removeAddress: (command, input) =>
      change(
        command,
        { name: 'customers.removeAddress', schema: removeAddressSchema, input },
        (tx, customer, { addressId }) => removeAddress(tx, customer, addressId, clock()),
      ),
    async saveTaxNumber(command, input) {
      const { vatId } = parseInput(taxNumberSchema, input, 'this VAT number');
      // Never while the customer is held.
      const register = await isInUse(vatId);
      return change(
        command,
        { name: 'customers.saveTaxNumber', schema: taxNumberSchema, input },
        (tx, _, body) => {
          const at = clock();
          return saveTaxNumber(tx, body, { at, verified: register && { at, by: register.by } });
        },
      );
    },
    removeTaxNumber: (command, input) =>
      change(command, { name: 'customers.removeTaxNumber', schema: taxNumberSchema, input }, (tx, _, body) =>
        removeTaxNumber(tx, body),
      ),
    async verifyTaxNumber(command, input) {
      requireCapability(command.actor, 'customers.write');
      return change(
        command,
        { name: 'customers.verifyTaxNumber', schema: verifyTaxNumberSchema, input },
        (tx, _, { verified, ...which }) =>
          verifyTaxNumber(tx, which, verified ? { at: clock(), by: actorName(command.actor) } : undefined),
      );
    },
    async saveCertificate(command, input) {
      requireCapability(command.actor, 'customers.write');
      return change(
        command,
        { name: 'customers.saveCertificate', schema: certificateSchema, input },
        (tx, _, body) => saveCertificate(tx, body, { at: clock(), by: actorName(command.actor) }),
      );
    },
    async removeCertificate(command, input) {
      requireCapability(command.actor, 'customers.write');
      return change(
        command,
        { name: 'customers.removeCertificate', schema: removeCertificateSchema, input },
        (tx, _, body) => removeCertificate(tx, body),
      );
    },
    consent: (command, input) =>
      change(
        command,
        { name: 'customers.consent', schema: consentSchema, input },
        async (tx, customer, { customerId: _, textVersion, ...entry }) => {
          await tx
            .tables<CustomersTables>()
            .insertInto('customers_consent')
            .values({
              ...entry,
              id: newId(),
              customer_id: customer.id,
              text_version: textVersion,
              at: clock(),
            })
            .execute();
          return { kind: 'saved' };
        },
      ),
    wish: (command, input) =>
      change(
        command,
        { name: 'customers.wish', schema: wishSchema, input },
        async (tx, _, { customerId, ...wish }) =>
          (await changeWish(tx, customerId, wish, clock()))
            ? { kind: 'saved' }
            : { kind: 'too-many', max: MOST_WISHES },
      ),
    addNote(command, input) {
      requireCapability(command.actor, 'customers.write');
      return change(
        command,
        { name: 'customers.addNote', schema: noteSchema, input },
        async (tx, customer, { text }) => {
          const { actor } = command;
          await tx
            .tables<CustomersTables>()
            .insertInto('customers_note')
            .values({
              id: newId(),
              customer_id: customer.id,
              at: clock(),
              author: actorName(actor),
              author_name: actor.kind === 'staff' ? actor.name : '',
              body: text,
            })
            .execute();
          return { kind: 'saved' };
        },
      );
    },
  };
}
