import { Alert, Button, CopyButton, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { ask } from '../app/backend.ts';
import { useEditor, useView } from '../app/editor-context.tsx';
import { languageName } from '../app/language-name.ts';
import { pathOnCanvas } from '../app/path-on-canvas.ts';
import { dateAndTime } from '../app/when.ts';

const terms = [
  { value: '24', label: '1 day' },
  { value: '168', label: '1 week' },
  { value: '720', label: '1 month' },
];

interface PreviewLink {
  readonly address: string;
  readonly expiresAt: string;
}

/** Makes a link that shows the draft to somebody without an account. */
export function PreviewLinkDialog({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const channel = useView((view) => view.channel);
  const locale = useView((view) => view.locale);
  const currency = useView((view) => view.currency);
  const [hours, setHours] = useState('168');
  const [link, setLink] = useState<PreviewLink | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isMaking, setIsMaking] = useState(false);

  function make() {
    setIsMaking(true);
    setProblem(undefined);
    const body = {
      document: editor.open.id,
      channel,
      locale,
      currency,
      path: pathOnCanvas(editor),
      hours: Number(hours),
    };
    ask<PreviewLink>('preview-links', { body })
      .then(setLink, (error: Error) => setProblem(error.message))
      .finally(() => setIsMaking(false));
  }

  return (
    <Stack gap="md">
      <Text size="sm">
        Whoever has the link sees this page in {languageName(locale)} and {currency} as it is being edited,
        without signing in. They cannot change anything, and search engines do not find it.
      </Text>
      <Stack gap={6}>
        <Text size="sm" fw={500} id="preview-link-term">
          It works for
        </Text>
        <SegmentedControl
          aria-labelledby="preview-link-term"
          data={terms}
          value={hours}
          onChange={(value) => {
            setHours(value);
            setLink(undefined);
          }}
        />
      </Stack>
      {problem !== undefined && (
        <Alert color="red" role="alert" title="The link was not made">
          {problem}
        </Alert>
      )}
      {link ? (
        <Made link={link} onClose={onClose} />
      ) : (
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={make} loading={isMaking} data-autofocus>
            Make the link
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Made({ link: { address, expiresAt }, onClose }: { link: PreviewLink; onClose: () => void }) {
  return (
    <>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          readOnly
          label="Link"
          description={`Works until ${dateAndTime(new Date(expiresAt))}.`}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={address} timeout={3000}>
          {({ copied, copy }) => (
            <Button
              color={copied ? 'teal' : 'blue'}
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
              data-autofocus
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      </Group>
    </>
  );
}
