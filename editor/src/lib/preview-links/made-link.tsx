import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { later } from '@vitrine/ui';
import { dateAndTime } from '../app/when.ts';
import type { MadePreviewLink } from './preview-link-facts.ts';

const LinkCode = later(async () => (await import('./link-code.tsx')).LinkCode);

/** A link that was just made: to be copied, or taken along by a phone. */
export function MadeLink({
  link: { address, expiresAt },
  shows = '',
  onClose,
}: {
  link: MadePreviewLink;
  /** What it shows, as a sentence. */
  shows?: string;
  onClose: () => void;
}) {
  return (
    <>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          readOnly
          label="Link"
          description={`${shows} Works until ${dateAndTime(new Date(expiresAt))}. Copy it now: it is not shown again.`}
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
      <LinkCode address={address} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      </Group>
    </>
  );
}
