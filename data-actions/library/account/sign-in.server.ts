import type { CommerceClient } from '@vitrine/commerce-engine/client';
import { type Handler, handleMutation, type MutationContext } from '@vitrine/data-actions/server';
import type { LinkFormOutcome, MailedFormOutcome, SignedIn, SignInFormOutcome } from './account-outcome.ts';
import { askForLink } from './ask-for-link.action.ts';
import { askForReset } from './ask-for-reset.action.ts';
import { followLink } from './follow-link.action.ts';
import { keepWish } from './keep-wish.server.ts';
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
  const { accounts, cart } = commerce;

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

  /** Begins, with what was wished for before on the list. */
  async function beginWith(
    wish: string | undefined,
    session: Session,
    context: MutationContext,
  ): Promise<SignedIn> {
    const begun = await begin(session, context);
    if (!wish) return begun;
    const wished = await keepWish(commerce, {
      slug: wish,
      actor: session.actor,
      market: marketOf(context),
      idempotencyKey: `${context.idempotencyKey}-wish`,
      onTrouble,
    });
    return { ...begun, ...(wished && { wished }) };
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
      if (outcome.kind === 'signed-in') return beginWith(wish, outcome, context);
      return outcome.kind === 'refused' ? { kind: 'problems', problems: { password: 'refused' } } : outcome;
    }),
    handleMutation(signUp, ({ email, name, password }, { locale, caller }) => {
      const fields = { email, name, password };
      return orProblems<MailedFormOutcome>(
        () => accounts.signUp({ ...fields, locale, from: caller }),
        fields,
      );
    }),
    handleMutation(askForLink, ({ email, wish }, context) =>
      mailed((input) => accounts.askForLink({ ...input, ...(wish && { wish }) }), email, context),
    ),
    handleMutation(askForReset, ({ email }, context) =>
      mailed((input) => accounts.askForReset(input), email, context),
    ),
    handleMutation(followLink, async ({ token, wish }, context): Promise<LinkFormOutcome> => {
      const outcome = await accounts.followLink({ token: token.slice(0, 200) });
      return outcome.kind === 'signed-in' ? beginWith(wish, outcome, context) : outcome;
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
