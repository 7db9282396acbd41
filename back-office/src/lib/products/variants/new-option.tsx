import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocales } from '../../shell/session.ts';
import { keyOf, type OptionDraft } from './choices-draft.ts';
import css from './variants.module.css';

/** One more thing by which variants differ. */
export function NewOption({
  taken,
  isFirst,
  onMade,
}: {
  taken: readonly string[];
  isFirst: boolean;
  onMade: (option: OptionDraft) => void;
}) {
  const [locale = 'en'] = useLocales();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  if (!isOpen)
    return (
      <div>
        {isFirst && (
          <Text size="sm" c="dimmed" mb="xs">
            There is one of it and nothing to choose. With an option, such as colour or size, there can be
            several.
          </Text>
        )}
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          Add an option
        </Button>
      </div>
    );
  const close = () => {
    setOpen(false);
    setName('');
    setValue('');
  };
  const make = () => {
    onMade({
      key: keyOf(name, taken),
      label: { [locale]: name.trim() },
      values: [{ key: keyOf(value, []), label: { [locale]: value.trim() } }],
    });
    close();
  };
  return (
    <fieldset className={css.option}>
      <legend>A new option</legend>
      <Group gap="sm" align="end">
        <TextInput
          label={`Option (${locale})`}
          placeholder="Colour"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={200}
          data-autofocus
        />
        <TextInput
          label={`What all variants there are have of it (${locale})`}
          placeholder="Ochre"
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          maxLength={200}
        />
        <Group gap="xs">
          <Button variant="default" onClick={close}>
            Not now
          </Button>
          <Button variant="default" disabled={name.trim() === '' || value.trim() === ''} onClick={make}>
            Add it
          </Button>
        </Group>
      </Group>
    </fieldset>
  );
}
