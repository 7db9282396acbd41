import { NumberInput, Text } from '@mantine/core';
import { type Money, money } from '@vitrine/commerce-engine/client';
import type { ReactNode } from 'react';
import { MoneyField } from './money-field.tsx';
import css from './sentence.module.css';

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
  least = 1,
  most = 10_000,
  ...rest
}: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  least?: number;
  most?: number;
  suffix?: string;
  error?: ReactNode;
}) {
  return (
    <NumberInput
      aria-label={label}
      className={css.number}
      value={value ?? ''}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
      min={least}
      max={most}
      allowDecimal={false}
      {...rest}
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
  ...rest
}: {
  label: string;
  currency: string;
  value: number;
  onChange: (minor: number) => void;
  error?: ReactNode;
  isBare?: boolean;
}) {
  return (
    <div className={css.money}>
      <MoneyField
        key={currency}
        ariaLabel={label}
        currency={currency}
        value={money(value, currency)}
        onChange={(typed: Money | undefined) => onChange(typed?.amount ?? 0)}
        {...rest}
      />
    </div>
  );
}
