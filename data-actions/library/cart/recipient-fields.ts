import { z } from 'zod';

const field = z.string().max(2000).optional();

/** For whom a gift card is, as a form sends it. What can be used of it is for the engine to judge. */
export const recipientFields = {
  recipientName: field,
  recipientEmail: field,
  recipientMessage: field,
  /** `YYYY-MM-DD`. */
  recipientDay: field,
};

type Fields = { readonly [Key in keyof typeof recipientFields]?: string | undefined };

/** Undefined = nothing was filled in: it is for whoever buys. */
export function recipientIn({ recipientName, recipientEmail, recipientMessage, recipientDay }: Fields) {
  const [name = '', email = '', message = '', on = ''] = [
    recipientName,
    recipientEmail,
    recipientMessage,
    recipientDay,
  ].map((text) => text?.trim().replaceAll('\r\n', '\n'));
  if (![name, email, message, on].some(Boolean)) return undefined;
  return { name, email, ...(message && { message }), ...(on && { on }) };
}

/** The fields that say so: what a button sends that puts a line back. */
export function fieldsOf(recipient: ReturnType<typeof recipientIn>): Record<string, string> {
  if (!recipient) return {};
  const { name, email, message, on } = recipient;
  return {
    recipientName: name,
    recipientEmail: email,
    ...(message && { recipientMessage: message }),
    ...(on && { recipientDay: on }),
  };
}
