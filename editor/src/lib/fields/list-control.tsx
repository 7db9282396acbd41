import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Json } from '@vitrine/content';
import type { FieldDescription } from '@vitrine/modules';
import { type ComponentType, useEffect, useMemo, useState } from 'react';
import css from './control.module.css';
import { mixedWords } from './control.ts';
import { newItem } from './empty-value.ts';
import { valueAt } from './field-place.ts';
import { joinPath } from './field-reading.ts';
import { type FieldProps, useFieldScope } from './field-scope.tsx';
import { localeName } from './field-words.ts';
import { itemTitle } from './item-title.ts';
import { ListItem } from './list-item.tsx';
import { addItem, moveListItem, removeListItem } from './list-items.ts';
import { NewItem } from './new-item.tsx';
import rowCss from './rows.module.css';
import type { FieldState } from './use-field.ts';
import { useItemKeys } from './use-item-keys.ts';
import { useReorder } from './use-reorder.ts';

/** Kinds small enough to stand in the row itself. */
const inlineKinds = ['text', 'number', 'boolean', 'select', 'product', 'category', 'date'];

export function ListControl(props: {
  field: FieldDescription;
  state: FieldState;
  Field: ComponentType<FieldProps>;
  id: string;
  labelId: string;
  describedBy: string | undefined;
  isReadOnly: boolean;
  isInherited: boolean;
}) {
  const { field, state, isInherited } = props;
  const scope = useFieldScope();
  const item = field.item ?? missingItem;
  const isInline = inlineKinds.includes(item.kind) && !(item.details as { multiline?: boolean }).multiline;
  const isReadOnly = props.isReadOnly || isInherited;
  const { origin, items } = state;
  const path = origin.kind === 'inherited' ? inheritedPath(state.path, origin.key) : state.path;
  const keys = useItemKeys(items);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [isAdding, setAdding] = useState(false);
  const [fresh, setFresh] = useState<number>();
  const { max } = field.details as { max?: number };

  // Its key is known only now that it is there.
  const freshKey = fresh === undefined ? undefined : keys[fresh];
  useEffect(() => {
    if (freshKey === undefined) return;
    setOpen((before) => new Set(before).add(freshKey));
    setFresh(undefined);
  }, [freshKey]);

  const titleOf = (index: number) => {
    const found = valueAt(scope.page, scope.ids[0]!, scope.fields, joinPath(path, items[index] ?? ''));
    return itemTitle(item, found.value, scope) ?? `${item.label} ${index + 1}`;
  };
  const { list, said, handleProps, rowProps } = useReorder({
    count: items.length,
    onMove: (from, to) => moveListItem(scope, path, from, to),
    isReadOnly,
    titleOf,
  });
  const add = (value: Json) => {
    setAdding(false);
    setFresh(items.length);
    addItem(scope, path, value);
  };
  const begin = () => {
    const value = newItem(item);
    if (value === undefined) setAdding(true);
    else add(value);
  };
  const view = useMemo(
    () => ({ locale: scope.locale, baseLocale: scope.baseLocale, breakpoint: scope.breakpoint }),
    [scope.locale, scope.baseLocale, scope.breakpoint],
  );

  if (state.isMixed) return <DifferentLists state={state} isReadOnly={props.isReadOnly} />;
  return (
    <fieldset className={css.bare} aria-labelledby={props.labelId} aria-describedby={props.describedBy}>
      <div ref={list} className={rowCss.rows}>
        {items.map((handle, index) => {
          const key = keys[index]!;
          return (
            <ListItem
              key={key}
              item={item}
              path={path}
              handle={handle}
              index={index}
              view={view}
              Field={props.Field}
              isInline={isInline}
              isReadOnly={isReadOnly}
              isOpen={open.has(key) || fresh === index}
              isFresh={fresh === index}
              onToggle={() => setOpen(toggled(open, key))}
              onRemove={() => removeListItem(scope, path, index)}
              row={rowProps(index)}
              grip={handleProps(index)}
            />
          );
        })}
        {isAdding && <NewItem item={item} onChoose={add} onCancel={() => setAdding(false)} />}
      </div>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <div className={rowCss.foot}>
        {isInherited && !props.isReadOnly ? (
          <Button
            className={css.plain}
            variant="default"
            size="compact-xs"
            onClick={() => state.write(state.value ?? [])}
          >
            Make one for {localeName(scope.locale)}
          </Button>
        ) : (
          !isReadOnly && (
            <Button
              id={props.id}
              variant="subtle"
              color="gray"
              size="compact-xs"
              className={rowCss.add}
              leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
              disabled={max !== undefined && items.length >= max}
              onClick={begin}
            >
              Add {lowerFirst(item.label)}
            </Button>
          )
        )}
        <span>{limitWords(items.length, field)}</span>
      </div>
    </fieldset>
  );
}

function DifferentLists({ state, isReadOnly }: { state: FieldState; isReadOnly: boolean }) {
  const scope = useFieldScope();
  const [first] = scope.ids;
  return (
    <div className={rowCss.foot}>
      <span>{mixedWords}</span>
      {!isReadOnly && (
        <Button
          className={css.plain}
          variant="default"
          size="compact-xs"
          onClick={() => {
            const { value } = valueAt(scope.page, first!, scope.fields, state.path);
            state.write(value ?? []);
          }}
        >
          Give all the first one’s
        </Button>
      )}
    </div>
  );
}

const missingItem: FieldDescription = {
  name: '',
  kind: 'text',
  label: 'Item',
  required: false,
  localised: false,
  responsive: false,
  details: {},
};

function limitWords(count: number, field: FieldDescription): string {
  const { min, max } = field.details as { min?: number; max?: number };
  if (max !== undefined)
    return count >= max ? `${count} of ${max}, which is all that fit` : `${count} of ${max}`;
  if (min !== undefined && count < min) return `at least ${min}`;
  return '';
}

function toggled(open: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(key)) next.add(key);
  return next;
}

function inheritedPath(path: string, key: string): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}${key}`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
