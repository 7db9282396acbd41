import { Button, Group, Modal, Text } from '@mantine/core';

/** Asks before what was written in a dialog is lost with it. */
export function ThrowAway({ onKeep, onThrowAway }: { onKeep: () => void; onThrowAway: () => void }) {
  return (
    <Modal
      opened
      onClose={onKeep}
      title={<Text fw={600}>Throw away what you wrote?</Text>}
      size="sm"
      centered
      withCloseButton={false}
      transitionProps={{ duration: 0 }}
    >
      <Text size="sm" mb="md">
        It has not been saved.
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="light" color="red" onClick={onThrowAway}>
          Throw away
        </Button>
        <Button onClick={onKeep} data-autofocus>
          Keep writing
        </Button>
      </Group>
    </Modal>
  );
}
