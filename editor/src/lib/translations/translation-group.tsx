import { Anchor } from '@mantine/core';
import { memo, useEffect, useMemo, useState } from 'react';
import { useEditor, useNode } from '../app/editor-context.tsx';
import { scrollIntoView } from '../commands/edit.ts';
import { createFieldMarks } from '../fields/field-marks.ts';
import type { FieldScope } from '../fields/field-scope.tsx';
import { createGestures } from '../fields/gestures.ts';
import type { TranslationGroup } from './translation-groups.ts';
import { TranslationRowView } from './translation-row.tsx';
import css from './translations.module.css';

interface GroupProps {
  readonly group: TranslationGroup;
  readonly locale: string;
  readonly onClose: () => void;
}

/** The texts of one module. While others are written in, it is left alone. */
export const TranslationGroupView = memo(GroupView, isSame);

function isSame({ group: before, ...old }: GroupProps, { group, ...now }: GroupProps): boolean {
  return (
    old.locale === now.locale &&
    old.onClose === now.onClose &&
    before.id === group.id &&
    before.fields === group.fields &&
    before.rows.length === group.rows.length &&
    before.rows.every((row, index) => row === group.rows[index])
  );
}

function GroupView({ group: { id, fields, rows }, locale, onClose }: GroupProps) {
  const editor = useEditor();
  const { page, baseLocale, open } = editor;
  const name = editor.nameOf(id);
  // Its name and its lock are no texts.
  const isLocked = useNode(id)?.lock === true;
  const isReadOnly = !editor.canWrite || isLocked;
  const [marks] = useState(createFieldMarks);
  const gestures = useMemo(
    () =>
      createGestures({
        transact: (work) => page.transact(work),
        step: (work) => editor.gesture(work),
        openStep: () => open.undo.openStep({ selection: [id] }),
      }),
    [editor, page, open, id],
  );
  useEffect(() => gestures.settle, [gestures]);
  const scopes = useMemo(() => {
    const common = { page, ids: [id], fields, baseLocale, isTranslated: true, breakpoint: 'base' as const };
    const of = (each: string): FieldScope => ({ ...common, locale: each, isReadOnly, marks, gestures });
    return { from: of(baseLocale), into: of(locale) };
  }, [page, id, fields, baseLocale, isReadOnly, marks, gestures, locale]);

  function show() {
    onClose();
    editor.view.set({ locale });
    editor.select([id]);
    scrollIntoView(editor, id);
  }

  return (
    <section className={css.group} aria-label={name} onBlur={gestures.settle}>
      <h3 className={css.groupName}>
        {name}
        <Anchor
          component="button"
          type="button"
          size="xs"
          aria-label={`Show on the page: ${name}`}
          onClick={show}
        >
          Show on the page
        </Anchor>
        {isLocked && <small>Locked: it cannot be changed until somebody unlocks it.</small>}
      </h3>
      {rows.map((row) => (
        <TranslationRowView key={row.key} row={row} {...scopes} />
      ))}
    </section>
  );
}
