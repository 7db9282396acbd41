import { ActionIcon, Button, Group, NativeSelect, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type {
  PriceListView,
  PriceRowView,
  ProductPricesView,
  StaffProductView,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Link } from '../address/link.tsx';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { Empty } from '../look/page-head.tsx';
import { type Column, Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { Tag } from '../look/tag.tsx';
import { useMay, useSession } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { pieces } from '../words/state.ts';
import { when } from '../words/when.ts';
import css from './products.module.css';
import { SetPrice } from './set-price.tsx';
import { SetSale } from './set-sale.tsx';
import { variantWords } from './variant-words.ts';

/** What the variants cost now in a channel, and every price there is for them. */
export function ProductPrices({ product }: { product: StaffProductView }) {
  const { channels } = useSession();
  const may = useMay();
  const markets = channels.flatMap((channel) =>
    channel.currencies.map((currency) => ({ channel, currency, key: `${channel.id} ${currency}` })),
  );
  const [key, setKey] = useState(markets[0]?.key ?? '');
  const [doing, setDoing] = useState<'price' | 'sale'>();
  const market = markets.find((each) => each.key === key) ?? markets[0]!;
  const asked = useAnswer<ProductPricesView>(
    `/products/${product.id}/prices`,
    { channel: market.channel.id, locale: market.channel.locales[0]!, currency: market.currency },
    { keep: true },
  );
  const lists = useAnswer<{ readonly lists: readonly PriceListView[] }>('/price-lists').data?.lists ?? [];
  const close = () => setDoing(undefined);
  return (
    <Section
      title="Prices"
      flush
      actions={
        <div className={css.tools}>
          <NativeSelect
            aria-label="Where"
            size="xs"
            data={markets.map((each) => ({
              value: each.key,
              label: `${each.channel.name}, ${each.currency}`,
            }))}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          {may('pricing.write') && (
            <>
              <Button size="compact-sm" variant="default" onClick={() => setDoing('sale')}>
                Plan a sale
              </Button>
              <Button size="compact-sm" onClick={() => setDoing('price')}>
                Set a price
              </Button>
            </>
          )}
        </div>
      }
    >
      <Answer to={asked} of="the prices">
        {(prices) => (
          <>
            <Standing product={product} prices={prices} />
            <AllRows product={product} prices={prices} lists={lists} />
          </>
        )}
      </Answer>
      {may('pricing.write') && (
        <>
          <SetPrice
            product={product}
            lists={lists}
            currency={market.currency}
            isOpen={doing === 'price'}
            onClose={close}
          />
          <SetSale
            product={product}
            lists={lists}
            currency={market.currency}
            isOpen={doing === 'sale'}
            onClose={close}
          />
        </>
      )}
    </Section>
  );
}

type Variant = StaffProductView['onSale'][number];

/** What a shopper of anyone's group pays now. */
function Standing({ product, prices }: { product: StaffProductView; prices: ProductPricesView }) {
  const may = useMay();
  const of = (variant: Variant) => prices.prices.find(({ variantId }) => variantId === variant.id);
  const columns: readonly Column<Variant>[] = [
    {
      label: 'Variant',
      cell: (variant) => (
        <Text size="sm" fw={600}>
          {variantWords(variant)}
        </Text>
      ),
    },
    {
      label: 'Costs now',
      isNumeric: true,
      onPhone: 'end',
      cell(variant) {
        const price = of(variant);
        if (!price) return 'No price';
        return price.onSale
          ? `${amount(price.price)} instead of ${amount(price.regular)}`
          : amount(price.price);
      },
    },
    {
      label: 'In quantities',
      cell: (variant) =>
        of(variant)
          ?.breaks?.map(({ from, price }) => `from ${pieces(from)} ${amount(price)}`)
          .join(', ') ?? '–',
    },
    {
      label: 'Lowest in 30 days',
      isNumeric: true,
      cell(variant) {
        const lowest = of(variant)?.lowest30Days;
        return lowest ? amount(lowest) : '–';
      },
    },
    {
      label: 'Why',
      cell: (variant) =>
        may('promotions.write') ? (
          <Link to={`/why-this-price?basket=${variant.id}:1`} size="sm">
            Why?
          </Link>
        ) : null,
    },
  ];
  return <Rows label="What it costs now" items={product.onSale} columns={columns} keyOf={({ id }) => id} />;
}

function AllRows({
  product,
  prices: { rows },
  lists,
}: {
  product: StaffProductView;
  prices: ProductPricesView;
  lists: readonly PriceListView[];
}) {
  const may = useMay();
  const variantOf = (id: string) => product.onSale.find((variant) => variant.id === id);
  const columns: readonly Column<PriceRowView>[] = [
    {
      label: 'List',
      cell({ listId }) {
        const list = lists.find(({ id }) => id === listId);
        return (
          <Text size="sm" fw={600}>
            {list?.name ?? listId}
          </Text>
        );
      },
    },
    {
      label: 'Variant',
      cell: ({ variantId }) => {
        const variant = variantOf(variantId);
        return variant ? variantWords(variant) : variantId;
      },
      onPhone: 'bare',
    },
    {
      label: 'Kind',
      cell: ({ kind, sale }) => (
        <Group gap={6} component="span">
          {kind === 'sale' ? <Tag tone="new">Sale</Tag> : <Tag tone="quiet">Regular</Tag>}
          {sale}
        </Group>
      ),
      onPhone: 'bare',
    },
    { label: 'From', cell: ({ minQuantity }) => pieces(minQuantity) },
    { label: 'When', cell: whenWords },
    { label: 'Price', cell: ({ price }) => amount(price), isNumeric: true, onPhone: 'end' },
    ...(may('pricing.write')
      ? [{ label: 'End', cell: (row: PriceRowView) => <EndRow row={row} />, onPhone: 'labelled' as const }]
      : []),
  ];
  if (rows.length === 0) return <Empty title="No price in any list">Set one, or it cannot be bought.</Empty>;
  return (
    <Rows
      label="All prices"
      items={rows}
      columns={columns}
      keyOf={({ listId, variantId, minQuantity, kind, from }) =>
        [listId, variantId, minQuantity, kind, from].join(' ')
      }
    />
  );
}

function whenWords({ from, to }: PriceRowView): string {
  if (to === undefined)
    return from !== undefined && Date.parse(from) > Date.now() ? `From ${when(from)}` : 'Now';
  return `${from === undefined ? 'Now' : when(from)} – ${when(to)}`;
}

function EndRow({ row }: { row: PriceRowView }) {
  const { variantId, listId, minQuantity, sale } = row;
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const which = `${amount(row.price)} from ${pieces(minQuantity)}${sale === undefined ? '' : `, ${sale}`}`;
  const command = useCommand<undefined, { readonly ended: number }>({
    send: (_, options) =>
      sale === undefined
        ? api.post('/price-ends', { prices: [{ variantId, list: listId, minQuantity }] }, options)
        : api.post('/sale-ends', { name: sale, variantIds: [variantId] }, options),
    tells: ({ ended }) => ({ done: ended === 0 ? 'It had ended already.' : 'The price has ended.' }),
    onDone: close,
  });
  return (
    <>
      <ActionIcon variant="subtle" color="red" onClick={() => setOpen(true)} aria-label={`End ${which}`}>
        <IconX size={16} />
      </ActionIcon>
      <CommandDialog
        title="End the price"
        isGrave
        {...{ isOpen, command }}
        onClose={close}
        input={undefined}
        send="End the price"
      >
        <Text size="sm">
          {which}: it holds no more from now on. Where no other price is left the article cannot be bought.
        </Text>
      </CommandDialog>
    </>
  );
}
