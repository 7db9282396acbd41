import { TextInput } from '@mantine/core';
import type { Money } from '@vitrine/commerce-engine/client';
import { type ReactNode, useState } from 'react';
import { amountText, readAmount } from '../words/read-amount.ts';

/** An amount in its currency, with either decimal sign. What cannot be read is told at the field and is `undefined` to whoever asked. */
export function MoneyField({
  label,
  ariaLabel,
  description,
  currency,
  value,
  onChange,
  error,
  isRequired = false,
  isBare = false,
}: {
  label?: string;
  /** For a field inside of a sentence, whose words say what it is. */
  ariaLabel?: string;
  description?: ReactNode;
  currency: Money['currency'];
  value: Money | undefined;
  onChange: (value: Money | undefined) => void;
  error?: ReactNode;
  isRequired?: boolean;
  /** Its currency stands beside it, to be chosen. */
  isBare?: boolean;
}) {
  const [text, setText] = useState(value ? amountText(value) : '');
  const [problem, setProblem] = useState<string>();
  return (
    <TextInput
      label={label}
      aria-label={ariaLabel}
      description={description}
      withAsterisk={isRequired}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      error={error ?? problem}
      rightSection={isBare ? undefined : currency}
      rightSectionWidth={48}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        setProblem(undefined);
        const read = readAmount(typed, currency);
        onChange(read.kind === 'money' ? read.money : undefined);
      }}
      onBlur={() => {
        if (text.trim() === '') return;
        const read = readAmount(text, currency);
        setProblem(read.kind === 'problem' ? read.problem : undefined);
      }}
    />
  );
}
