import { TextInput } from '@mantine/core';
import css from './variants.module.css';

/** The colour in which shoppers see a value, as CSS writes it, with a look at it. */
export function SwatchField({
  name,
  value = '',
  onChange,
  problem,
}: {
  /** Of the value. */
  name: string;
  value: string | undefined;
  onChange: (colour: string) => void;
  problem: string | undefined;
}) {
  return (
    <TextInput
      size="xs"
      aria-label={`Colour of ${name}`}
      placeholder="#c8553d"
      spellCheck={false}
      leftSection={<span aria-hidden className={css.swatch} style={{ background: value }} />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
      error={problem}
      maxLength={100}
    />
  );
}
