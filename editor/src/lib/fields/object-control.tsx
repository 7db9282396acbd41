import type { FieldDescription } from '@vitrine/modules';
import type { ComponentType } from 'react';
import type { FieldProps } from './field-scope.tsx';
import css from './object-control.module.css';
import { ShownField } from './shown-field.tsx';
import type { FieldState } from './use-field.ts';

/** Fields that belong together. */
export function ObjectControl(props: {
  field: FieldDescription;
  state: FieldState;
  Field: ComponentType<FieldProps>;
  labelId: string;
  describedBy: string | undefined;
  isReadOnly: boolean;
}) {
  return (
    <fieldset className={css.object} aria-labelledby={props.labelId} aria-describedby={props.describedBy}>
      <FieldsOf
        fields={props.field.fields ?? []}
        parent={props.state.path}
        Field={props.Field}
        isReadOnly={props.isReadOnly}
      />
    </fieldset>
  );
}

export function FieldsOf(props: {
  fields: readonly FieldDescription[];
  parent: string;
  Field: ComponentType<FieldProps>;
  isReadOnly: boolean;
}) {
  return (
    <div className={css.fields}>
      {props.fields.map((field) => (
        <ShownField
          key={field.name}
          Field={props.Field}
          field={field}
          siblings={props.fields}
          parent={props.parent}
          isReadOnly={props.isReadOnly}
        />
      ))}
    </div>
  );
}
