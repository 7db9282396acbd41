import { Text } from '@mantine/core';
import type { CreateOutcome, StaffProductView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { toldCreated } from '../asking/told-created.ts';
import { useCommand } from '../asking/use-command.ts';
import { LocalFields } from '../look/local-fields.tsx';
import { type LocalText, withoutEmpty } from '../words/local-name.ts';

const copies: Readonly<Record<string, string>> = { de: 'Kopie' };

/** Another product that begins as this one is. */
export function DuplicateProduct({ product, onClose }: { product: StaffProductView; onClose: () => void }) {
  const [name, setName] = useState<LocalText>(() =>
    Object.fromEntries(
      Object.entries(product.texts.name).map(([locale, words]) => [
        locale,
        `${words} (${copies[locale.split('-')[0]!] ?? 'copy'})`,
      ]),
    ),
  );
  const input = { name: withoutEmpty(name) };
  const command = useCommand<typeof input, CreateOutcome | { readonly kind: 'unknown' }>({
    send: (body, options) => api.post(`/products/${product.id}/duplicates`, body, options),
    tells: (answer) =>
      answer.kind === 'unknown'
        ? { refused: 'The product does not exist any more.' }
        : toldCreated(answer, 'The product is duplicated. Shoppers see it as soon as you show it to them.'),
    onDone: (answer) => answer.kind === 'created' && goTo(`/products/${answer.id}`),
  });
  return (
    <CommandDialog
      title={`Duplicate ${product.name}`}
      isOpen
      {...{ onClose, command, input }}
      send="Duplicate the product"
      isIncomplete={Object.keys(input.name).length === 0}
      size="lg"
    >
      {(problemAt) => (
        <>
          <LocalFields
            label="Name"
            value={name}
            onChange={setName}
            problemAt={(locale) => problemAt(`name.${locale}`)}
          />
          <Text size="sm" c="dimmed">
            Texts, pictures, attributes, categories, options and variants are copied. Article numbers are made
            anew; barcodes, prices and stock are its own, and it is hidden until you show it.
          </Text>
        </>
      )}
    </CommandDialog>
  );
}
