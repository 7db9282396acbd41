import type { InsteadChoices } from '@vitrine/commerce-engine/client';
import { definePrivateAction, type TypedForm, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { cartSource } from '../sources.action.ts';

/** The form that announces a return of an order: what was sent of it before this page, and what makes it one however often it is sent. */
export interface ReturnForm {
  readonly sent?: TypedForm;
  readonly key: string;
  /** What can be had instead, by line. */
  readonly instead: readonly InsteadChoices[];
}

export const getReturnForm = definePrivateAction({
  id: 'order.return-form',
  source: cartSource,
  input: z.object({ id: z.string().max(200), key: z.string().max(200).optional() }),
  output: type<ReturnForm>(),
});
