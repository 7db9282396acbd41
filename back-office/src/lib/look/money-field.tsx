import { TextInput } from '@mantine/core';
import { decimalText, type Money, parseMoney } from '@vitrine/commerce-engine/client';
import { type ReactNode, useState } from 'react';

const sign = new Intl.NumberFormat().formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
const decimalSign = sign === ',' ? ',' : '.';

/**
 * An amount in its currency, read as the person's locale writes numbers. What cannot be read is told at the field and is `undefined`
 * to whoever asked.
 */
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
  const [text, setText] = useState(value ? decimalText(value).replace('.', decimalSign) : '');
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
        const read = parseMoney(typed, currency, { decimalSign });
        onChange(read.kind === 'money' ? read.money : undefined);
      }}
      onBlur={() => {
        if (text.trim() === '') return;
        const read = parseMoney(text, currency, { decimalSign });
        setProblem(read.kind === 'problem' ? read.problem : undefined);
      }}
    />
  );
}
