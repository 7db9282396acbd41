import { ActionIcon, Button, NativeSelect, Stack, TagsInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { GroupDeal, PriceCut, PromotionEffect } from '@vitrine/commerce-engine/client';
import type { ReactNode } from 'react';
import { useVariants, VariantSearch } from '../goods/variant-search.tsx';
import css from './promotions.module.css';
import {
  CountField,
  CutField,
  GoodsField,
  PercentField,
  Sentence,
  SumField,
  Words,
} from './sentence-fields.tsx';

type Effect<Kind extends PromotionEffect['kind']> = Extract<PromotionEffect, { kind: Kind }>;

interface Editing<Kind extends PromotionEffect['kind']> {
  readonly effect: Effect<Kind>;
  readonly currency: string;
  readonly onChange: (effect: PromotionEffect) => void;
}

/** What a promotion gives, as a sentence to fill in. */
export function EffectForm({
  effect,
  ...rest
}: {
  effect: PromotionEffect;
  currency: string;
  onChange: (effect: PromotionEffect) => void;
}) {
  switch (effect.kind) {
    case 'simple':
      return (
        <Sentence>
          <CutField
            value={effect.cut}
            currency={rest.currency}
            onChange={(cut) => rest.onChange({ ...effect, cut })}
          />
          <Words>for each piece of</Words>
          <GoodsField value={effect.lines} onChange={(lines) => rest.onChange({ ...effect, lines })} />
        </Sentence>
      );
    case 'quantity':
      return <Quantity effect={effect} {...rest} />;
    case 'mix-and-match':
      return <MixAndMatch effect={effect} {...rest} />;
    case 'buy-x-get-y':
      return <BuyGet effect={effect} {...rest} />;
    case 'threshold':
      return <Threshold effect={effect} {...rest} />;
    case 'shipping':
      return <Shipping effect={effect} {...rest} />;
    case 'tender':
      return <Tender effect={effect} {...rest} />;
    case 'gift':
      return <Gift effect={effect} {...rest} />;
  }
}

function Quantity({ effect, currency, onChange }: Editing<'quantity'>) {
  return (
    <Stack gap="sm">
      <Steps
        items={effect.levels}
        onChange={(levels) => onChange({ ...effect, levels })}
        next={(last) => ({ from: (last?.from ?? 1) + 2, cut: last?.cut ?? percent(1_000) })}
        more="Another level"
      >
        {(level, set) => (
          <>
            <Words>From</Words>
            <CountField label="Pieces" value={level.from} onChange={(from = 1) => set({ ...level, from })} />
            <Words>pieces of one article:</Words>
            <CutField value={level.cut} currency={currency} onChange={(cut) => set({ ...level, cut })} />
          </>
        )}
      </Steps>
      <Sentence>
        <Words>of</Words>
        <GoodsField value={effect.lines} onChange={(lines) => onChange({ ...effect, lines })} />
      </Sentence>
    </Stack>
  );
}

const deals: readonly { readonly value: GroupDeal['kind']; readonly label: string }[] = [
  { value: 'cheapest', label: 'the cheapest of them' },
  { value: 'price', label: 'all together cost' },
  { value: 'amount', label: 'off all together' },
  { value: 'percent', label: 'per cent off all' },
];

function MixAndMatch({ effect, currency, onChange }: Editing<'mix-and-match'>) {
  const { deal, groups, limit } = effect;
  const setDeal = (next: GroupDeal) => onChange({ ...effect, deal: next });
  return (
    <Stack gap="sm">
      <Steps
        items={groups}
        onChange={(next) => onChange({ ...effect, groups: next })}
        next={() => ({ lines: { include: [{ kind: 'everything' as const }] }, quantity: 1 })}
        more="And others with them"
      >
        {(group, set, at) => (
          <>
            <Words>{at === 0 ? 'Of' : 'and'}</Words>
            <CountField
              label="Pieces"
              value={group.quantity}
              onChange={(quantity = 1) => set({ ...group, quantity })}
            />
            <Words>pieces of</Words>
            <GoodsField value={group.lines} onChange={(lines) => set({ ...group, lines })} />
          </>
        )}
      </Steps>
      <Sentence>
        {deal.kind === 'per-group' ? (
          <Words>each group has a discount of its own, as it was imported</Words>
        ) : (
          <NativeSelect
            aria-label="What they get"
            data={[...deals]}
            value={deal.kind}
            onChange={(event) => setDeal(beginDeal(event.currentTarget.value as GroupDeal['kind']))}
          />
        )}
        {deal.kind === 'cheapest' && (
          <>
            <CountField
              label="How many of the cheapest"
              value={deal.pieces}
              onChange={(pieces = 1) => setDeal({ ...deal, pieces })}
            />
            <Words>at</Words>
            <CutField value={deal.cut} currency={currency} onChange={(cut) => setDeal({ ...deal, cut })} />
          </>
        )}
        {(deal.kind === 'price' || deal.kind === 'amount') && (
          <SumField
            label="Amount"
            currency={currency}
            value={deal.amount}
            onChange={(amount) => setDeal({ ...deal, amount })}
          />
        )}
        {deal.kind === 'percent' && (
          <PercentField
            label="Percentage"
            value={deal.basisPoints}
            onChange={(basisPoints) => setDeal({ ...deal, basisPoints })}
          />
        )}
        <Limit value={limit} onChange={(next) => onChange(withLimit(effect, next))} />
      </Sentence>
    </Stack>
  );
}

function BuyGet({ effect, currency, onChange }: Editing<'buy-x-get-y'>) {
  const { buy, get, limit } = effect;
  return (
    <Stack gap="sm">
      <Sentence>
        <Words>Who buys</Words>
        <CountField
          label="Pieces to buy"
          value={buy.quantity}
          onChange={(quantity = 1) => onChange({ ...effect, buy: { ...buy, quantity } })}
        />
        <Words>of</Words>
        <GoodsField
          label="Goods to buy"
          value={buy.lines}
          onChange={(lines) => onChange({ ...effect, buy: { ...buy, lines } })}
        />
      </Sentence>
      <Sentence>
        <Words>gets</Words>
        <CountField
          label="Pieces to get"
          value={get.quantity}
          onChange={(quantity = 1) => onChange({ ...effect, get: { ...get, quantity } })}
        />
        <Words>of</Words>
        <GoodsField
          label="Goods to get"
          value={get.lines}
          onChange={(lines) => onChange({ ...effect, get: { ...get, lines } })}
        />
        <Words>with</Words>
        <CutField
          value={get.cut}
          currency={currency}
          onChange={(cut) => onChange({ ...effect, get: { ...get, cut } })}
        />
        <Limit value={limit} onChange={(next) => onChange(withLimit(effect, next))} />
      </Sentence>
    </Stack>
  );
}

function Threshold({ effect, currency, onChange }: Editing<'threshold'>) {
  return (
    <Stack gap="sm">
      <Sentence>
        <Words>Who buys of</Words>
        <GoodsField value={effect.lines} onChange={(lines) => onChange({ ...effect, lines })} />
      </Sentence>
      <Steps
        items={effect.tiers}
        onChange={(tiers) => onChange({ ...effect, tiers })}
        next={(last) => ({
          from: (last?.from ?? 0) + 5_000,
          cut: last?.cut ?? { kind: 'percent' as const, basisPoints: 1_000 },
        })}
        more="Another sum"
      >
        {(tier, set) => (
          <>
            <Words>for</Words>
            <SumField
              label="From"
              currency={currency}
              value={tier.from}
              onChange={(from) => set({ ...tier, from })}
            />
            <Words>or more gets</Words>
            <CutField
              value={tier.cut}
              currency={currency}
              kinds={['percent', 'amount']}
              onChange={(cut) => set({ ...tier, cut: cut as Exclude<PriceCut, { kind: 'price' }> })}
            />
          </>
        )}
      </Steps>
    </Stack>
  );
}

function Shipping({ effect, currency, onChange }: Editing<'shipping'>) {
  return (
    <Stack gap="sm">
      <Sentence>
        <Words>Who buys of</Words>
        <GoodsField value={effect.lines} onChange={(lines) => onChange({ ...effect, lines })} />
      </Sentence>
      <PercentTiers effect={effect} currency={currency} onChange={onChange} off="off delivery" />
    </Stack>
  );
}

function Tender({ effect, currency, onChange }: Editing<'tender'>) {
  return (
    <Stack gap="sm">
      <Sentence>
        <Words>Who pays with</Words>
        <TagsInput
          aria-label="Ways of paying"
          placeholder={effect.tenders.length === 0 ? 'transfer, card …' : undefined}
          value={[...effect.tenders]}
          onChange={(tenders) => onChange({ ...effect, tenders })}
          className={css.goods}
        />
        <Words>for</Words>
        <GoodsField value={effect.lines} onChange={(lines) => onChange({ ...effect, lines })} />
      </Sentence>
      <PercentTiers effect={effect} currency={currency} onChange={onChange} off="off" />
    </Stack>
  );
}

function PercentTiers({
  effect,
  currency,
  onChange,
  off,
}: {
  effect: Effect<'shipping'> | Effect<'tender'>;
  currency: string;
  onChange: (effect: PromotionEffect) => void;
  off: string;
}) {
  return (
    <Steps
      items={effect.tiers}
      onChange={(tiers) => onChange({ ...effect, tiers })}
      next={(last) => ({ from: (last?.from ?? 0) + 5_000, basisPoints: last?.basisPoints ?? 1_000 })}
      more="Another sum"
    >
      {(tier, set) => (
        <>
          <Words>for</Words>
          <SumField
            label="From"
            currency={currency}
            value={tier.from}
            onChange={(from) => set({ ...tier, from })}
          />
          <Words>or more gets</Words>
          <PercentField
            label="Percentage"
            value={tier.basisPoints}
            onChange={(basisPoints) => set({ ...tier, basisPoints })}
          />
          <Words>{off}</Words>
        </>
      )}
    </Steps>
  );
}

function Gift({ effect, currency, onChange }: Editing<'gift'>) {
  const { gift, fromAmount } = effect;
  const known = useVariants(gift.variantId === '' ? [] : [gift.variantId]).get(gift.variantId);
  return (
    <Stack gap="sm">
      <Sentence>
        <Words>Who buys of</Words>
        <GoodsField value={effect.lines} onChange={(lines) => onChange({ ...effect, lines })} />
        <Words>for</Words>
        <SumField
          label="From"
          currency={currency}
          value={fromAmount ?? 0}
          onChange={(from) => {
            const { fromAmount: _, ...rest } = effect;
            onChange(from > 0 ? { ...rest, fromAmount: from } : rest);
          }}
        />
        <Words>or more gets</Words>
        <CountField
          label="Pieces of the gift"
          value={gift.quantity}
          onChange={(quantity = 1) => onChange({ ...effect, gift: { ...gift, quantity } })}
        />
        <Words>× {known ? `${known.name} (${known.sku})` : 'an article still to choose'}</Words>
      </Sentence>
      <VariantSearch
        label="The gift"
        onChosen={({ variantId }) => onChange({ ...effect, gift: { ...gift, variantId } })}
      />
    </Stack>
  );
}

/** Levels, tiers or groups: one below the other, with a way to one more. */
function Steps<Item>({
  items,
  onChange,
  next,
  more,
  children,
}: {
  items: readonly Item[];
  onChange: (items: Item[]) => void;
  next: (last: Item | undefined) => Item;
  more: string;
  children: (item: Item, set: (item: Item) => void, at: number) => ReactNode;
}) {
  return (
    <>
      <ul className={css.rows}>
        {items.map((item, at) => (
          <li key={at}>
            <Sentence>
              {children(
                item,
                (changed) => onChange(items.map((each, place) => (place === at ? changed : each))),
                at,
              )}
              {items.length > 1 && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label="Take this line out"
                  onClick={() => onChange(items.filter((_, place) => place !== at))}
                >
                  <IconX size={16} />
                </ActionIcon>
              )}
            </Sentence>
          </li>
        ))}
      </ul>
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...items, next(items.at(-1))])}
        >
          {more}
        </Button>
      </div>
    </>
  );
}

function Limit({
  value,
  onChange,
}: {
  value: number | undefined;
  onChange: (limit: number | undefined) => void;
}) {
  return (
    <>
      <Words>, at most</Words>
      <CountField label="How often in one basket" value={value} onChange={onChange} />
      <Words>times in one basket (empty = as often as it goes)</Words>
    </>
  );
}

function withLimit(
  effect: Effect<'mix-and-match'> | Effect<'buy-x-get-y'>,
  limit: number | undefined,
): PromotionEffect {
  const { limit: _, ...rest } = effect;
  return limit === undefined ? rest : { ...rest, limit };
}

function beginDeal(kind: GroupDeal['kind']): GroupDeal {
  if (kind === 'cheapest') return { kind, pieces: 1, cut: percent(10_000) };
  if (kind === 'percent') return { kind, basisPoints: 1_000 };
  return kind === 'per-group' ? { kind } : { kind, amount: 1_000 };
}

function percent(basisPoints: number): PriceCut {
  return { kind: 'percent', basisPoints };
}
