import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';

/** A whole number, nothing or more; empty = undefined. */
export function WholeField({
  value,
  onChange,
  isRequired = false,
  isFirst = false,
  ariaLabel,
  ...rest
}: {
  label: string;
  description?: ReactNode;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  error?: ReactNode;
  min?: number;
  isRequired?: boolean;
  /** Where one begins to type when the dialog opens. */
  isFirst?: boolean;
  placeholder?: string;
  /** What it is called where its label says too little. */
  ariaLabel?: string;
  size?: 'xs' | 'sm';
  suffix?: string;
}) {
  return (
    <NumberInput
      min={0}
      {...rest}
      aria-label={ariaLabel}
      withAsterisk={isRequired}
      {...(isFirst && { 'data-autofocus': true })}
      value={value ?? ''}
      onChange={(typed) => onChange(typed === '' ? undefined : Math.trunc(Number(typed)) || 0)}
      allowDecimal={false}
      allowNegative={false}
    />
  );
}
