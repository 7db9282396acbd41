import { formatMoney, type Money } from '@vitrine/commerce-engine/client';

/** As the person's locale writes it. */
export function amount(money: Money): string {
  return formatMoney(money, navigator.language);
}

export function number(value: number): string {
  return new Intl.NumberFormat().format(value);
}
