import { NativeSelect, TextInput } from '@mantine/core';
import type { Money } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { MomentField } from '../look/moment-field.tsx';
import { MoneyField } from '../look/money-field.tsx';
import { when } from '../words/when.ts';
import { firstChoice, listOptions, type Pricing, VariantField, variantsOf } from './set-price.tsx';

type Answer =
  | { readonly kind: 'scheduled'; readonly changed: number }
  | { readonly kind: 'over'; readonly to: string };

/** A sale price for a while, beside the regular one. */
export function SetSale({ product, lists, currency, isOpen, onClose }: Pricing) {
  const [name, setName] = useState('');
  const [variant, setVariant] = useState(() => firstChoice(product));
  const [list, setList] = useState('');
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const [price, setPrice] = useState<Money>();
  const variantIds = variantsOf(product, variant);
  const input = {
    name: name.trim(),
    ...(list !== '' && { list }),
    from,
    to,
    prices: variantIds.map((variantId) => ({ variantId, price })),
  };
  const command = useCommand<typeof input, Answer>({
    send: (body, options) => api.post('/sales', body, options),
    tells: (answer) =>
      answer.kind === 'over'
        ? { refused: `It would be over already: ${when(answer.to)}.`, at: 'to' }
        : { done: 'The sale is planned.' },
    onDone() {
      onClose();
      setPrice(undefined);
    },
  });
  return (
    <CommandDialog
      title="Plan a sale"
      {...{ isOpen, onClose, command, input }}
      send="Plan it"
      isIncomplete={
        !price || from === undefined || to === undefined || input.name === '' || variantIds.length === 0
      }
    >
      {(problemAt) => (
        <>
          <TextInput
            label="Name"
            description="The same name again replaces what is left of that sale for these variants."
            withAsterisk
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problemAt('name')}
            maxLength={200}
          />
          <VariantField product={product} value={variant} onChange={setVariant} />
          <NativeSelect
            label="Price list"
            data={listOptions(lists, currency)}
            value={list}
            onChange={(event) => setList(event.currentTarget.value)}
          />
          <MomentField label="From" value={from} onChange={setFrom} error={problemAt('from')} isRequired />
          <MomentField
            label="To"
            value={to}
            onChange={setTo}
            error={problemAt('to') ?? problemAt('')}
            isRequired
          />
          <MoneyField
            key={currency}
            label="Sale price of one piece"
            currency={currency}
            value={price}
            onChange={setPrice}
            error={problemAt('prices.0.price.amount')}
            isRequired
          />
        </>
      )}
    </CommandDialog>
  );
}
