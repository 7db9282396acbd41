import { Switch } from '@mantine/core';
import css from './control.module.css';
import type { ControlProps } from './control.ts';

export function BooleanControl(props: ControlProps<boolean>) {
  const { value = false, isMixed } = props;
  return (
    <Switch
      size="xs"
      id={props.id}
      aria-describedby={props.describedBy}
      checked={value}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
      disabled={props.isReadOnly}
      data-inherited={props.isInherited || undefined}
      thumbIcon={isMixed ? <span className={css.mixedThumb} /> : undefined}
      classNames={{ track: css.switch }}
    />
  );
}
