import type { StaffVariantChoice } from '@vitrine/commerce-engine/client';
import { api } from '../asking/ask.ts';

/** Those that have this very number or barcode (`code`), or that words fit (`q`); at most eight. */
export async function findVariants(
  by: { readonly code: string } | { readonly q: string },
): Promise<readonly StaffVariantChoice[]> {
  const { variants } = await api.get<{ readonly variants: readonly StaffVariantChoice[] }>('/variants', {
    ...by,
    limit: '8',
  });
  return variants;
}
