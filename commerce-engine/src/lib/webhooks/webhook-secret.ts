import { createHmac } from 'node:crypto';

/** How long messages are signed with a secret that has been followed by another. */
const OVERLAP_HOURS = 24;

/**
 * A secret of an endpoint, in the form of Standard Webhooks. It follows from the endpoint's id, its number and the shop's
 * secret, so that neither the database nor the stored answer of a command holds it.
 * @param number 0 = the first one.
 */
export function webhookSecretOf(endpointId: string, number: number, shopSecret: string): string {
  const key = createHmac('sha256', shopSecret).update(`webhook secret\n${endpointId}\n${number}`);
  return `whsec_${key.digest('base64')}`;
}

/** Numbers of the secrets that sign now, the present one first. @param rotatedAt when each was followed by the next. */
export function signingNumbers(rotatedAt: readonly Date[], now: Date): number[] {
  const present = rotatedAt.length;
  const old = rotatedAt.flatMap((at, number) => (overlapEnds(at) > now ? [number] : []));
  return [present, ...old.reverse()];
}

/** When a secret that was followed by another then signs no more. */
export function overlapEnds(rotatedAt: Date): Date {
  return new Date(rotatedAt.getTime() + OVERLAP_HOURS * 60 * 60 * 1000);
}

/** The headers of Standard Webhooks 1.0, with one signature for each secret. */
export function signedHeaders(
  message: { readonly id: string; readonly body: string; readonly at: Date },
  secrets: readonly string[],
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = String(Math.floor(message.at.getTime() / 1000));
  const signed = `${message.id}.${timestamp}.${message.body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  });
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
