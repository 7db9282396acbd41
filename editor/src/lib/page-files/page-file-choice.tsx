import { Alert, FileInput, List, Stack } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import type { ModuleDescription } from '../app/backend.ts';
import { cleanPaste } from '../text/paste/clean-paste.ts';
import { type ChosenFile, readChosenFile, UnreadableFileError } from './read-chosen-file.ts';

/** What the server takes at once, with room for what is said beside it. */
const LARGEST_FILE = 1_900_000;

/** Chooses a file to make a page from, and says what will become of what is in it. */
export function PageFileChoice({
  modules,
  onChange,
}: {
  modules: readonly ModuleDescription[];
  /** `undefined` = none that can be read. */
  onChange: (chosen: ChosenFile | undefined) => void;
}) {
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState<ChosenFile>();
  const [problem, setProblem] = useState<string>();

  async function choose(next: File | null) {
    setFile(next);
    const read = next ? await readFile(next, modules) : undefined;
    const page = typeof read === 'object' ? read : undefined;
    setProblem(typeof read === 'string' ? read : undefined);
    setChosen(page);
    onChange(page);
  }

  return (
    <Stack gap="xs">
      <FileInput
        label="File"
        description="A page saved here or in another Vitrine shop, or one of Puck, Builder.io, a Shopify theme (JSON) or WordPress (text of the block editor)."
        placeholder="Choose a file"
        leftSection={<IconFile size={16} />}
        accept=".json,.html,.htm,.txt,application/json,text/html,text/plain"
        clearable
        clearButtonProps={{ 'aria-label': 'Choose no file' }}
        error={problem}
        value={file}
        onChange={(next) => void choose(next)}
      />
      {chosen && (
        <Alert
          role="status"
          variant="light"
          color={chosen.from === 'Vitrine' ? 'blue' : 'yellow'}
          title={`A ${chosen.kind} of ${chosen.from}`}
        >
          {chosen.notes.length === 0 ? (
            'All of it can be brought in.'
          ) : (
            <List size="sm" spacing={4} style={{ overflowWrap: 'anywhere' }}>
              {chosen.notes.map((note) => (
                <List.Item key={note}>{note}</List.Item>
              ))}
            </List>
          )}
        </Alert>
      )}
    </Stack>
  );
}

/** @returns What is wrong with it, in a sentence, when it cannot be read. */
async function readFile(file: File, modules: readonly ModuleDescription[]): Promise<ChosenFile | string> {
  if (file.size > LARGEST_FILE)
    return `The file has ${(file.size / 1e6).toFixed(1)} MB; 1.9 MB is the most. Take the page apart and bring it in parts.`;
  try {
    return readChosenFile({ name: file.name, text: await file.text() }, { modules, clean: cleanPaste });
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.message;
    if (error instanceof DOMException) return 'The file cannot be read any more. Choose it again.';
    throw error;
  }
}
