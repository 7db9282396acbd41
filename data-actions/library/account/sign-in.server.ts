import type { CommerceClient } from '@vitrine/commerce-engine/client';
import { type Handler, handleMutation, type MutationContext } from '@vitrine/data-actions/server';
import type { LinkFormOutcome, MailedFormOutcome, SignedIn, SignInFormOutcome } from './account-outcome.ts';
import { askForLink } from './ask-for-link.action.ts';
import { askForReset } from './ask-for-reset.action.ts';
import { followLink } from './follow-link.action.ts';
import { orProblems } from './refused-fields.server.ts';
import { setPassword } from './set-password.action.ts';
import { commandOf, marketOf, shopperOf } from './shopper-of.server.ts';
import { signIn } from './sign-in.action.ts';
import { signOut } from './sign-out.action.ts';
import { signUp } from './sign-up.action.ts';

type Session = Extract<Awaited<ReturnType<CommerceClient['accounts']['signIn']>>, { kind: 'signed-in' }>;

/** How shoppers come in and go. */
export function signInAnswers(
  commerce: CommerceClient,
  onTrouble: (error: unknown, what: string) => void,
): Handler[] {
  const { accounts, cart, catalog, customers } = commerce;

  /** Keeps the session, and takes the cart along that was filled before. */
  async function begin({ token, actor }: Session, context: MutationContext): Promise<SignedIn> {
    const { cartId, idempotencyKey } = context;
    const taken = await cart.takeOver(
      { actor, idempotencyKey: `${idempotencyKey}-cart` },
      marketOf({ ...context, customerGroup: actor.group ?? 'anyone' }),
      cartId === undefined ? {} : { cartId },
    );
    context.remember({ sessionId: token, cartId: taken.cartId });
    return { kind: 'signed-in', name: actor.name };
  }

  /**
   * Whoever has signed in is in, whatever becomes of their wish.
   * @returns whether the product is on the list now: it may not be sold any more, and lists can be full.
   */
  async function keepWish({ actor }: Session, slug: string, context: MutationContext): Promise<boolean> {
    try {
      const [product] = await catalog.productsBySlug(marketOf(context), [slug]);
      if (!product) return false;
      const command = { actor, idempotencyKey: `${context.idempotencyKey}-wish` };
      const { kind } = await customers.wish(command, { kind: 'product', id: product.id, wished: true });
      return kind === 'done';
    } catch (error) {
      onTrouble(error, 'a wish could not be kept while somebody signed in');
      return false;
    }
  }

  /** With the same answer for an address with and without an account; what is no address at all is said. */
  function mailed(
    ask: (input: { email: string; locale: string; from: string }) => Promise<MailedFormOutcome>,
    email: string,
    { locale, caller }: MutationContext,
  ): Promise<MailedFormOutcome> {
    return orProblems(() => ask({ email, locale, from: caller }), { email });
  }

  return [
    handleMutation(signIn, async ({ email, password, wish }, context): Promise<SignInFormOutcome> => {
      if (!email.trim() || !password)
        return {
          kind: 'problems',
          problems: { ...(!email.trim() && { email: 'missing' }), ...(!password && { password: 'missing' }) },
        };
      const outcome = await accounts.signIn({ email, password, from: context.caller });
      if (outcome.kind === 'signed-in') {
        const begun = await begin(outcome, context);
        const wished = wish ? await keepWish(outcome, wish, context) : false;
        return { ...begun, ...(wished && { wished }) };
      }
      return outcome.kind === 'refused' ? { kind: 'problems', problems: { password: 'refused' } } : outcome;
    }),
    handleMutation(signUp, ({ email, name, password }, { locale, caller }) => {
      const fields = { email, name, password };
      return orProblems<MailedFormOutcome>(
        () => accounts.signUp({ ...fields, locale, from: caller }),
        fields,
      );
    }),
    handleMutation(askForLink, ({ email }, context) =>
      mailed((input) => accounts.askForLink(input), email, context),
    ),
    handleMutation(askForReset, ({ email }, context) =>
      mailed((input) => accounts.askForReset(input), email, context),
    ),
    handleMutation(followLink, async ({ token }, context): Promise<LinkFormOutcome> => {
      const outcome = await accounts.followLink({ token: token.slice(0, 200) });
      return outcome.kind === 'signed-in' ? begin(outcome, context) : outcome;
    }),
    handleMutation(setPassword, async ({ token, password }, context): Promise<LinkFormOutcome> => {
      const outcome = await orProblems(() => accounts.reset({ token: token.slice(0, 200), password }), {
        password,
      });
      return outcome.kind === 'signed-in' ? begin(outcome, context) : outcome;
    }),
    handleMutation(signOut, async ({ everywhere }, context) => {
      const { sessionId } = context;
      if (everywhere && (await shopperOf(commerce, context)))
        await accounts.signOutEverywhere(await commandOf(commerce, context));
      else if (sessionId !== undefined) await accounts.signOut(sessionId);
      context.remember({ sessionId: undefined, cartId: undefined, viewed: undefined });
      return { kind: 'signed-out' as const };
    }),
  ];
}
