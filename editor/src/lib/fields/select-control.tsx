import { SegmentedControl, Select } from '@mantine/core';
import css from './control.module.css';
import { type ControlProps, mixedWords } from './control.ts';
import { inputProps } from './input-props.ts';

interface SelectDetails {
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly control?: 'menu' | 'buttons';
}

/** Characters that stand beside each other in the width of a panel. */
const ROOM = 32;

export function SelectControl(props: ControlProps<string>) {
  const { value, onChange, isReadOnly, isMixed } = props;
  const { options = [], control } = props.field.details as SelectDetails;
  const data = [...options];
  if (control === 'buttons' && options.length <= 3) {
    const isWide = options.reduce((sum, { label }) => sum + label.length + 3, 0) > ROOM;
    return (
      <SegmentedControl
        size="xs"
        fullWidth
        orientation={isWide ? 'vertical' : 'horizontal'}
        aria-labelledby={props.labelId}
        aria-describedby={props.describedBy}
        data={data}
        value={value ?? ''}
        onChange={onChange}
        readOnly={isReadOnly}
        data-inherited={props.isInherited || undefined}
        classNames={{ root: css.segments, label: css.segment, indicator: css.segmentMark }}
        transitionDuration={0}
      />
    );
  }
  return (
    <Select
      {...inputProps(props)}
      data={data}
      value={value ?? null}
      onChange={(next) => next !== null && onChange(next)}
      allowDeselect={false}
      placeholder={isMixed ? mixedWords : 'Choose'}
      classNames={{ input: css.input }}
      comboboxProps={{ shadow: 'md', transitionProps: { duration: 0 } }}
    />
  );
}
