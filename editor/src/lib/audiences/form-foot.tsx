import { Alert, Button, Group } from '@mantine/core';

/** How a form of the dialog ends: why it was refused, if it was, and its two buttons. */
export function FormFoot({
  refused,
  isBusy,
  onClose,
}: {
  refused: string | undefined;
  isBusy: boolean;
  onClose: () => void;
}) {
  return (
    <>
      {refused !== undefined && (
        <Alert color="red" role="alert" title="It was not saved">
          {refused}
        </Alert>
      )}
      <Group gap="xs">
        <Button type="submit" size="compact-sm" loading={isBusy}>
          Save
        </Button>
        <Button size="compact-sm" variant="default" disabled={isBusy} onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </>
  );
}
