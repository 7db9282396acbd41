import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { box, path } from './account-fields.ts';
import { ownNotice } from './account-notice.action.ts';
import type { OwnFormOutcome } from './account-outcome.ts';
import { getMyWishes, isWished } from './get-my-wishes.action.ts';

/**
 * Puts a product, named by id or slug, on the wish list of whoever is signed in, or takes it off; `signIn` is where others go to
 * do so, and what they wished is on their list then.
 */
export const setWish = defineMutation({
  id: 'account.set-wish',
  input: z
    .object({
      productId: z.string().min(1).max(200).optional(),
      slug: z.string().min(1).max(200).optional(),
      wished: box,
      signIn: path,
    })
    .refine(({ productId, slug }) => productId ?? slug, 'expected productId or slug'),
  output: type<OwnFormOutcome>(),
  updates: [getMyWishes, isWished],
  form: (outcome, { input, from, locale }) => {
    const notice = ownNotice(outcome, locale, input.wished ? 'wished' : 'unwished');
    if (outcome.kind !== 'signed-out' || !input.signIn) return { location: from, notice };
    const query = new URLSearchParams({ next: from });
    if (input.wished && input.slug) query.set('wish', input.slug);
    return { location: `${input.signIn}?${query}` };
  },
});
