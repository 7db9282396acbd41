import { Button, Paper, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import css from './new-version.module.css';
import { loadOnceFor, newerVersion } from './newer-version.ts';
import { hasOpenForm, hasUnsaved } from './unsaved.ts';

/**
 * Loads the new version of the application when a part of the old one is gone, once for each; where something typed would be lost, or it
 * was tried before, it says so and leaves it to whoever works here. One for a window.
 */
export function NewVersion() {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    const look = () =>
      void newerVersion(document).then((version) => {
        if (version === undefined) return;
        const isSafe = !hasUnsaved(window) && !hasOpenForm(document);
        if (!isSafe || !loadOnceFor(version, window)) setThere(true);
      });
    // The build's loader tells of every part that could not be fetched.
    window.addEventListener('vite:preloadError', look);
    return () => window.removeEventListener('vite:preloadError', look);
  }, []);
  return (
    <div role="status" className={css.place}>
      {isThere && (
        <Paper shadow="md" radius="md" withBorder className={css.sentence}>
          <div>
            <Text size="sm" fw={600}>
              There is a new version
            </Text>
            <Text size="sm" c="dimmed">
              Finish or copy what you typed here, then load it: what is open now cannot show everything any
              more.
            </Text>
          </div>
          <Button size="xs" onClick={() => window.location.reload()}>
            Load the new version
          </Button>
        </Paper>
      )}
    </div>
  );
}
