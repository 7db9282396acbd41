import {
  type CommandContext,
  type CommerceClient,
  type CustomerOutcome,
  isUuid,
  regionsOf,
} from '@vitrine/commerce-engine/client';
import { type Handler, handleMutation, type MutationContext } from '@vitrine/data-actions/server';
import type { DeleteFormOutcome, OwnFormOutcome } from './account-outcome.ts';
import { changeDetails } from './change-details.action.ts';
import { changeEmail } from './change-email.action.ts';
import { changePassword } from './change-password.action.ts';
import { deleteAccount } from './delete-account.action.ts';
import { joinProgramme } from './join-programme.action.ts';
import { orProblems } from './refused-fields.server.ts';
import { removeAddress } from './remove-address.action.ts';
import { removeTaxNumber } from './remove-tax-number.action.ts';
import { saveAddress } from './save-address.action.ts';
import { saveTaxNumber } from './save-tax-number.action.ts';
import { setConsent } from './set-consent.action.ts';
import { setWish } from './set-wish.action.ts';
import { marketOf, shopperOf } from './shopper-of.server.ts';

/** What customers change of their own account. */
export function ownAccountAnswers(commerce: CommerceClient): Handler[] {
  const { accounts, customers } = commerce;

  async function own(
    context: MutationContext,
    given: Readonly<Record<string, unknown>>,
    work: (command: CommandContext) => Promise<CustomerOutcome>,
  ): Promise<OwnFormOutcome> {
    const actor = await shopperOf(commerce, context);
    if (!actor) return { kind: 'signed-out' };
    const { idempotencyKey } = context;
    const outcome = await orProblems(() => work({ actor, idempotencyKey }), given);
    switch (outcome.kind) {
      case 'done':
      // It is gone, which is what was asked for.
      case 'no-address':
      case 'no-paper':
        return { kind: 'saved' };
      case 'no-customer':
        return { kind: 'signed-out' };
      case 'email-taken':
        return { kind: 'problems', problems: { email: 'refused' } };
      default:
        return outcome;
    }
  }

  return [
    handleMutation(changeDetails, ({ name, phone, locale }, context) =>
      own(context, { name, phone }, (command) =>
        customers.change(command, { name, phone, ...(locale && { locale }) }),
      ),
    ),
    handleMutation(
      saveAddress,
      async ({ addressId, isShipping, isBilling, next: _, ...fields }, context): Promise<OwnFormOutcome> => {
        const { name, company, street, extra, postalCode, city, country } = fields;
        const region = regionIn(fields);
        if (region === 'missing') return { kind: 'problems', problems: { region } };
        const address = {
          name,
          street,
          postalCode,
          city,
          country,
          ...(company.trim() && { company }),
          ...(extra.trim() && { extra }),
          ...(region && { region }),
        };
        return own(context, fields, (command) =>
          customers.saveAddress(command, {
            address,
            ...(addressId && isUuid(addressId) && { addressId }),
            ...(isShipping && { isShipping }),
            ...(isBilling && { isBilling }),
          }),
        );
      },
    ),
    handleMutation(removeAddress, async ({ addressId }, context): Promise<OwnFormOutcome> => {
      if (!isUuid(addressId)) return { kind: 'saved' };
      return own(context, {}, (command) => customers.removeAddress(command, addressId));
    }),
    handleMutation(saveTaxNumber, ({ vatId }, context) =>
      own(context, { vatId }, (command) => customers.saveTaxNumber(command, vatId)),
    ),
    handleMutation(removeTaxNumber, ({ vatId }, context) =>
      own(context, { vatId }, (command) => customers.removeTaxNumber(command, vatId)),
    ),
    handleMutation(setConsent, ({ purpose, granted, textVersion }, context) =>
      own(context, {}, (command) =>
        customers.consent(command, { purpose, granted, textVersion, source: 'account-page' }),
      ),
    ),
    handleMutation(setWish, ({ productId, slug = '', wished }, context) =>
      own(context, {}, async (command) => {
        const id = productId ?? (await commerce.catalog.productsBySlug(marketOf(context), [slug]))[0]?.id;
        // What is not sold any more is no wish to keep.
        if (id === undefined) return { kind: 'no-address' };
        return customers.wish(command, { kind: 'product', id, wished });
      }),
    ),
    handleMutation(joinProgramme, async ({ programmeId }, context): Promise<OwnFormOutcome> => {
      const actor = await shopperOf(commerce, context);
      if (!actor) return { kind: 'signed-out' };
      const { idempotencyKey } = context;
      // A programme that has ended meanwhile is not on the page any more, which says enough.
      await commerce.loyalty.join({ actor, idempotencyKey }, marketOf(context), programmeId);
      return { kind: 'saved' };
    }),
    handleMutation(changePassword, async (fields, context): Promise<OwnFormOutcome> => {
      const actor = await shopperOf(commerce, context);
      if (!actor) return { kind: 'signed-out' };
      const { caller: from, sessionId, idempotencyKey } = context;
      const outcome = await orProblems(
        () =>
          accounts.changePassword({ actor, idempotencyKey }, fields, {
            from,
            ...(sessionId !== undefined && { token: sessionId }),
          }),
        fields,
      );
      return credentials(outcome, 'current');
    }),
    handleMutation(changeEmail, async ({ email, password }, context): Promise<OwnFormOutcome> => {
      const actor = await shopperOf(commerce, context);
      if (!actor) return { kind: 'signed-out' };
      const { caller: from, idempotencyKey } = context;
      const outcome = await orProblems(
        () => accounts.changeEmail({ actor, idempotencyKey }, { email, password }, { from }),
        { email, password },
      );
      return credentials(outcome, 'password');
    }),
    handleMutation(deleteAccount, async ({ email }, context): Promise<DeleteFormOutcome> => {
      const actor = await shopperOf(commerce, context);
      if (!actor) return { kind: 'signed-out' };
      if (email.trim().toLowerCase() !== actor.email.toLowerCase())
        return { kind: 'problems', problems: { email: email.trim() ? 'refused' : 'missing' } };
      const { idempotencyKey } = context;
      const outcome = await customers.erase({ actor, idempotencyKey });
      if (outcome.kind === 'orders-open' || outcome.kind === 'being-paid') return outcome;
      context.remember({ sessionId: undefined, cartId: undefined, viewed: undefined });
      return { kind: 'erased' };
    }),
  ];
}

/** The region of an address, `US-CA` in the form; one of another country counts for nothing. Taxes hang on it, where addresses name one. */
function regionIn({ region, country }: { region: string; country: string }): string | undefined {
  if (regionsOf(country).length === 0) return undefined;
  const [, code] = new RegExp(`^${country}-(.+)$`).exec(region.trim()) ?? [];
  return code ?? 'missing';
}

type Credentials = Awaited<ReturnType<CommerceClient['accounts']['changeEmail']>>;

/** `field` = where the present password was asked for. */
function credentials(
  outcome: Credentials | Extract<OwnFormOutcome, { kind: 'problems' }>,
  field: 'current' | 'password',
): OwnFormOutcome {
  if (outcome.kind === 'done') return { kind: 'saved' };
  return outcome.kind === 'refused' ? { kind: 'problems', problems: { [field]: 'refused' } } : outcome;
}
