import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RefundQuoteOutcome } from '@vitrine/commerce-engine/client';
import { api } from '../asking/ask.ts';

export interface RefundTerms {
  readonly fee: number;
  readonly delivery: string;
  readonly to?: string;
  /** False = what is wanted instead is let go. */
  readonly instead?: boolean;
}

/** What a refund would come to, told anew whenever something of it changes. Undefined terms ask for nothing. */
export function useRefundQuote(returnId: string, terms: RefundTerms | undefined) {
  const [settled] = useDebouncedValue(terms, 200);
  const asked = useQuery({
    queryKey: ['/returns', returnId, 'refund-quotes', settled],
    queryFn: () => api.post<RefundQuoteOutcome>(`/returns/${returnId}/refund-quotes`, settled, {}),
    enabled: settled !== undefined,
    placeholderData: keepPreviousData,
  });
  const isOld = asked.isFetching || JSON.stringify(settled) !== JSON.stringify(terms);
  return { told: terms && asked.data, error: asked.error, isOld };
}
