import { useDebouncedValue } from '@mantine/hooks';
import type { StaffCartView } from '@vitrine/commerce-engine/client';
import { useEffect, useRef, useState } from 'react';
import { type Put, VariantQuantity } from '../goods/variant-quantity.tsx';

/** How many pieces a line holds. What is typed is sent once nobody types any more, and each number once: a refused one is not sent again. */
export function LineQuantity({
  line: { id, name, quantity },
  isBusy,
  put,
}: {
  line: StaffCartView['cart']['lines'][number];
  /** A change is under way: this one waits for it. */
  isBusy: boolean;
  put: Put;
}) {
  const [typed, setTyped] = useState(quantity);
  const [wanted] = useDebouncedValue(typed, 300);
  const sent = useRef(quantity);
  useEffect(() => {
    sent.current = quantity;
    setTyped(quantity);
  }, [quantity]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sent when what is wanted is settled, not whenever its page is rendered.
  useEffect(() => {
    if (isBusy || wanted !== typed || wanted === sent.current) return;
    sent.current = wanted;
    put(id, wanted);
  }, [wanted, isBusy]);
  return (
    <VariantQuantity
      of={{ variantId: id, quantity: typed }}
      name={name}
      put={(_, pieces) => (pieces === 0 ? put(id, 0) : setTyped(pieces))}
    />
  );
}
