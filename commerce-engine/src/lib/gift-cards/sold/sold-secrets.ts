import { createHmac } from 'node:crypto';
import { writeCode } from '../gift-code.rules.ts';
import type { GiftCardSecrets } from '../keep-gift-card.ts';

/**
 * Code and PIN of a card that was bought: derived from the shop's secret, so that they can be mailed again and are kept nowhere. SPEC
 * rule GIFT-13. @param issue a higher one has others.
 */
export function soldSecrets(
  secret: string,
  card: { readonly id: string; readonly issue: number },
): GiftCardSecrets {
  const bytes = createHmac('sha256', secret)
    .update(`vitrine sold gift card\n${card.id} ${card.issue}`)
    .digest();
  const pin = bytes.readUIntBE(10, 6) % 1_000_000;
  return { code: writeCode(bytes.subarray(0, 10)), pin: String(pin).padStart(6, '0') };
}
