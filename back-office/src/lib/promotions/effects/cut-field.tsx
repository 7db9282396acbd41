import { NativeSelect } from '@mantine/core';
import type { PriceCut } from '@vitrine/commerce-engine/client';
import { PercentField, SumField } from '../../look/sentence.tsx';

/** What comes off: a percentage, an amount, or what it costs then. */
export function CutField({
  value,
  currency,
  onChange,
  kinds = ['percent', 'amount', 'price'],
}: {
  value: PriceCut;
  currency: string;
  onChange: (cut: PriceCut) => void;
  kinds?: readonly PriceCut['kind'][];
}) {
  const labels = { percent: 'per cent off', amount: 'off', price: 'is the price then' };
  return (
    <>
      {value.kind === 'percent' ? (
        <PercentField
          label="Percentage"
          value={value.basisPoints}
          onChange={(basisPoints) => onChange({ kind: 'percent', basisPoints })}
        />
      ) : (
        <SumField
          label="Amount"
          currency={currency}
          value={value.amount}
          onChange={(amount) => onChange({ ...value, amount })}
        />
      )}
      <NativeSelect
        aria-label="What comes off"
        data={kinds.map((kind) => ({ value: kind, label: labels[kind] }))}
        value={value.kind}
        onChange={(event) => {
          const kind = event.currentTarget.value as PriceCut['kind'];
          onChange(kind === 'percent' ? { kind, basisPoints: 1_000 } : { kind, amount: 500 });
        }}
      />
    </>
  );
}
