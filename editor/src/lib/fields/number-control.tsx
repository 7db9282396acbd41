import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import css from './control.module.css';
import { type ControlProps, mixedWords } from './control.ts';
import { inputProps } from './input-props.ts';

interface NumberDetails {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  readonly step?: number;
  readonly unit?: string;
}

export function NumberControl(props: ControlProps<number>) {
  const { value, onChange, isMixed, isInherited, isReadOnly } = props;
  const { min, max, integer, step, unit } = props.field.details as NumberDetails;
  // What is being typed and is no number yet, for example nothing at all, or "-".
  const [draft, setDraft] = useState<string>();
  return (
    <NumberInput
      {...inputProps(props)}
      value={draft ?? value ?? ''}
      onChange={(next) => {
        setDraft(typeof next === 'number' ? undefined : next);
        if (typeof next === 'number' && next !== value) onChange(next, 'typed');
      }}
      onBlur={() => {
        if (draft === '') onChange(undefined);
        setDraft(undefined);
      }}
      min={min}
      max={max}
      step={step}
      clampBehavior="none"
      allowDecimal={!integer}
      suffix={unit ? ` ${unit}` : undefined}
      hideControls={isReadOnly}
      selectAllOnFocus={isInherited}
      placeholder={isMixed ? mixedWords : undefined}
      classNames={{ input: css.input, control: css.step }}
    />
  );
}
