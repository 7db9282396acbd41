import { Anchor } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { scrollIntoView } from '../commands/edit.ts';
import { createFieldMarks } from '../fields/field-marks.ts';
import type { FieldScope } from '../fields/field-scope.tsx';
import { createGestures } from '../fields/gestures.ts';
import { TranslationRowView } from './translation-row.tsx';
import type { TranslationGroup } from './translation-rows.ts';
import css from './translations.module.css';

/** The texts of one module. */
export function TranslationGroupView({
  group: { id, fields, rows },
  locale,
  onClose,
}: {
  group: TranslationGroup;
  locale: string;
  onClose: () => void;
}) {
  const editor = useEditor();
  const { page, baseLocale, open } = editor;
  const name = editor.nameOf(id);
  const isReadOnly = !editor.canWrite || page.node(id)?.lock === true;
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
        {page.node(id)?.lock && <small>Locked: it cannot be changed until somebody unlocks it.</small>}
      </h3>
      {rows.map((row) => (
        <TranslationRowView key={row.key} row={row} {...scopes} />
      ))}
    </section>
  );
}
