import { Button, Loader, Text } from '@mantine/core';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { fetchMissedStyles } from './missed-styles.ts';
import { newerVersion } from './newer-version.ts';

/**
 * A component whose code is fetched when it is first shown. While it is on its way `waiting` stands in its place; when it cannot be had
 * there is a sentence, and another try; or the new version, when it belongs to one that is gone.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: ReactNode = <Loader size="xs" m="sm" />,
): (props: P) => ReactNode {
  let found: ComponentType<P> | undefined;
  return function Later(props: P) {
    const [View, setView] = useState(() => found);
    const [isMissed, setMissed] = useState(false);
    const [isOld, setOld] = useState(false);
    useEffect(() => {
      if (View || isMissed) return;
      let isOver = false;
      fetchMissedStyles(document)
        .then(load)
        .then(
          (loaded) => {
            found = loaded;
            if (!isOver) setView(() => loaded);
          },
          async () => {
            const isGone = (await newerVersion(document)) !== undefined;
            if (isOver) return;
            setOld(isGone);
            setMissed(true);
          },
        );
      return () => {
        isOver = true;
      };
    }, [View, isMissed]);
    // Who comes back to the network need not ask for it.
    useEffect(() => {
      if (!isMissed) return;
      const again = () => setMissed(false);
      window.addEventListener('online', again);
      return () => window.removeEventListener('online', again);
    }, [isMissed]);
    if (View) return <View {...props} />;
    if (!isMissed) return waiting;
    if (isOld)
      return (
        <Text component="div" size="sm" p="sm" role="alert">
          This part is in the new version.{' '}
          <Button size="compact-xs" variant="default" onClick={() => window.location.reload()}>
            Load the new version
          </Button>
        </Text>
      );
    return (
      <Text component="div" size="sm" p="sm" role="alert">
        This part could not be loaded. Your work is kept.{' '}
        <Button size="compact-xs" variant="default" onClick={() => setMissed(false)}>
          Try again
        </Button>
      </Text>
    );
  };
}
