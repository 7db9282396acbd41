import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { outermost } from '../commands/arrange.ts';

/** Keeps what is selected, under a name. */
export function PresetDialog({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const [ids] = useState(() => outermost(editor));
  const [name, setName] = useState(() => (ids.length === 1 ? editor.nameOf(ids[0]!) : ''));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isSaving, setIsSaving] = useState(false);

  function save(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '' || isSaving) return;
    setIsSaving(true);
    const nodes = ids.filter((id) => editor.page.has(id)).map((id) => editor.page.toNode(id));
    editor.presets.save(name.trim(), nodes).then(
      () => {
        editor.say(`${name.trim()} is kept under “Saved here”.`);
        editor.view.set({ dialog: undefined, left: 'add' });
      },
      (error: Error) => {
        setProblem(error.message);
        setIsSaving(false);
      },
    );
  }

  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          A preset is a copy to begin with: what is made with it goes its own way. Everybody finds it first
          among the modules to add.
        </Text>
        <TextInput
          data-autofocus
          label="Name"
          maxLength={80}
          value={name}
          error={problem}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isSaving} disabled={name.trim() === ''}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
