import { Alert, Button, Group, List, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { assetName } from './asset-words.ts';
import { useLibraryTools } from './library-context.ts';
import { nothing } from './selection.ts';
import { usedDocuments } from './used-documents.ts';

interface Uses {
  readonly ids: readonly string[];
  /** Names of pages that would show nothing there. */
  readonly places: readonly string[];
}

/** Says where files are used before they go into the trash. */
export function DeleteAssets({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const { library } = useLibraryTools();
  const [used, setUsed] = useState<Uses>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    const asking = new AbortController();
    Promise.all(ids.map((id) => library.usesOf(id, asking.signal))).then(
      (all) => {
        const isUsed = (_: string, index: number) => all[index]!.length > 0;
        const places = usedDocuments(all.flat()).map(({ name, state }) => `${name} (${state})`);
        setUsed({ ids: ids.filter(isUsed), places });
      },
      (error: Error) => {
        if (!asking.signal.aborted) setProblem(error.message);
      },
    );
    return () => asking.abort();
  }, [library, ids]);

  async function remove() {
    setBusy(true);
    setProblem(undefined);
    try {
      for (const id of ids) await library.remove(id, { isForced: used?.ids.includes(id) ?? false });
      library.select(nothing);
      onClose();
    } catch (error) {
      setProblem((error as Error).message);
      setBusy(false);
    } finally {
      await library.refresh();
    }
  }

  const name = ids.length === 1 ? library.find(ids[0]) : undefined;
  const isUsed = used !== undefined && used.ids.length > 0;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {name ? `“${assetName(name)}” goes` : `${ids.length} files go`} into the trash, and can be restored
        from there for a while.
      </Text>
      {!used && problem === undefined && (
        <Group gap="xs">
          <Loader size="xs" />
          <Text size="sm">Looking where it is used …</Text>
        </Group>
      )}
      {isUsed && (
        <Alert color="yellow" title="In use">
          <Text size="sm">These will show nothing in its place:</Text>
          <List size="sm" mt={4}>
            {used.places.slice(0, 8).map((place) => (
              <List.Item key={place}>{place}</List.Item>
            ))}
            {used.places.length > 8 && <List.Item>and {used.places.length - 8} more</List.Item>}
          </List>
        </Alert>
      )}
      {problem !== undefined && (
        <Alert color="red" role="alert" title="It was not deleted">
          {problem}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep
        </Button>
        <Button color="red" disabled={!used} loading={isBusy} onClick={() => void remove()}>
          {isUsed ? 'Delete all the same' : 'Delete'}
        </Button>
      </Group>
    </Stack>
  );
}
