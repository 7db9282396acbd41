/** Names under which the shop's own tables keep taxes, by language; others are printed as they were written. */
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: { VAT: 'USt.', 'Sales tax': 'Verkaufssteuer' },
  'de-CH': { VAT: 'MWST' },
};

/** What a tax is called in a language: `VAT` is `USt.` in German. */
export function taxNameIn(locale: string, name: string): string {
  const language = locale.split('-')[0]!.toLowerCase();
  return NAMES[locale]?.[name] ?? NAMES[language]?.[name] ?? name;
}

/** A percentage as a language writes it, without its sign: `8.1` is `8,1` in German. */
export function rateIn(locale: string, rate: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 8 }).format(Number(rate));
}
