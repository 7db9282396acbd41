import { Button, Group, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { commandById } from '../commands/registry.ts';
import { useEditor, useMeta } from './editor-context.tsx';
import { goTo } from './location.ts';
import css from './workbench.module.css';

/** Stands for everything else where a page, its modules and their settings do not fit side by side. */
export function TooNarrow() {
  const editor = useEditor();
  const { name } = useMeta();
  const isNarrow = useMediaQuery('(max-width: 720px)');
  if (!isNarrow) return null;
  return (
    <main className={css.narrow} aria-label="This needs a wider screen">
      <Title order={1} size="h3">
        “{name}” needs a wider screen
      </Title>
      <Text>
        A page, its modules and their settings do not fit side by side here. Open it on a computer, or on a
        tablet held sideways. What was edited is kept.
      </Text>
      <Group gap="sm">
        <Button onClick={() => commandById('preview').run(editor)}>See the page</Button>
        <Button variant="default" onClick={() => goTo(undefined)}>
          All pages
        </Button>
      </Group>
    </main>
  );
}
