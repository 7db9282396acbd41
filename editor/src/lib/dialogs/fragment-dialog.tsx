import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { makeFragment } from '../commands/fragment-changes.ts';
import { fragmentSource } from '../commands/fragment-source.ts';

/** Asks for the name under which the selected modules become a fragment. */
export function FragmentDialog({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const [source] = useState(() => fragmentSource(editor));
  const [name, setName] = useState(() =>
    source.kind === 'source' && source.ids.length === 1 ? editor.nameOf(source.ids[0]!) : '',
  );
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isMaking, setIsMaking] = useState(false);
  if (source.kind === 'refused') return <Text size="sm">{source.reason}</Text>;

  function make(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '' || isMaking) return;
    setIsMaking(true);
    makeFragment(editor, name.trim()).then(onClose, (error: Error) => {
      setProblem(error.message);
      setIsMaking(false);
    });
  }

  return (
    <form onSubmit={make}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          The fragment takes the place of these modules here. Add it to other pages as well: what you change
          in it changes on all of them.
        </Text>
        <List size="sm">
          {source.ids.slice(0, 8).map((id) => (
            <List.Item key={id}>{editor.nameOf(id)}</List.Item>
          ))}
          {source.ids.length > 8 && <List.Item>and {source.ids.length - 8} more</List.Item>}
        </List>
        <TextInput
          data-autofocus
          label="Name of the fragment"
          placeholder="Promises"
          maxLength={200}
          value={name}
          error={problem}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isMaking} disabled={name.trim() === ''}>
            Make the fragment
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
