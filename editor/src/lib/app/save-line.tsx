import { Loader } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconLock } from '@tabler/icons-react';
import type { SaveState } from '../document/open-document.ts';
import { usePeers } from '../presence/use-peers.ts';
import { useEditor } from './editor-context.tsx';
import { hint } from './hint.tsx';
import { useStore } from './store.ts';
import css from './workbench.module.css';

/** Where the work is safe, in words that are true. */
export function SaveLine() {
  const editor = useEditor();
  const state = useStore(editor.open.state, (value) => value);
  const count = usePeers(({ people }) => people.length);
  const { Icon, text, more } = saying(state);
  const others = count === 0 ? '' : ` · ${count} ${count === 1 ? 'other' : 'others'} here`;
  return (
    <span className={css.save} role="status" data-testid="save-line" {...hint(more)}>
      {Icon ? <Icon size={16} /> : <Loader size={12} />}
      {text}
      {others}
    </span>
  );
}

function saying({ isConnected, unsaved, isKeptHere, refused, isReadOnly, isLoaded }: SaveState) {
  if (refused !== undefined)
    return {
      Icon: IconAlertTriangle,
      text: 'A change was refused',
      more: `${refused} Load the page anew to go on.`,
    };
  if (isReadOnly)
    return { Icon: IconLock, text: 'Read only', more: 'You may look at this page, but not change it.' };
  if (!isLoaded) return { Icon: undefined, text: 'Opening …', more: 'The page is being fetched.' };
  if (!isConnected)
    return isKeptHere
      ? {
          Icon: IconCloudOff,
          text: unsaved > 0 ? 'Offline, saved in this browser' : 'Offline',
          more: 'The shop cannot be reached. Go on working: everything is kept in this browser and sent when it is back.',
        }
      : {
          Icon: IconAlertTriangle,
          text: 'Offline, not saved',
          more: 'The shop cannot be reached and this browser keeps nothing. Leave this tab open until it is back.',
        };
  if (unsaved > 0) return { Icon: undefined, text: 'Saving …', more: 'The last changes are on their way.' };
  return {
    Icon: IconCloudCheck,
    text: 'Saved',
    more: 'Everything is saved on the server. Shoppers see it once it is published.',
  };
}
