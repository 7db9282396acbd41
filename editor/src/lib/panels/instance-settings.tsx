import { useCallback } from 'react';
import { useEditor, useMeta, useView } from '../app/editor-context.tsx';
import { EditorFieldTools } from '../app/field-tools.tsx';
import { useStore } from '../app/store.ts';
import { useProblems } from '../checks/use-checks.ts';
import { PropertyPanel } from './properties/property-panel.tsx';

/** Settings of the selected modules. */
export function InstanceSettings({ ids }: { ids: readonly string[] }) {
  const editor = useEditor();
  const locale = useView((view) => view.locale);
  // The narrowest width is what all others build on.
  const breakpoint = useView((view) => (view.width === 'tablet' ? 'sm' : 'base'));
  const problems = useProblems(ids);
  const outdated = useStore(editor.outdated, ({ paths }) => paths.get(ids.length === 1 ? ids[0]! : ''));
  const isFragment = useMeta().kind === 'fragment';
  const openStep = useCallback(() => editor.open.undo.openStep({ selection: editor.selection }), [editor]);
  const step = useCallback(<T,>(work: () => T) => editor.gesture(work), [editor]);
  return (
    <EditorFieldTools>
      <PropertyPanel
        page={editor.page}
        ids={ids}
        describe={editor.describe}
        locale={locale}
        baseLocale={editor.baseLocale}
        locales={editor.locales}
        step={step}
        openStep={openStep}
        breakpoint={breakpoint}
        problems={problems}
        outdated={outdated}
        opens={isFragment}
        {...(!editor.canWrite && { readOnly: 'You may look at this page, but not change it.' })}
      />
    </EditorFieldTools>
  );
}
