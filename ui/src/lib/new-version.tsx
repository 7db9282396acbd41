import { useEffect, useState } from 'react';
import css from './new-version.module.css';
import { loadOnceFor, newerVersion } from './newer-version.ts';
import { PlainButton } from './plain-button.tsx';
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
        <div className={css.sentence}>
          <div>
            <p className={css.title}>There is a new version</p>
            <p className={css.words}>
              Finish or copy what you typed here, then load it: what is open now cannot show everything any
              more.
            </p>
          </div>
          <PlainButton onClick={() => window.location.reload()}>Load the new version</PlainButton>
        </div>
      )}
    </div>
  );
}
