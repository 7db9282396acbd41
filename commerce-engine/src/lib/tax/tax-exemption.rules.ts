import type { Place } from './place.rules.ts';
import type { TaxRate } from './tax-rate.rules.ts';

/** Why a customer does not pay a tax. Whoever records one has checked its paper. */
export type TaxExemption =
  | {
      readonly kind: 'certificate';
      readonly number: string;
      /** Absent = all. `US-CA` names California only, `US` all of them. */
      readonly jurisdictions?: readonly string[];
      /** Tax classes of goods. Absent = all. */
      readonly classes?: readonly string[];
      /** ISO times; `from` included, `to` not. */
      readonly from?: string;
      readonly to?: string;
    }
  /** A business of another EU country: it owes the tax itself. */
  | {
      readonly kind: 'vat-id';
      readonly vatId: string;
      /** Nobody saw that it is in use: it counts where the channel lets it. */
      readonly isUnverified?: true;
    };

/** What freed somebody of a tax, as the papers of a sale name it. */
export type TaxRelief =
  | { readonly kind: 'reverse-charge'; readonly vatId: string }
  | { readonly kind: 'certificate'; readonly number: string };

export interface ExemptionCase {
  readonly place: Place;
  readonly taxClass: string;
  readonly at: Date;
  /** Country of the seller's own registration. Absent = no reverse charge. */
  readonly seller?: { readonly country: string };
  /** The buyer takes the goods there: they cross no border with their sale. */
  readonly isHandedOver?: boolean | undefined;
}

/** Whether the customer owes the tax of the place instead of the seller. */
export function isReverseCharge(
  exemptions: readonly TaxExemption[],
  { place, seller, isHandedOver = false }: ExemptionCase,
): boolean {
  if (isHandedOver) return false;
  const destination = place.country.toUpperCase();
  if (!seller || seller.country === destination) return false;
  if (!EU_COUNTRIES.has(seller.country) || !EU_COUNTRIES.has(destination)) return false;
  return foreignVatId(exemptions, seller) !== undefined;
}

/** The first number of an EU country that is not the seller's. */
export function foreignVatId(
  exemptions: readonly TaxExemption[],
  seller: { readonly country: string },
): string | undefined {
  for (const each of exemptions) {
    const country = each.kind === 'vat-id' ? vatIdCountry(each.vatId) : undefined;
    if (each.kind === 'vat-id' && country !== undefined && country !== seller.country) return each.vatId;
  }
  return undefined;
}

/** The certificates that may have freed a line of a tax of its place: SPEC rule TAX-28. */
export function certificatesFor(
  exemptions: readonly TaxExemption[],
  { place, taxClass, at }: Pick<ExemptionCase, 'place' | 'at'> & { readonly taxClass?: string | undefined },
): string[] {
  const own = place.region === undefined ? place.country : `${place.country}-${place.region}`;
  return exemptions.flatMap((each) => {
    if (each.kind !== 'certificate' || !holdsAt(each, at)) return [];
    if (taxClass !== undefined && each.classes && !each.classes.includes(taxClass)) return [];
    const isHere = (jurisdiction: string) =>
      own === jurisdiction || own.startsWith(`${jurisdiction}-`) || jurisdiction.startsWith(`${own}-`);
    return !each.jurisdictions || each.jurisdictions.some(isHere) ? [each.number] : [];
  });
}

/** Whether a certificate frees the customer of a rate. */
export function isCertified(
  exemptions: readonly TaxExemption[],
  rate: TaxRate,
  { taxClass, at }: ExemptionCase,
): boolean {
  return exemptions.some((each) => {
    if (each.kind !== 'certificate') return false;
    if (!holdsAt(each, at)) return false;
    if (each.classes && !each.classes.includes(taxClass)) return false;
    const within = (jurisdiction: string) =>
      rate.jurisdiction === jurisdiction || rate.jurisdiction.startsWith(`${jurisdiction}-`);
    return !each.jurisdictions || each.jurisdictions.some(within);
  });
}

function holdsAt({ from, to }: { readonly from?: string; readonly to?: string }, at: Date): boolean {
  if (from !== undefined && Date.parse(from) > at.getTime()) return false;
  return to === undefined || Date.parse(to) > at.getTime();
}

/**
 * The EU country that gave out a VAT identification number; undefined when it has not an EU number's form. Whether the
 * number is in use only the country's own register knows.
 */
export function vatIdCountry(vatId: string): string | undefined {
  const match = /^([A-Z]{2})[A-Z0-9+*]{2,12}$/.exec(vatId.toUpperCase().replace(/[\s.-]/g, ''));
  const prefix = match?.[1];
  if (prefix === undefined || prefix === 'GR') return undefined;
  const country = prefix === 'EL' ? 'GR' : prefix;
  return EU_COUNTRIES.has(country) ? country : undefined;
}

const EU_COUNTRIES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);
