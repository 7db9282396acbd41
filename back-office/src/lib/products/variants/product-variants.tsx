import { Text } from '@mantine/core';
import type { StaffProductView } from '@vitrine/commerce-engine/client';
import { api } from '../../asking/ask.ts';
import { CommandForm } from '../../asking/command-dialog.tsx';
import { useCommand } from '../../asking/use-command.ts';
import { type Column, Rows } from '../../look/rows.tsx';
import { Section } from '../../look/section.tsx';
import { useMay } from '../../shell/session.ts';
import { number } from '../../words/amount.ts';
import { type ChangeAnswer, toldChange } from '../told-change.ts';
import { useDraft } from '../use-draft.ts';
import { type ChoicesDraft, choicesDraft, sentChoices } from './choices-draft.ts';
import { OptionList } from './option-list.tsx';
import { NoPrice, useUnpriced } from './unpriced.tsx';
import { VariantList } from './variant-list.tsx';
import css from './variants.module.css';

type Variant = StaffProductView['onSale'][number] & { readonly isUnpriced: boolean };

const columns: readonly Column<Variant>[] = [
  {
    label: 'Variant',
    cell: ({ options, sku, components, isUnpriced }) => (
      <>
        {options || sku} {isUnpriced && <NoPrice />}
        {components && (
          <Text size="sm" c="dimmed">
            Made of{' '}
            {components
              .map(
                (each) =>
                  `${number(each.quantity)} × ${[each.name, each.options].filter(Boolean).join(', ')}`,
              )
              .join(', ')}
          </Text>
        )}
      </>
    ),
  },
  { label: 'Article number', cell: ({ sku }) => sku },
  { label: 'Barcode', cell: ({ barcode }) => barcode ?? '–' },
  {
    label: 'Weight',
    cell: ({ weight }) => (weight === undefined ? '–' : `${number(weight)} g`),
    isNumeric: true,
  },
];

/** What there is of a product to choose from: its options with their values, and which combinations of them are sold. */
export function ProductVariants({ product }: { product: StaffProductView }) {
  const may = useMay();
  return may('catalog.write') ? <Editing product={product} /> : <Reading product={product} />;
}

function Reading({ product }: { product: StaffProductView }) {
  const isUnpriced = useUnpriced(product);
  const items = product.onSale.map((each) => ({ ...each, isUnpriced: isUnpriced(each.id) }));
  return (
    <Section title="Variants" flush>
      <Rows label="Variants" items={items} columns={columns} keyOf={({ id }) => id} />
    </Section>
  );
}

function Editing({ product }: { product: StaffProductView }) {
  const draft = useDraft<ChoicesDraft>(choicesDraft(product), product.version);
  const input = { version: draft.version, ...sentChoices(draft.value, product.kept.media) };
  const isAdding = draft.value.variants.some(({ id }) => id === undefined);
  const command = useCommand<typeof input, ChangeAnswer>({
    send: (body, options) => api.patch(`/products/${product.id}`, body, options),
    tells: (answer) =>
      toldChange(
        answer,
        isAdding
          ? 'Options and variants are saved. New ones can be bought when they have a price and stock.'
          : 'Options and variants are saved. Shoppers see them at once.',
      ),
    onDone: draft.settle,
  });
  return (
    <Section title="Options and variants">
      <CommandForm
        {...{ command, input }}
        send="Save options and variants"
        isIncomplete={!draft.isChanged || draft.value.variants.length === 0}
        isUnsaved={draft.isChanged}
        cancel="Undo"
        {...(draft.isChanged && { onCancel: draft.undo })}
      >
        {(problemAt) => (
          <div className={css.choices}>
            <OptionList draft={draft.value} onChange={draft.set} problemAt={problemAt} />
            <VariantList product={product} draft={draft.value} onChange={draft.set} problemAt={problemAt} />
          </div>
        )}
      </CommandForm>
    </Section>
  );
}
