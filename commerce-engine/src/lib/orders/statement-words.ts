import { formatMoney } from '../money/format-money.rules.ts';
import { type Money, money } from '../money/money.rules.ts';
import type { OrderOffKind, OrderView } from './orders.views.ts';

type Words = Readonly<
  Record<OrderOffKind | 'ordered' | 'now' | 'tax' | 'deliveryKept' | 'toPay' | 'toGoBack', string>
>;

const en: Words = {
  ordered: 'Total as ordered',
  cancelled: 'Cancelled goods',
  returned: 'Goods that came back',
  delivery: 'Delivery, given back',
  allowance: 'Price reduction',
  fee: 'Fee for the return',
  other: 'Other changes',
  now: 'Total now',
  tax: 'Of which tax',
  deliveryKept: 'Of which delivery, not given back',
  toPay: 'Still open',
  toGoBack: 'On its way back',
};

const de: Words = {
  ordered: 'Summe wie bestellt',
  cancelled: 'Stornierte Ware',
  returned: 'Zurückgegebene Ware',
  delivery: 'Versand, erstattet',
  allowance: 'Preisnachlass',
  fee: 'Gebühr für die Rücksendung',
  other: 'Weitere Änderungen',
  now: 'Summe jetzt',
  tax: 'Davon Steuern',
  deliveryKept: 'Davon Versand, nicht erstattet',
  toPay: 'Noch offen',
  toGoBack: 'Auf dem Weg zurück',
};

type Line = readonly [string, string];

const wordsIn = (locale: string) => (locale.split('-')[0]!.toLowerCase() === 'de' ? de : en);

/** What came off an order and what it is now, in its language: ORDER-18. None while nothing came off. */
export function statementLines({ locale, owed, statement }: OrderView): readonly Line[] {
  const t = wordsIn(locale);
  const cash = (value: Money) => formatMoney(value, locale);
  const { rows, tax, deliveryKept } = statement;
  if (rows.length === 0) return [];
  return [
    ...rows.map(({ kind, amount }): Line => [t[kind], cash(amount)]),
    [t.now, cash(owed)],
    ...(tax.amount > 0 ? [[t.tax, cash(tax)] as const] : []),
    ...(deliveryKept.amount > 0 ? [[t.deliveryKept, cash(deliveryKept)] as const] : []),
  ];
}

/** The same below the total it began with. */
export function wholeStatementLines(order: OrderView): readonly Line[] {
  const lines = statementLines(order);
  if (lines.length === 0) return [];
  return [[wordsIn(order.locale).ordered, formatMoney(order.total, order.locale)], ...lines];
}

/** What is still to be paid or goes back, where something was paid or came off; none when all is even. */
export function openMoneyLines({ locale, owed, paid, statement }: OrderView): readonly Line[] {
  const t = wordsIn(locale);
  const { rows, toPay, toGoBack } = statement;
  if (rows.length === 0 && paid.amount === 0) return [];
  const named: readonly (readonly [string, number])[] = [
    [t.toPay, toPay.amount],
    [t.toGoBack, toGoBack.amount],
  ];
  return named
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]) => [name, formatMoney(money(amount, owed.currency), locale)]);
}
