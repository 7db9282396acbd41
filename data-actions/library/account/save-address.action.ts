import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { addressNames, box, field, path } from './account-fields.ts';
import { ownNotice } from './account-notice.action.ts';
import type { OwnFormOutcome } from './account-outcome.ts';
import { againOf } from './again-of.ts';
import { getProfile } from './get-profile.action.ts';

/** Writes an address of whoever is signed in, a new one without an id. */
export const saveAddress = defineMutation({
  id: 'account.save-address',
  input: z.object({
    addressId: z.string().max(100).optional(),
    name: field,
    company: field,
    street: field,
    extra: field,
    postalCode: field,
    city: field,
    region: field,
    country: field,
    isShipping: box,
    isBilling: box,
    next: path,
  }),
  output: type<OwnFormOutcome>(),
  updates: [getProfile],
  form: (outcome, { input, from, locale }) => ({
    location: outcome.kind === 'saved' ? input.next || from : from,
    notice: ownNotice(outcome, locale),
    ...againOf(outcome, [...addressNames, 'addressId', 'isShipping', 'isBilling']),
  }),
});
