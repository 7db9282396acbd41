import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import css from './later.module.css';
import { fetchMissedStyles } from './missed-styles.ts';
import { newerVersion } from './newer-version.ts';
import { PlainButton } from './plain-button.tsx';
import { Spinner } from './spinner.tsx';

/**
 * A component whose code is fetched when it is first shown. While it is on its way `waiting` stands in its place; when it cannot be had
 * there is a sentence, and another try; or the new version, when it belongs to one that is gone. What the component library needs around
 * it comes along, unless it is not made of it.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: ReactNode = <Spinner isSmall />,
  { isPlain = false }: { readonly isPlain?: boolean } = {},
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
        .then(() => (isPlain ? load() : dressed(load)))
        .then(
          (loaded) => {
            found ??= loaded;
            if (!isOver) setView(() => found);
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
        <div className={css.missed} role="alert">
          This part is in the new version.{' '}
          <PlainButton isCompact kind="default" onClick={() => window.location.reload()}>
            Load the new version
          </PlainButton>
        </div>
      );
    return (
      <div className={css.missed} role="alert">
        This part could not be loaded. Your work is kept.{' '}
        <PlainButton isCompact kind="default" onClick={() => setMissed(false)}>
          Try again
        </PlainButton>
      </div>
    );
  };
}

async function dressed<P extends object>(load: () => Promise<ComponentType<P>>): Promise<ComponentType<P>> {
  const [Loaded, { InLook }] = await Promise.all([load(), import('./in-look.tsx')]);
  return (props) => (
    <InLook>
      <Loaded {...props} />
    </InLook>
  );
}
