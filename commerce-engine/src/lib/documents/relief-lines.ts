import type { TaxRelief } from '../tax/tax-exemption.rules.ts';

const words = {
  en: {
    reverse: (vatId: string) => `Reverse charge: the buyer owes the VAT (VAT number ${vatId}).`,
    certificate: (number: string) => `Exempt from tax by certificate no. ${number}.`,
    waived: 'Tax that is not charged',
  },
  de: {
    reverse: (vatId: string) =>
      `Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge), USt-IdNr. ${vatId}.`,
    certificate: (number: string) => `Steuerbefreit laut Bescheinigung Nr. ${number}.`,
    waived: 'Nicht berechnete Steuer',
  },
};

/** Why taxes are not charged, as papers say it: SPEC rule BILL-10. */
export function reliefLines(reliefs: readonly TaxRelief[], locale: string): string[] {
  const t = wordsIn(locale);
  return reliefs.map((each) =>
    each.kind === 'reverse-charge' ? t.reverse(each.vatId) : t.certificate(each.number),
  );
}

/** The name of the tax that prices hold and nobody owes. */
export function waivedWord(locale: string): string {
  return wordsIn(locale).waived;
}

function wordsIn(locale: string) {
  return locale.split('-')[0]!.toLowerCase() === 'de' ? words.de : words.en;
}
