import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy, IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What is told this once, to be copied before it is closed. */
export function SecretDialog({
  title,
  secrets,
  onClose,
  children,
}: {
  title: string;
  /** Names with what they stand for. */
  secrets: Readonly<Record<string, string>>;
  onClose: () => void;
  /** What is to be done with it. */
  children: ReactNode;
}) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="md">
        <Text size="sm" component="div">
          {children}
        </Text>
        {Object.entries(secrets).map(([label, value]) => (
          <Secret key={label} label={label} value={value} />
        ))}
        <Alert color="yellow" icon={<IconEyeOff size={18} aria-hidden />}>
          This is shown only now. Nobody, here or elsewhere, can look it up again.
        </Alert>
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Secret({ label, value }: { label: string; value: string }) {
  const clipboard = useClipboard({ timeout: 3_000 });
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <TextInput
        label={label}
        value={value}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        styles={{ input: { fontFamily: 'ui-monospace, monospace' } }}
        flex={1}
      />
      <Button
        variant="default"
        leftSection={
          clipboard.copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
        }
        onClick={() => clipboard.copy(value)}
        aria-label={`Copy ${label.toLowerCase()}`}
      >
        {clipboard.copied ? 'Copied' : 'Copy'}
      </Button>
    </Group>
  );
}
