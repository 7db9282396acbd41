import { IconMoon, IconSun } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { keepColourScheme, onColourScheme, shownColourScheme } from './colour-scheme-kept.ts';
import { hint } from './hint.tsx';
import { IconButton } from './plain-button.tsx';

/** Switches between light and dark; the browser remembers it. */
export function ColourScheme() {
  const scheme = useSyncExternalStore(follow, () => shownColourScheme(document));
  const label = scheme === 'dark' ? 'Light colours' : 'Dark colours';
  return (
    <IconButton
      aria-label={label}
      {...hint(label)}
      onClick={() => keepColourScheme(scheme === 'dark' ? 'light' : 'dark', window)}
    >
      {scheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
    </IconButton>
  );
}

const follow = (listener: () => void) => onColourScheme(document, listener);
