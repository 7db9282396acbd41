import type { OutputOf } from '@vitrine/data-actions';
import type { getCheckout } from '@vitrine/data-actions/library';

/** Whether all that is bought comes by e-mail: it is sent to no address. */
export function comesByMail({
  options,
  otherDeliveries,
}: NonNullable<OutputOf<typeof getCheckout>>['checkout']): boolean {
  const isMail = ({ kind }: { readonly kind: string }) => kind === 'electronic';
  return options.length > 0 && options.every(isMail) && otherDeliveries.every(isMail);
}
