import type { AttributeValueView, StaffAttributeView } from '@vitrine/commerce-engine/client';
import { useAnswer } from '../asking/use-answer.ts';

/** All attributes in the order of shoppers' filters. */
export function useAttributes() {
  return useAnswer<{ readonly attributes: readonly StaffAttributeView[] }>('/attributes');
}

/** What products have of it, the most used first; nothing until it has come. */
export function useAttributeValues(key: string | undefined): readonly AttributeValueView[] {
  const asked = useAnswer<{ readonly values: readonly AttributeValueView[] }>(
    `/attributes/${encodeURIComponent(key ?? '')}/values`,
    {},
    { enabled: key !== undefined },
  );
  return asked.data?.values ?? [];
}
