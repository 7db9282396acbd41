import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

/** A date with a time, as the person's clock has it; told as an ISO time. Empty = undefined. */
export function MomentField({
  label,
  description,
  value,
  onChange,
  error,
  isRequired = false,
}: {
  label: string;
  description?: ReactNode;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  error?: ReactNode;
  isRequired?: boolean;
}) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={description}
      withAsterisk={isRequired}
      defaultValue={value === undefined ? '' : localText(new Date(value))}
      error={error}
      onChange={(event) => {
        const at = new Date(event.currentTarget.value);
        onChange(Number.isNaN(at.getTime()) ? undefined : at.toISOString());
      }}
    />
  );
}

/** As the browser's field wants it: `2026-11-29T09:30`. */
function localText(at: Date): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
