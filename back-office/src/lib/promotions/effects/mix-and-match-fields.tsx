import { NativeSelect, Stack } from '@mantine/core';
import type { GroupDeal } from '@vitrine/commerce-engine/client';
import { CountField, PercentField, Sentence, SumField, Words } from '../../look/sentence.tsx';
import { Steps } from '../../look/steps.tsx';
import { CutField } from './cut-field.tsx';
import type { Editing } from './editing.ts';
import { GoodsField } from './goods-field.tsx';
import { Limit, withLimit } from './limit.tsx';

const deals: readonly { readonly value: GroupDeal['kind']; readonly label: string }[] = [
  { value: 'cheapest', label: 'the cheapest of them' },
  { value: 'price', label: 'all together cost' },
  { value: 'amount', label: 'off all together' },
  { value: 'percent', label: 'per cent off all' },
];

/** Several together: three for two, a set. */
export function MixAndMatchFields({ effect, currency, onChange }: Editing<'mix-and-match'>) {
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

function beginDeal(kind: GroupDeal['kind']): GroupDeal {
  if (kind === 'cheapest') return { kind, pieces: 1, cut: { kind: 'percent', basisPoints: 10_000 } };
  if (kind === 'percent') return { kind, basisPoints: 1_000 };
  return kind === 'per-group' ? { kind } : { kind, amount: 1_000 };
}
