import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { FieldDescription } from '@vitrine/modules';
import { memo, useId } from 'react';
import { FieldControl } from '../../fields/field-control.tsx';
import { ShownField } from '../../fields/shown-field.tsx';
import type { FieldGroup } from './group-fields.ts';
import css from './panel-section.module.css';

export const PanelSection = memo(function PanelSection(props: {
  group: FieldGroup;
  /** All fields of the module: what a condition may speak of. */
  siblings: readonly FieldDescription[];
  isFolded: boolean;
  onFold: (title: string) => void;
}) {
  const { group, siblings, isFolded, onFold } = props;
  const id = useId();
  const fields = group.fields.map((field) => (
    <ShownField key={field.name} Field={FieldControl} field={field} siblings={siblings} />
  ));
  if (group.title === '') return <div className={css.fields}>{fields}</div>;
  return (
    <section className={css.section} aria-labelledby={id}>
      <h3 className={css.heading}>
        <button
          type="button"
          id={id}
          className={css.fold}
          aria-expanded={!isFolded}
          onClick={() => onFold(group.title)}
        >
          {group.title}
          {isFolded ? <IconChevronRight size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
        </button>
      </h3>
      {!isFolded && <div className={css.fields}>{fields}</div>}
    </section>
  );
});
