import { NativeSelect, NumberInput, Text } from '@mantine/core';
import { type LineSelection, type Money, money, type PriceCut } from '@vitrine/commerce-engine/client';
import type { ReactNode } from 'react';
import { TargetsField } from '../goods/targets-field.tsx';
import { MoneyField } from '../look/money-field.tsx';
import css from './promotions.module.css';

/** A sentence with fields in it. */
export function Sentence({ children }: { children: ReactNode }) {
  return <div className={css.sentence}>{children}</div>;
}

export function Words({ children }: { children: ReactNode }) {
  return <Text size="sm">{children}</Text>;
}

export function CountField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}) {
  return (
    <NumberInput
      aria-label={label}
      className={css.number}
      value={value ?? ''}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
      min={1}
      max={10_000}
      allowDecimal={false}
    />
  );
}

export function PercentField({
  label,
  value,
  onChange,
}: {
  label: string;
  /** Hundredths of a percent. */
  value: number;
  onChange: (basisPoints: number) => void;
}) {
  return (
    <NumberInput
      aria-label={label}
      className={css.number}
      value={value / 100}
      onChange={(typed) => onChange(Math.round(Number(typed) * 100))}
      min={0}
      max={100}
      decimalScale={2}
      suffix=" %"
    />
  );
}

export function SumField({
  label,
  currency,
  value,
  onChange,
}: {
  label: string;
  currency: string;
  value: number;
  onChange: (minor: number) => void;
}) {
  return (
    <div className={css.money}>
      <MoneyField
        key={currency}
        ariaLabel={label}
        currency={currency}
        value={money(value, currency)}
        onChange={(typed: Money | undefined) => onChange(typed?.amount ?? 0)}
      />
    </div>
  );
}

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

/** Which goods; none chosen = all of them. */
export function GoodsField({
  value: { include, exclude = [], ...rest },
  onChange,
  label = 'Goods',
}: {
  value: LineSelection;
  onChange: (lines: LineSelection) => void;
  label?: string;
}) {
  const chosen = include.flatMap((target) => (target.kind === 'everything' ? [] : [target]));
  const not = exclude.flatMap((target) => (target.kind === 'everything' ? [] : [target]));
  const set = (meant: typeof chosen, left: typeof not) =>
    onChange({
      ...rest,
      include: meant.length === 0 ? [{ kind: 'everything' }] : meant,
      ...(left.length > 0 && { exclude: left }),
    });
  return (
    <>
      <div className={css.goods}>
        <TargetsField
          label={label}
          placeholder="everything"
          value={chosen}
          onChange={(next) => set(next, not)}
        />
      </div>
      <Words>but not</Words>
      <div className={css.goods}>
        <TargetsField
          label={`${label}: but not`}
          placeholder="nothing left out"
          value={not}
          onChange={(next) => set(chosen, next)}
        />
      </div>
    </>
  );
}
