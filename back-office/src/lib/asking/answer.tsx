import { Button, Center, Loader, Stack, Text } from '@mantine/core';
import { IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { newerVersion } from '@vitrine/ui';
import { type ReactNode, useEffect, useState } from 'react';
import { isRefused, isSignedOut, sentenceOf, signInAgain } from './ask.ts';

interface Asked<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
  refetch(): unknown;
}

/** What was asked, or what stands in its place: on its way, refused, failed, without a network. */
export function Answer<Data>({
  to: asked,
  of,
  children,
}: {
  to: Asked<Data>;
  /** What is shown, in words: `the orders`. */
  of: string;
  children: (data: Data) => ReactNode;
}) {
  const { data, error, fetchStatus } = asked;
  useEffect(() => {
    if (isSignedOut(error)) signInAgain();
  }, [error]);
  if (data !== undefined) return children(data);
  if (isRefused(error)) return <Refused />;
  if (error) return <Failed of={of} why={sentenceOf(error)} again={() => void asked.refetch()} />;
  if (fetchStatus === 'paused')
    return <Failed of={of} why="There is no network. They come as soon as there is one." again={undefined} />;
  return (
    <Center mih={240} role="status" aria-label={`Loading ${of}`}>
      <Loader size="sm" />
    </Center>
  );
}

export function Refused() {
  return (
    <Center mih={320}>
      <Stack align="center" gap="xs" maw={380}>
        <IconLock size={32} stroke={1.4} aria-hidden />
        <Text fw={600}>Your role does not include this</Text>
        <Text size="sm" c="dimmed" ta="center">
          Ask an owner of the shop for a role that does.
        </Text>
      </Stack>
    </Center>
  );
}

function Failed({ of, why, again }: { of: string; why: string; again: (() => void) | undefined }) {
  // After an update of the shop a page that was opened before may ask in vain, however often.
  const [isOld, setOld] = useState(false);
  useEffect(() => {
    let isOver = false;
    void newerVersion(document).then((version) => {
      if (!isOver) setOld(version !== undefined);
    });
    return () => {
      isOver = true;
    };
  }, []);
  return (
    <Center mih={320} role="alert">
      <Stack align="center" gap="xs" maw={420}>
        <IconPlugConnectedX size={32} stroke={1.4} aria-hidden />
        <Text fw={600}>Could not load {of}</Text>
        <Text size="sm" c="dimmed" ta="center">
          {isOld ? 'The shop was updated since this page was opened. Load it anew.' : why}
        </Text>
        {isOld && <Button onClick={() => window.location.reload()}>Load the new version</Button>}
        {again && !isOld && (
          <Button variant="default" onClick={again}>
            Try again
          </Button>
        )}
      </Stack>
    </Center>
  );
}
