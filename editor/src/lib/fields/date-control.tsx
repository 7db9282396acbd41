import { Input, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import css from './control.module.css';
import type { ControlProps } from './control.ts';
import { formatMoment, offsetChoices, offsetHere, parseMoment } from './date-text.ts';
import { inputProps } from './input-props.ts';

export function DateControl(props: ControlProps<string>) {
  const { time = false } = props.field.details as { time?: boolean };
  return time ? <MomentControl {...props} /> : <DayControl {...props} />;
}

function DayControl(props: ControlProps<string>) {
  return (
    <Input
      {...inputProps(props)}
      classNames={{ input: css.input }}
      type="date"
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.currentTarget.value || undefined)}
    />
  );
}

function MomentControl(props: ControlProps<string>) {
  const { value, onChange, isReadOnly, labelId } = props;
  const moment = value === undefined ? undefined : parseMoment(value);
  const [wanted, setWanted] = useState<string>();
  const offset = moment?.offset ?? wanted ?? offsetHere(new Date().toISOString().slice(0, 16));
  const write = (local: string) => {
    if (local === '') return onChange(undefined);
    const minutes = local.slice(0, 16);
    onChange(formatMoment({ local: minutes, offset: moment?.offset ?? wanted ?? offsetHere(minutes) }));
  };
  return (
    <fieldset className={`${css.bare} ${css.row}`} aria-labelledby={labelId}>
      <Input
        {...inputProps(props)}
        classNames={{ input: css.input }}
        className={css.grow}
        type="datetime-local"
        aria-labelledby={labelId}
        value={moment?.local ?? ''}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        aria-label="Offset from Greenwich"
        className={css.offset}
        data={offsetChoices(offset).map((each) => ({ value: each, label: `UTC${each.replace('-', '−')}` }))}
        value={offset}
        disabled={isReadOnly}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setWanted(next);
          if (moment) onChange(formatMoment({ ...moment, offset: next }));
        }}
        classNames={{ input: css.input }}
      />
    </fieldset>
  );
}
