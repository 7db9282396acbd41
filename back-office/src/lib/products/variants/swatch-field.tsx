import { TextInput } from '@mantine/core';
import { COLOUR_EXPECTED, isCssColour } from '@vitrine/commerce-engine/client';
import { useEffect, useRef } from 'react';
import css from './variants.module.css';

const HEX = /^#[0-9a-f]{6}$/i;

/** The colour in which shoppers see a value, as CSS writes it, with a look at it; the look is also where one is picked. */
export function SwatchField({
  name,
  value = '',
  onChange,
  problem,
  isAsked,
}: {
  /** Of the value. */
  name: string;
  value: string | undefined;
  onChange: (colour: string) => void;
  problem: string | undefined;
  /** Its value has just been added: this comes next. */
  isAsked: boolean;
}) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  const isWrong = value !== '' && !isCssColour(value);
  return (
    <TextInput
      ref={field}
      size="xs"
      aria-label={`Colour of ${name}`}
      placeholder="#c8553d"
      spellCheck={false}
      leftSection={
        <span className={css.swatch} style={isWrong ? undefined : { background: value }}>
          <input
            type="color"
            aria-label={`Pick for ${name}`}
            value={HEX.test(value) ? value : '#808080'}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </span>
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={value === '' && 'Which colour is it?'}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
      error={isWrong ? `${COLOUR_EXPECTED.charAt(0).toUpperCase()}${COLOUR_EXPECTED.slice(1)}.` : problem}
      maxLength={100}
    />
  );
}
