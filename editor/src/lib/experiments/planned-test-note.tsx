import { Anchor, Text } from '@mantine/core';
import { useDocuments } from '../app/documents-context.tsx';
import { useEditor } from '../app/editor-context.tsx';
import { useCrowd } from '../audiences/use-crowd.ts';
import { experimentsOnPage } from './versions-on-page.ts';

/** Before a page is published: tests whose versions are on it and that have not begun. */
export function PlannedTestNote() {
  const editor = useEditor();
  const documents = useDocuments();
  const { crowd } = useCrowd();
  const here = experimentsOnPage(editor.page);
  const planned = crowd.experiments.filter(({ id, state }) => here.includes(id) && state.kind === 'planned');
  return planned.map(({ id, name }) => (
    <Text key={id} size="sm">
      {`The test “${name}” is planned: everybody sees the original until you start it. `}
      <Anchor
        component="button"
        type="button"
        inherit
        onClick={() => {
          editor.view.set({ dialog: undefined });
          documents.show({ kind: 'tests' });
        }}
      >
        Open tests
      </Anchor>
    </Text>
  ));
}
