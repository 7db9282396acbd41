import { Text } from '@mantine/core';
import type { SynonymView } from '@vitrine/commerce-engine/client';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';

/** The word finds only itself from then on. */
export function TakeOutSynonym({ synonym, onClose }: { synonym: SynonymView; onClose: () => void }) {
  const { locale, word, also } = synonym;
  const input = { synonyms: [{ locale, word, also: [] }] };
  const command = useCommand<typeof input, unknown>({
    send: (body, options) => api.post('/synonyms', body, options),
    tells: () => ({ done: `“${word}” is taken out.` }),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={`Take out “${word}”`}
      isOpen
      isGrave
      {...{ onClose, command, input }}
      send="Take it out"
    >
      <Text size="sm">
        Whoever types “{word}” no longer finds: {also.join(', ')}.
      </Text>
    </CommandDialog>
  );
}
