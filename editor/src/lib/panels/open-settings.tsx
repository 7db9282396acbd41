import { Title } from '@mantine/core';
import type { PageNode } from '@vitrine/content';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { ModuleDescription } from '../app/backend.ts';
import { useEditor, useView } from '../app/editor-context.tsx';
import { EditorFieldTools } from '../app/field-tools.tsx';
import { useProblems } from '../checks/use-checks.ts';
import { ModuleInFragment } from '../document/module-in-fragment.ts';
import { createFieldMarks } from '../fields/field-marks.ts';
import { type FieldScope, FieldScopeProvider } from '../fields/field-scope.tsx';
import { createGestures } from '../fields/gestures.ts';
import { PanelSection } from './properties/panel-section.tsx';

/** The settings a fragment leaves open, module by module, as this page has them. Locked or not: that keeps it in its place only. */
export function OpenSettings({ use, modules }: { use: string; modules: readonly PageNode[] }) {
  const editor = useEditor();
  return (
    <EditorFieldTools>
      {modules.map((inside) => {
        const description = editor.describe(inside.type);
        return description && <OpenModule key={inside.id} {...{ use, inside, description }} />;
      })}
    </EditorFieldTools>
  );
}

interface OpenModuleProps {
  readonly use: string;
  readonly inside: PageNode;
  readonly description: ModuleDescription;
}

function OpenModule({ use, inside, description }: OpenModuleProps) {
  const editor = useEditor();
  const { doc } = editor.open;
  const [page, setPage] = useState<ModuleInFragment>();
  useEffect(() => {
    const made = new ModuleInFragment({ doc, use, inside });
    setPage(made);
    return () => {
      setPage(undefined);
      made.destroy();
    };
  }, [doc, use, inside]);
  if (!page) return null;
  const name = inside.name ?? description.title;
  return <OpenFields key={page.id} open={inside.open ?? none} {...{ page, name, description }} />;
}

function OpenFields({
  page,
  name,
  open,
  description: { fields },
}: {
  page: ModuleInFragment;
  name: string;
  open: readonly string[];
  description: ModuleDescription;
}) {
  const editor = useEditor();
  const { baseLocale, locales } = editor;
  const locale = useView((view) => view.locale);
  const breakpoint = useView((view) => (view.width === 'tablet' ? 'sm' : 'base'));
  const [marks] = useState(createFieldMarks);
  const found = useProblems([page.use]);
  const problems = useMemo(() => ofModule(found ?? {}, page.prefix), [found, page]);
  useLayoutEffect(() => marks.set({ problems }), [marks, problems]);
  const gestures = useMemo(
    () =>
      createGestures({
        transact: (work) => page.transact(work),
        step: (work) => editor.gesture(work),
        openStep: () => editor.open.undo.openStep({ selection: editor.selection }),
      }),
    [editor, page],
  );
  useEffect(() => gestures.settle, [gestures]);
  const isTranslated = locales.length > 1;
  const isReadOnly = !editor.canWrite;
  const scope = useMemo<FieldScope>(
    () => ({
      page,
      ids: [page.id],
      fields,
      locale,
      baseLocale,
      isTranslated,
      breakpoint,
      isReadOnly,
      marks,
      gestures,
      isSetHere: (path) => page.isSet(path),
    }),
    [page, fields, locale, baseLocale, isTranslated, breakpoint, isReadOnly, marks, gestures],
  );
  const group = useMemo(
    () => ({ title: '', fields: fields.filter((field) => open.includes(field.name)) }),
    [fields, open],
  );
  return (
    <FieldScopeProvider value={scope}>
      <section aria-label={name} onBlur={gestures.settle}>
        <Title order={4} size="h6">
          {name}
        </Title>
        {/* Fields have room around them of their own. */}
        <div style={{ marginInline: -16 }}>
          <PanelSection group={group} siblings={fields} isFolded={false} onFold={() => {}} />
        </div>
      </section>
    </FieldScopeProvider>
  );
}

/** What was found at a use, as far as it is about one module in its fragment, by the paths that has. */
function ofModule(found: Readonly<Record<string, string>>, prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(found).flatMap(([path, message]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), message]] : [],
    ),
  );
}

const none: readonly string[] = [];
