import { Stack, Text, TextInput, Title } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useEditor, useMeta, useNode } from '../app/editor-context.tsx';

/** An open part of a fragment, or the place of the page in a layout: neither has settings, but the first has a name. */
export function OutletSettings({ id }: { id: string }) {
  const editor = useEditor();
  const isFragment = useMeta().kind === 'fragment';
  const node = useNode(id);
  return (
    <Stack gap="sm" p="sm">
      <div>
        <Title order={3} size="h5">
          {isFragment ? 'Open part' : 'The page'}
        </Title>
        <Text size="xs" c="dimmed">
          {isFragment
            ? 'Each page that uses this fragment fills this place itself. What stands in it here is what a new page begins with; pages that are there already keep what they have.'
            : 'Every page that stands in this layout goes here.'}
        </Text>
      </div>
      {isFragment && (
        <PartName
          key={node?.name ?? ''}
          name={node?.name ?? ''}
          isReadOnly={!editor.canWrite || node?.lock === true}
          onName={(name) => editor.gesture(() => editor.page.setFacts(id, { name }))}
        />
      )}
    </Stack>
  );
}

function PartName({
  name,
  isReadOnly,
  onName,
}: {
  name: string;
  isReadOnly: boolean;
  onName: (name: string | undefined) => void;
}) {
  const [draft, setDraft] = useState(name);
  const keep = () => {
    const next = draft.trim();
    if (next !== name) onName(next === '' ? undefined : next);
  };
  return (
    <TextInput
      size="xs"
      label="Name"
      description="As whoever makes a page reads it"
      placeholder="The story"
      maxLength={100}
      readOnly={isReadOnly}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && keep()}
    />
  );
}
