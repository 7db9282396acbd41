import { diffDocuments, type PageDocument } from '@vitrine/content';
import { useEffect, useMemo, useState } from 'react';
import type { Editor } from '../../app/editor.ts';
import { useCrowd } from '../../audiences/use-crowd.ts';
import { type ChangeGroup, changeGroups } from './change-groups.ts';

/** Milliseconds without a change until the page is looked at again. */
const PAUSE = 250;

/** What is different now from a version, followed while people go on working. */
export function useChanges(
  editor: Editor,
  version: PageDocument,
): { readonly now: PageDocument; readonly groups: readonly ChangeGroup[] } {
  const [now, setNow] = useState(() => editor.page.toDocument());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.page.onChange(({ local }) => {
      clearTimeout(timer);
      // What one does oneself is seen at once.
      timer = setTimeout(() => setNow(editor.page.toDocument()), local ? 0 : PAUSE);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [editor]);
  const { crowd } = useCrowd();
  const groups = useMemo(
    () =>
      changeGroups(diffDocuments(version, now), {
        before: version,
        after: now,
        describe: editor.describe,
        fragmentName: (id) => editor.documents.find(id)?.name,
        colours: editor.catalogue.colours,
        groups: editor.catalogue.groups ?? [],
        crowd,
      }),
    [editor, version, now, crowd],
  );
  return { now, groups };
}
