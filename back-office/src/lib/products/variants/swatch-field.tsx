import { TextInput } from '@mantine/core';
import { COLOUR_EXPECTED, isCssColour } from '@vitrine/commerce-engine/client';
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
  const isWrong = value !== '' && !isCssColour(value);
  return (
    <TextInput
      size="xs"
      aria-label={`Colour of ${name}`}
      placeholder="#c8553d"
      spellCheck={false}
      leftSection={
        <span aria-hidden className={css.swatch} style={isWrong ? undefined : { background: value }} />
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
      error={isWrong ? `${COLOUR_EXPECTED.charAt(0).toUpperCase()}${COLOUR_EXPECTED.slice(1)}.` : problem}
      maxLength={100}
    />
  );
}
