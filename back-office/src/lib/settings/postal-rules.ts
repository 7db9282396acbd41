import type { DeliveryMethodInput } from '@vitrine/commerce-engine/client';

type PostalRule = NonNullable<NonNullable<DeliveryMethodInput['zones']>[number]['postalCodes']>[number];

/** `10, 80–85`: beginnings of codes, and spans of them. */
export function postalText(rules: readonly PostalRule[] | undefined): string {
  return (rules ?? [])
    .map((rule) => (rule.kind === 'prefix' ? rule.prefix : `${rule.from}–${rule.to}`))
    .join(', ');
}

/**
 * Reads what `postalText` writes, and spans as people write them: `10115-10999`, `80 - 85`, `80 to 85`. A hyphen inside of a code, as in
 * `00-950` or `1000-001`, is no span: both sides of a span are of one length.
 */
export function readPostalRules(text: string): PostalRule[] {
  return text
    .split(/[,;\n]/)
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      const [from = '', to, more] = each.split(/\s*[–—…]\s*|\s+-\s+|\s+(?:to|bis)\s+/i);
      if (to && more === undefined) return { kind: 'range', from, to };
      const [one = '', other, rest] = each.split('-');
      return other && rest === undefined && one.length === other.length
        ? { kind: 'range', from: one, to: other }
        : { kind: 'prefix', prefix: each };
    });
}
