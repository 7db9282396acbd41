import { Alert, Button, Center, Group, Loader, Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Picture } from '../look/picture.tsx';
import css from './media.module.css';
import { findPictures, type LibraryPicture } from './media-library.ts';

/** Pictures of the media library, to be chosen from: any number of them, in the order in which they are chosen. */
export function ChoosePictures({
  without,
  onChosen,
  onClose,
}: {
  /** Sources that are there already. */
  without: readonly string[];
  onChosen: (pictures: readonly LibraryPicture[]) => void;
  onClose: () => void;
}) {
  const isPhone = useMediaQuery('(max-width: 600px)') ?? false;
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 250);
  const [chosen, setChosen] = useState<readonly LibraryPicture[]>([]);
  const asked = useInfiniteQuery({
    queryKey: ['media library', words],
    queryFn: ({ pageParam }) => findPictures(words, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const found = asked.data?.pages.flatMap(({ assets }) => assets) ?? [];
  const toggle = (picture: LibraryPicture) =>
    setChosen((before) =>
      before.some(({ id }) => id === picture.id)
        ? before.filter(({ id }) => id !== picture.id)
        : [...before, picture],
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={600}>Pictures of the media library</Text>}
      size="xl"
      fullScreen={isPhone}
      transitionProps={{ duration: 0 }}
    >
      <TextInput
        type="search"
        aria-label="Search the media library"
        placeholder="Name or description"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden />}
        data-autofocus
        mb="md"
      />
      {asked.error && (
        <Alert color="red" role="alert" mb="md">
          <Text size="sm">{asked.error.message}</Text>
          <Button size="compact-sm" variant="default" mt="xs" onClick={() => void asked.refetch()}>
            Try again
          </Button>
        </Alert>
      )}
      {asked.isPending && (
        <Center mih={160} role="status" aria-label="Looking for pictures">
          <Loader size="sm" />
        </Center>
      )}
      {asked.data && found.length === 0 && (
        <Text c="dimmed" ta="center" py="xl">
          {words === ''
            ? 'There are no pictures in the media library yet. Upload one.'
            : 'No picture is called like that.'}
        </Text>
      )}
      <ul className={css.pictures} aria-label="Pictures">
        {found.map((picture) => {
          const isThere = without.includes(picture.src);
          const place = chosen.findIndex(({ id }) => id === picture.id);
          return (
            <li key={picture.id}>
              <button
                type="button"
                className={css.picture}
                aria-pressed={place >= 0}
                disabled={isThere}
                onClick={() => toggle(picture)}
              >
                <Picture of={picture} />
                <span className={css.name}>{picture.name}</span>
                {isThere && <span className={css.there}>is there already</span>}
                {place >= 0 && (
                  <span className={css.place} aria-hidden>
                    {place + 1}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      {asked.hasNextPage && (
        <Center pt="md">
          <Button
            variant="default"
            loading={asked.isFetchingNextPage}
            onClick={() => void asked.fetchNextPage()}
          >
            Show more
          </Button>
        </Center>
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          Not now
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => onChosen(chosen)}>
          {chosen.length > 1 ? `Add ${chosen.length} pictures` : 'Add the picture'}
        </Button>
      </Group>
    </Modal>
  );
}
