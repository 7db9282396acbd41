import { useEffect, useReducer } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { commandById } from '../commands/registry.ts';
import { printedKeys } from '../commands/shortcuts.ts';
import { useIsPhone } from '../phone/phone.ts';
import css from './canvas-view.module.css';
import { Box } from './overlay-box.tsx';

/** Says how to begin, where the first module will stand. */
export function EmptyPage({ scale }: { scale: number }) {
  const editor = useEditor();
  const [, again] = useReducer((count: number) => count + 1, 0);
  const { page } = editor;
  const isPhone = useIsPhone();
  useEffect(() => page.onChildren(undefined, undefined, again), [page]);
  if (page.children(undefined).length > 0 || !editor.can('content.write')) return null;
  const place = editor.canvas?.measure().find(({ parent }) => parent === undefined);
  return (
    <Box rect={place?.rect} scale={scale}>
      <div className={css.begin}>
        <strong>Nothing stands here yet</strong>
        {isPhone
          ? 'Press “Add” below and choose what the page begins with.'
          : `Drag a module from “Add modules” to the page, or press ${printedKeys(commandById('commands').keys![0]!)} and type what you need.`}
      </div>
    </Box>
  );
}
