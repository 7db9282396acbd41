import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUp, IconLock } from '@tabler/icons-react';
import { hint, useUnsaved } from '@vitrine/ui';
import { usePeers } from '../presence/use-peers.ts';
import { useEditor } from './editor-context.tsx';
import { saveWords } from './save-words.ts';
import { useStore } from './store.ts';
import css from './workbench.module.css';

const icons = {
  warning: IconAlertTriangle,
  lock: IconLock,
  offline: IconCloudOff,
  saved: IconCloudCheck,
  // Stands still: it comes and goes with every key.
  busy: IconCloudUp,
};

/** Where the work is safe. */
export function SaveLine() {
  const editor = useEditor();
  const state = useStore(editor.open.state, (value) => value);
  // What nothing but this tab keeps.
  useUnsaved(state.refused !== undefined || (state.unsaved > 0 && !state.isKeptHere));
  const count = usePeers(({ people }) => people.length);
  const { sign, text, more } = saveWords(state);
  const Icon = icons[sign];
  const others = count === 0 ? '' : ` · ${count} ${count === 1 ? 'other' : 'others'} here`;
  return (
    <span className={css.save} role="status" data-testid="save-line" {...hint(more)}>
      <Icon size={16} />
      {text}
      {others !== '' && <span className={css.others}>{others}</span>}
      {state.isSignedOut && <SignIn isKeptHere={state.isKeptHere} />}
    </span>
  );
}

// Work that is only in this tab must not go with it.
function SignIn({ isKeptHere }: { isKeptHere: boolean }) {
  const here = window.location.pathname + window.location.search;
  return (
    <a
      className={css.link}
      href={`/sign-in?to=${encodeURIComponent(here)}`}
      {...(!isKeptHere && { target: '_blank' })}
    >
      Sign in again
    </a>
  );
}
