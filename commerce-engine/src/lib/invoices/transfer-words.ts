import { formatMoney } from '../money/format-money.rules.ts';
import { ibanInGroups } from './iban.rules.ts';
import type { TransferView } from './invoices.views.ts';

const words = {
  en: {
    title: 'Please pay by bank transfer',
    amount: 'Amount',
    holder: 'Account holder',
    bank: 'Bank',
    reference: 'Reference',
    later: 'We write to you how to pay.',
  },
  de: {
    title: 'Bitte überweisen Sie',
    amount: 'Betrag',
    holder: 'Kontoinhaber',
    bank: 'Bank',
    reference: 'Verwendungszweck',
    later: 'Wir schreiben Ihnen, wie Sie bezahlen.',
  },
};

/** How an order is paid by bank transfer, as letters and papers say it. */
export function transferWords(
  { amount, reference, bank }: TransferView,
  locale: string,
): { readonly title: string; readonly lines: readonly string[] } {
  const t = locale.split('-')[0]!.toLowerCase() === 'de' ? words.de : words.en;
  return {
    title: t.title,
    lines: [
      `${t.amount}: ${formatMoney(amount, locale)}`,
      ...(bank
        ? [
            `${t.holder}: ${bank.holder}`,
            `IBAN: ${ibanInGroups(bank.iban)}`,
            ...(bank.bic === undefined ? [] : [`BIC: ${bank.bic}`]),
            `${t.bank}: ${bank.name}`,
          ]
        : []),
      `${t.reference}: ${reference}`,
      ...(bank ? [] : [t.later]),
    ],
  };
}
