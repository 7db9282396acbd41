import { Button, Group, Text } from '@mantine/core';
import { useEditor } from '../app/editor-context.tsx';
import type { OpenDocument } from '../document/open-document.ts';

/** What happened to a change the server did not take, and what can be done with it. */
export function RefusedNotice({ refused }: { refused: string }) {
  const { open } = useEditor();
  const loadAnew = () => {
    open
      .letGo()
      .catch((error: unknown) => console.error(error))
      .finally(() => window.location.reload());
  };
  return (
    <>
      <Text size="sm" maw={400} ta="center">
        {refused} Since then nothing was sent: what the shop does not have is only in this browser. Keep it as
        a file if you need it, then load the page anew to go on with what everybody has.
      </Text>
      <Group gap="xs" justify="center">
        <Button size="xs" onClick={() => keepAsFile(open)}>
          Keep my version as a file
        </Button>
        <Button size="xs" variant="default" onClick={loadAnew}>
          Load the page anew
        </Button>
      </Group>
    </>
  );
}

function keepAsFile({ id, page }: OpenDocument): void {
  const text = JSON.stringify({ ...page.toDocument(), id }, undefined, 2);
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${id} ${new Date().toISOString().slice(0, 16).replace(':', '-')}.json`;
  link.click();
  // Some browsers begin to read it later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
