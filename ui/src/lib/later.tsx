import { Button, Loader, Text } from '@mantine/core';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { fetchMissedStyles } from './missed-styles.ts';

/**
 * A component whose code is fetched when it is first shown. While it is on its way `waiting` stands in its place; when it cannot be had
 * there is a sentence, and another try.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: ReactNode = <Loader size="xs" m="sm" />,
): (props: P) => ReactNode {
  let found: ComponentType<P> | undefined;
  return function Later(props: P) {
    const [View, setView] = useState(() => found);
    const [isMissed, setMissed] = useState(false);
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
          () => !isOver && setMissed(true),
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
