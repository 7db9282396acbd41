import {
  type Currency,
  decimalText,
  money,
  type ParsedMoney,
  parseMoney,
} from '@vitrine/commerce-engine/client';

type Sign = '.' | ',';

const ownSign: Sign =
  new Intl.NumberFormat().formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ','
    ? ','
    : '.';

/** An amount as it stands in a field, with the person's own decimal sign. */
export function amountText(
  value: Parameters<typeof decimalText>[0],
  { own = ownSign }: { readonly own?: Sign } = {},
): string {
  return decimalText(value).replace('.', own);
}

/**
 * Reads an amount with either decimal sign: `12,50`, `12.50`, `1.250,00`, `1,250.00`, `1 250`. What could be two amounts, as `1.250`
 * where a point is the decimal sign, is refused with both.
 * @param options.own the decimal sign the person writes; default that of their locale.
 */
export function readAmount(
  text: string,
  currency: Currency,
  { own = ownSign }: { readonly own?: Sign } = {},
): ParsedMoney {
  // Spaces and apostrophes group thousands, and mean nothing else.
  const plain = text.trim().replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, '');
  const signs = [...plain].filter((each): each is Sign => each === '.' || each === ',');
  const last = signs.at(-1);
  if (last === undefined) return parseMoney(plain, currency, { decimalSign: own });
  if (signs.some((each) => each !== last)) return parseMoney(plain, currency, { decimalSign: last });
  // One sign that comes more than once can only group.
  if (signs.length > 1) return parseMoney(plain, currency, { decimalSign: otherThan(last) });
  const looksGrouped = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(plain);
  if (!looksGrouped) return parseMoney(plain, currency, { decimalSign: last });
  const hasThreeDecimals = decimalText(money(0, currency)).endsWith('.000');
  if (last === own && hasThreeDecimals) return parseMoney(plain, currency, { decimalSign: last });
  if (last !== own && !hasThreeDecimals) return parseMoney(plain, currency, { decimalSign: otherThan(last) });
  const [whole = '', rest = ''] = plain.split(last);
  return {
    kind: 'problem',
    problem: `“${plain}” could mean ${whole}${rest} or ${whole}${own}${rest.replace(/0{1,2}$/, '')}. Write it without a sign for thousands.`,
  };
}

function otherThan(sign: Sign): Sign {
  return sign === '.' ? ',' : '.';
}
