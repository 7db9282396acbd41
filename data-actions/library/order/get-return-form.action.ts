import { definePrivateAction, type TypedForm, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { cartSource } from '../sources.action.ts';

/** The form that announces a return: what was sent of it before this page, and what makes it one however often it is sent. */
export interface ReturnForm {
  readonly sent?: TypedForm;
  readonly key: string;
}

export const getReturnForm = definePrivateAction({
  id: 'order.return-form',
  source: cartSource,
  input: z.object({}),
  output: type<ReturnForm>(),
});
