import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { audienceIdFor } from '../audiences/audience-id.ts';
import { putExperiment } from '../audiences/change-crowd.ts';
import { showVersion } from '../audiences/show-as.ts';
import { useCrowd } from '../audiences/use-crowd.ts';
import { testRefusal } from './begin-test.ts';
import { rememberTest } from './tests-made.ts';
import { putVersion } from './versions-on-page.ts';

/** Makes a test of the selected module: the original, and a copy of it to be changed. */
export function TestVersionDialog({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const { list } = useCrowd();
  const [id] = useState(() => editor.selection[0]);
  const [name, setName] = useState(() =>
    id === undefined ? '' : `${editor.nameOf(id)}, ${editor.page.meta().name}`,
  );
  const [label, setLabel] = useState('');
  const [missing, setMissing] = useState<'name' | 'label' | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);

  async function begin(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return setMissing('name');
    if (label.trim() === '') return setMissing('label');
    setBusy(true);
    setProblem(undefined);
    try {
      await list.load();
      const { crowd, problem: unknown } = list.state.get();
      if (!crowd || unknown !== undefined) throw new Error(unknown);
      requireReady();
      const experiment = await putExperiment({
        id: audienceIdFor(name, 'test', crowd),
        name: name.trim(),
        versions: [
          { name: 'a', label: 'As it is' },
          { name: 'b', label: label.trim() },
        ],
        share: 100,
      });
      await list.load();
      requireReady();
      rememberTest(editor, experiment);
      const copy = putVersion(editor, { from: id!, experiment: experiment.id, version: 'b' });
      showVersion(editor, experiment, 'b');
      editor.select([copy]);
      onClose();
      editor.tell(
        'This is version B now. Change what you want to test; everybody sees A until you start the test.',
      );
    } catch (error) {
      setProblem((error as Error).message);
      setBusy(false);
    }
  }

  // Others may have worked on meanwhile.
  function requireReady() {
    if (id !== undefined) editor.select([id]);
    const refused = testRefusal(editor);
    if (refused !== undefined) throw new Error(refused);
  }

  return (
    <form onSubmit={(event) => void begin(event)} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          A copy is put below the original, for you to change. Once the test is started, some visitors see one
          and some the other, and you see which of them sells more.
        </Text>
        <TextInput
          label="Name of the test"
          maxLength={100}
          value={name}
          error={missing === 'name' && 'Give the test a name.'}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setMissing(undefined);
          }}
        />
        <TextInput
          data-autofocus
          label="What is different in version B"
          placeholder="Short headline"
          maxLength={100}
          value={label}
          error={missing === 'label' ? 'Say in a word or two what you will change.' : problem}
          onChange={(event) => {
            setLabel(event.currentTarget.value);
            setMissing(undefined);
            setProblem(undefined);
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            Make version B
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
