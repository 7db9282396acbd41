import { Button, Text } from '@mantine/core';
import type { StaffProductView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { type ChangeAnswer, toldChange } from './told-change.ts';
import { useUnpriced } from './variants/unpriced.tsx';

/** Puts a product on sale, or takes it out of sale everywhere. */
export function ShowOrHide({ product }: { product: StaffProductView }) {
  const { id, name, version, published } = product;
  const [isOpen, setOpen] = useState(false);
  const isUnpriced = useUnpriced(product);
  const command = useCommand<{ version: number; published: boolean }, ChangeAnswer>({
    send: (body, options) => api.patch(`/products/${id}`, body, options),
    tells: (answer) =>
      toldChange(answer, published ? 'Shoppers do not see it any more.' : 'Shoppers see it now.'),
    onDone: () => setOpen(false),
  });
  const words = published ? 'Take it out of sale' : 'Show it to shoppers';
  const unpriced = product.onSale.filter((variant) => isUnpriced(variant.id)).length;
  return (
    <>
      <Button variant={published ? 'default' : 'filled'} onClick={() => setOpen(true)}>
        {words}
      </Button>
      <CommandDialog
        title={published ? `Take ${name} out of sale` : `Show ${name} to shoppers`}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        command={command}
        input={{ version, published: !published }}
        send={words}
      >
        <Text size="sm">
          {published
            ? 'Shoppers find it nowhere any more, and nobody can buy it: not in the shop, not from a cart it lies in. Orders, stock and prices stay as they are, and it can be brought back at any time.'
            : 'Shoppers find it in its categories and by search, in every channel that offers it.'}
        </Text>
        {!published && unpriced > 0 && (
          <Text size="sm">
            {unpriced === product.onSale.length
              ? 'It has no price yet: they see it, and cannot buy it until it has one.'
              : `${unpriced} of its ${product.onSale.length} variants have no price yet, and cannot be bought until they do.`}
          </Text>
        )}
      </CommandDialog>
    </>
  );
}
