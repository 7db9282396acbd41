import type { ProductPricesView, StaffProductView } from '@vitrine/commerce-engine/client';
import { useAnswer } from '../../asking/use-answer.ts';
import { Tag } from '../../look/tag.tsx';
import { useSession } from '../../shell/session.ts';

/** Says of a variant whether it has no price in any list; not while that is not known. */
export function useUnpriced(product: StaffProductView): (variantId: string | undefined) => boolean {
  const [channel] = useSession().channels;
  const { data } = useAnswer<ProductPricesView>(
    `/products/${product.id}/prices`,
    { channel: channel?.id, locale: channel?.locales[0], currency: channel?.currencies[0] },
    { enabled: channel !== undefined, keep: true },
  );
  const priced = data && new Set(data.rows.map(({ variantId }) => variantId));
  return (variantId) => variantId !== undefined && priced !== undefined && !priced.has(variantId);
}

export function NoPrice() {
  return <Tag tone="waits">No price: not for sale</Tag>;
}
