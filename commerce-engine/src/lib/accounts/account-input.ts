import { z } from 'zod';
import { emailSchema } from '../customers/customer-input.ts';

/** A password somebody chooses. */
export const newPasswordSchema = z
  .string()
  .min(8, 'expected at least 8 characters')
  .max(200, 'expected at most 200 characters');
const from = z.string().max(200);
const locale = z.string().min(2).max(35);

export const signUpSchema = z.strictObject({
  email: emailSchema,
  name: z.string().trim().min(1, 'expected a name').max(200, 'expected at most 200 characters'),
  password: newPasswordSchema,
  locale,
  from,
});
export type SignUpInput = z.infer<typeof signUpSchema>;

export const shopperSignInSchema = z.strictObject({
  email: z.string().max(1_000),
  password: z.string().max(1_000),
  from,
});
export type ShopperSignInInput = z.infer<typeof shopperSignInSchema>;

export const askForMailSchema = z.strictObject({ email: emailSchema, locale, from });
export type AskForMailInput = z.infer<typeof askForMailSchema>;

/** `wish` = what was to be put on the wish list; it stands in the link. */
export const askForLinkSchema = askForMailSchema.extend({ wish: z.string().min(1).max(200).optional() });
export type AskForLinkInput = z.infer<typeof askForLinkSchema>;

const token = z.string().max(200);
export const followLinkSchema = z.strictObject({ token });
export const resetSchema = z.strictObject({ token, password: newPasswordSchema });
export type ResetInput = z.infer<typeof resetSchema>;

export const changePasswordSchema = z.strictObject({
  current: z.string().max(1_000),
  password: newPasswordSchema,
});
export const changeEmailSchema = z.strictObject({
  email: emailSchema,
  /** Asked for where there is one. */
  password: z.string().max(1_000).default(''),
});
