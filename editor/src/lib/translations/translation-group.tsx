import { Anchor } from '@mantine/core';
import type { PageInYdoc } from '@vitrine/content/collab';
import { memo, useEffect, useMemo, useState } from 'react';
import type { Editor } from '../app/editor.ts';
import { useEditor, useNode } from '../app/editor-context.tsx';
import { scrollIntoView } from '../commands/edit.ts';
import { ModuleInFragment } from '../document/module-in-fragment.ts';
import { createFieldMarks } from '../fields/field-marks.ts';
import type { FieldScope } from '../fields/field-scope.tsx';
import { createGestures } from '../fields/gestures.ts';
import type { InsideFragment, TranslationGroup } from './translation-groups.ts';
import { TranslationRowView } from './translation-row.tsx';
import css from './translations.module.css';

interface GroupProps {
  readonly group: TranslationGroup;
  readonly locale: string;
  readonly onClose: () => void;
}

/** The texts of one module. While others are written in, it is left alone. */
export const TranslationGroupView = memo(GroupView, isSame);

function GroupView(props: GroupProps) {
  const { page } = useEditor();
  const { id, inside } = props.group;
  return inside ? (
    <InsideView key={id} {...props} inside={inside} />
  ) : (
    <TextsView {...props} page={page} on={id} />
  );
}

/** What the page says inside a fragment: read and written as if it stood on the page. */
function InsideView({ inside: { use, node }, ...props }: GroupProps & { inside: InsideFragment }) {
  const { doc } = useEditor().open;
  const [page, setPage] = useState<ModuleInFragment>();
  useEffect(() => {
    const made = new ModuleInFragment({ doc, use, inside: node });
    setPage(made);
    return () => {
      setPage(undefined);
      made.destroy();
    };
  }, [doc, use, node]);
  return page && <TextsView {...props} page={page} on={use} />;
}

function isSame({ group: before, ...old }: GroupProps, { group, ...now }: GroupProps): boolean {
  return (
    old.locale === now.locale &&
    old.onClose === now.onClose &&
    before.id === group.id &&
    before.fields === group.fields &&
    before.inside?.node === group.inside?.node &&
    before.rows.length === group.rows.length &&
    before.rows.every((row, index) => row === group.rows[index])
  );
}

function TextsView({
  group: { id, inside, fields, rows },
  locale,
  onClose,
  page,
  on,
}: GroupProps & {
  page: PageInYdoc;
  /** The instance of the page. */
  on: string;
}) {
  const editor = useEditor();
  const { baseLocale, open } = editor;
  const name = inside ? nameInside(editor, inside) : editor.nameOf(id);
  // Its name and its lock are no texts. What a fragment leaves open is open, wherever it is kept.
  const isLocked = useNode(on)?.lock === true && !inside;
  const isReadOnly = !editor.canWrite || isLocked;
  const [marks] = useState(createFieldMarks);
  const gestures = useMemo(
    () =>
      createGestures({
        transact: (work) => page.transact(work),
        step: (work) => editor.gesture(work),
        openStep: () => open.undo.openStep({ selection: [on] }),
      }),
    [editor, page, open, on],
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
    editor.select([on]);
    scrollIntoView(editor, on);
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

function nameInside(editor: Editor, { use, node }: InsideFragment): string {
  return `${editor.nameOf(use)} › ${node.name ?? editor.describe(node.type)?.title ?? node.type}`;
}
