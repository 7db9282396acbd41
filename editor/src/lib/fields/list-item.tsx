import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { FieldDescription } from '@vitrine/modules';
import { hint } from '@vitrine/ui';
import { type ComponentType, useEffect, useMemo, useRef } from 'react';
import css from './control.module.css';
import { valueAt } from './field-place.ts';
import { joinPath } from './field-reading.ts';
import { type FieldProps, useFieldScope } from './field-scope.tsx';
import type { VariantView } from './field-variant.ts';
import { itemTitle } from './item-title.ts';
import { FieldsOf } from './object-control.tsx';
import rowCss from './rows.module.css';
import { useFieldChanges } from './use-field.ts';
import type { useReorder } from './use-reorder.ts';
import { useSelected } from './use-selected.ts';

type Reorder = ReturnType<typeof useReorder>;

export interface ListItemProps {
  readonly item: FieldDescription;
  /** Of the list. */
  readonly path: string;
  readonly handle: string;
  readonly index: number;
  readonly view: VariantView;
  readonly Field: ComponentType<FieldProps>;
  readonly isInline: boolean;
  readonly isReadOnly: boolean;
  readonly isOpen: boolean;
  /** Just added: its first control is given the focus. */
  readonly isFresh: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
  readonly row: ReturnType<Reorder['rowProps']>;
  readonly grip: ReturnType<Reorder['handleProps']>;
}

export function ListItem(props: ListItemProps) {
  const { item, path, handle, index, view, Field, isInline, isReadOnly, isOpen, isFresh } = props;
  const { page, ids, fields } = useFieldScope();
  const itemPath = joinPath(path, handle);
  const title = useSelected(useFieldChanges(), () =>
    itemTitle(item, valueAt(page, ids[0]!, fields, itemPath).value, view),
  );
  // Taking the item away is the row's own button.
  const leaf = useMemo(() => ({ ...item, required: item.required || isInline }), [item, isInline]);
  const content = useRef<HTMLDivElement>(null);
  const name = title ?? `${item.label} ${index + 1}`;

  useEffect(() => {
    if (isFresh)
      content.current?.querySelector<HTMLElement>('input, textarea, button, [contenteditable]')?.focus();
  }, [isFresh]);

  const inner =
    item.kind === 'object' ? (
      <FieldsOf fields={item.fields ?? []} parent={itemPath} Field={Field} isReadOnly={isReadOnly} />
    ) : (
      <Field field={leaf} parent={path} item={handle} isReadOnly={isReadOnly} isLabelHidden />
    );
  return (
    <div className={rowCss.row} data-inline={isInline || undefined} {...props.row}>
      <div className={rowCss.head}>
        <button type="button" className={rowCss.handle} {...props.grip}>
          <IconGripVertical size={14} stroke={1.5} aria-hidden />
        </button>
        {isInline ? (
          <div className={rowCss.inline} ref={content}>
            {inner}
          </div>
        ) : (
          <button type="button" className={rowCss.title} aria-expanded={isOpen} onClick={props.onToggle}>
            {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
            <span className={rowCss.titleWords} data-empty={title === undefined || undefined}>
              {name}
            </span>
          </button>
        )}
        {!isReadOnly && (
          <ActionIcon
            className={css.action}
            variant="subtle"
            size="sm"
            aria-label={`Remove ${name}`}
            {...hint('Remove')}
            onClick={props.onRemove}
          >
            <IconTrash size={14} stroke={1.5} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {!isInline && isOpen && (
        <div className={rowCss.body} ref={content}>
          {inner}
        </div>
      )}
    </div>
  );
}
