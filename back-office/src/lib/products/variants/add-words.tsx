import { Button, Group, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

/** Words that become one more of something; Enter does it too. */
export function AddWords({
  label,
  button,
  onAdded,
}: {
  label: string;
  button: string;
  onAdded: (words: string) => void;
}) {
  const [words, setWords] = useState('');
  const add = () => {
    if (words.trim() === '') return;
    onAdded(words.trim());
    setWords('');
  };
  return (
    <Group gap="xs" mt="xs" align="end">
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={label}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // The form around it is not sent.
          event.preventDefault();
          add();
        }}
        maxLength={200}
      />
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={words.trim() === ''}
        onClick={add}
      >
        {button}
      </Button>
    </Group>
  );
}
