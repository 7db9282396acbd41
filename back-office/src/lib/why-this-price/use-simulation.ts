import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SimulationView } from '@vitrine/commerce-engine/client';
import { api } from '../asking/ask.ts';
import type { BasketLine } from './basket.ts';

export interface Simulated {
  readonly channel: string;
  readonly locale: string;
  readonly currency: string;
  readonly customerGroup?: string;
  readonly customer?: string;
  readonly at?: string;
  readonly lines: readonly BasketLine[];
  readonly codes: readonly string[];
  readonly tender?: string;
  readonly trials: readonly string[];
}

/** Priced anew whenever something of it changes; what stood there before stays until the answer is here. */
export function useSimulation(input: Simulated) {
  return useQuery({
    queryKey: ['/price-simulations', input],
    queryFn: () => api.post<SimulationView>('/price-simulations', input, {}),
    enabled: input.lines.length > 0,
    placeholderData: keepPreviousData,
  });
}
