import type { ControlProps } from './control.ts';

/**
 * What Mantine's inputs are given alike. `withAria: false`: label, help and problem stand outside of them, and with it they would
 * overwrite what is said about those here.
 */
export function inputProps(props: Omit<ControlProps<unknown>, 'value' | 'onChange'>) {
  return {
    size: 'xs' as const,
    withAria: false,
    id: props.id,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.isInvalid || undefined,
    error: props.isInvalid,
    readOnly: props.isReadOnly,
    'data-inherited': props.isInherited || undefined,
    'data-read-only': props.isReadOnly || undefined,
  };
}
