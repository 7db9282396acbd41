import type { TaxExemption } from './tax-exemption.rules.ts';

/** What somebody can show to be free of taxes. */
export interface BuyerPapers {
  /** The one that is used first comes first. */
  readonly taxNumbers: readonly { readonly vatId: string; readonly verified?: object }[];
  readonly certificates: readonly Omit<Extract<TaxExemption, { kind: 'certificate' }>, 'kind'>[];
}

/** Who buys, as far as taxes go. */
export interface Buyer {
  readonly vatId?: string;
  readonly exemptions: readonly TaxExemption[];
}

/**
 * Who buys with these papers: SPEC rule CHECK-38.
 * @param given the number of this sale; null = nobody said anything, empty = none is wanted.
 */
export function buyerOf(
  given: { readonly vatId: string | null; readonly isProven: boolean },
  papers: BuyerPapers | undefined,
): Buyer {
  const { taxNumbers = [], certificates = [] } = papers ?? {};
  const vatId = (given.vatId ?? taxNumbers[0]?.vatId) || undefined;
  const isKnown = taxNumbers.some((own) => own.vatId === vatId && own.verified);
  const isProven = isKnown || (given.isProven && given.vatId === vatId);
  return {
    ...(vatId !== undefined && { vatId }),
    exemptions: [
      ...(vatId === undefined
        ? []
        : [{ kind: 'vat-id', vatId, ...(!isProven && { isUnverified: true as const }) } as const]),
      ...certificates.map(({ number, jurisdictions, classes, from, to }) => ({
        kind: 'certificate' as const,
        number,
        ...(jurisdictions && { jurisdictions }),
        ...(classes && { classes }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      })),
    ],
  };
}
