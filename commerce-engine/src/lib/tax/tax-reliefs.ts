import {
  certificatesFor,
  foreignVatId,
  isReverseCharge,
  type TaxExemption,
  type TaxRelief,
} from './tax-exemption.rules.ts';
import type { TaxQuote, TaxRequest } from './tax-provider.ts';

/** A quote with why taxes of it are not charged. */
export interface RelievedQuote extends TaxQuote {
  /** Each once; none = everything is taxed as it is for anybody. */
  readonly reliefs: readonly TaxRelief[];
  /** A number that nobody has seen to be in use would make it a reverse charge. */
  readonly isUnproven: boolean;
}

/** What a channel takes as said: SPEC rule TAX-26. */
export function countedExemptions(
  exemptions: readonly TaxExemption[],
  vatNumbers: 'verified' | 'as-typed',
): readonly TaxExemption[] {
  if (vatNumbers === 'as-typed') return exemptions;
  return exemptions.filter((each) => each.kind !== 'vat-id' || !each.isUnverified);
}

/** Says what freed a sale of taxes: SPEC rule TAX-28. Pure. */
export function relievedQuote(
  quote: TaxQuote,
  request: TaxRequest,
  asked: readonly TaxExemption[],
): RelievedQuote {
  const { exemptions, seller } = request;
  const at = new Date(request.at);
  const vatId = foreignVatId(exemptions, seller);
  const isReversed = quote.lines.some(({ treatment }) => treatment === 'reverse-charge');
  const numbers = quote.lines.flatMap(({ treatment }, index) =>
    treatment === 'exempt' ? certificatesFor(exemptions, { ...request.lines[index]!, at }) : [],
  );
  const uncounted = asked.filter((each) => !exemptions.includes(each));
  return {
    ...quote,
    reliefs: [
      ...(isReversed && vatId !== undefined ? [{ kind: 'reverse-charge', vatId } as const] : []),
      ...[...new Set(numbers)].map((number) => ({ kind: 'certificate', number }) as const),
    ],
    isUnproven:
      !isReversed &&
      uncounted.length > 0 &&
      quote.lines.some(
        ({ tax }, index) =>
          tax !== 0 && isReverseCharge(uncounted, { ...request.lines[index]!, taxClass: '', at, seller }),
      ),
  };
}
