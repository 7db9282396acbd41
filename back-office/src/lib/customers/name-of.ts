import type { CustomerSummaryView } from '@vitrine/commerce-engine/client';

/** What somebody is called here: by name, else by what is known of them. */
export function nameOf({
  name,
  email,
  number,
}: Pick<CustomerSummaryView, 'name' | 'email' | 'number'>): string {
  return name || email || number;
}
