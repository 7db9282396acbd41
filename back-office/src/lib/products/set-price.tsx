import { NativeSelect, NumberInput } from '@mantine/core';
import type { Money, PriceListView, StaffProductView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { MoneyField } from '../look/money-field.tsx';
import { amount } from '../words/amount.ts';
import { variantWords } from './variant-words.ts';

export interface Pricing {
  readonly product: StaffProductView;
  readonly lists: readonly PriceListView[];
  readonly currency: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Lists in the currency, with whom they are for; the one for everyone is the empty choice. */
export function listOptions(lists: readonly PriceListView[], currency: string) {
  const others = lists.filter(
    (list) => list.currency === currency && list.id !== `everyone-${currency.toLowerCase()}`,
  );
  return [
    { value: '', label: 'For everyone, everywhere' },
    ...others.map(({ id, name, customerGroup, channel }) => ({
      value: id,
      label: [name, customerGroup && `for ${customerGroup}`, channel && `in ${channel}`]
        .filter(Boolean)
        .join(', '),
    })),
  ];
}

/** Stands for all variants at once. */
const ALL = 'all';

/** What is chosen before anybody chose: the only variant, else nothing. */
export function firstChoice({ onSale }: StaffProductView): string {
  return onSale.length === 1 ? onSale[0]!.id : '';
}

/** The variants a choice means; none before anybody chose. */
export function variantsOf({ onSale }: StaffProductView, chosen: string): readonly string[] {
  if (chosen === ALL) return onSale.map(({ id }) => id);
  return chosen === '' ? [] : [chosen];
}

/** One variant, or all at once; whoever sets prices says which. */
export function VariantField({
  product,
  value,
  onChange,
}: {
  product: StaffProductView;
  value: string;
  onChange: (id: string) => void;
}) {
  return (
    <NativeSelect
      label="Variant"
      withAsterisk
      data={[
        ...(product.onSale.length > 1
          ? [
              { value: '', label: 'Choose which' },
              { value: ALL, label: `All ${product.onSale.length} of them` },
            ]
          : []),
        ...product.onSale.map((variant) => ({ value: variant.id, label: variantWords(variant) })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A price that holds from now on. */
export function SetPrice({ product, lists, currency, isOpen, onClose }: Pricing) {
  const [variant, setVariant] = useState(() => firstChoice(product));
  const [list, setList] = useState('');
  const [minQuantity, setMinQuantity] = useState(1);
  const [price, setPrice] = useState<Money>();
  const [regular, setRegular] = useState<Money>();
  const variantIds = variantsOf(product, variant);
  const input = {
    prices: variantIds.map((variantId) => ({
      variantId,
      ...(list !== '' && { list }),
      ...(minQuantity > 1 && { minQuantity }),
      price,
      ...(regular && { regular }),
    })),
  };
  const command = useCommand<typeof input, { readonly changed: number }>({
    send: (body, options) => api.post('/price-changes', body, options),
    tells: ({ changed }) => ({ done: changed === 0 ? 'It cost that already.' : 'The price is set.' }),
    onDone() {
      onClose();
      setPrice(undefined);
      setRegular(undefined);
    },
  });
  return (
    <CommandDialog
      title="Set a price"
      {...{ isOpen, onClose, command, input }}
      send={price ? `Set ${amount(price)}` : 'Set'}
      isIncomplete={!price || variantIds.length === 0}
    >
      {(problemAt) => (
        <>
          <VariantField product={product} value={variant} onChange={setVariant} />
          <NativeSelect
            label="Price list"
            data={listOptions(lists, currency)}
            value={list}
            onChange={(event) => setList(event.currentTarget.value)}
          />
          <NumberInput
            label="From how many pieces"
            min={1}
            max={1_000_000}
            allowDecimal={false}
            value={minQuantity}
            onChange={(value) => setMinQuantity(Number(value) || 1)}
            error={problemAt('prices.0.minQuantity')}
          />
          <MoneyField
            key={currency}
            label="Price of one piece"
            currency={currency}
            value={price}
            onChange={setPrice}
            error={problemAt('prices.0.price') ?? problemAt('prices.0.price.amount')}
            isRequired
          />
          <MoneyField
            label="Crossed out beside it"
            description="Only while it is on sale: the price before. Empty = this is the regular price."
            currency={currency}
            value={regular}
            onChange={setRegular}
            error={problemAt('prices.0')}
          />
        </>
      )}
    </CommandDialog>
  );
}
