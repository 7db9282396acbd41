import type { SaveState } from '../document/open-document.ts';

export interface SaveWords {
  readonly sign: 'warning' | 'lock' | 'offline' | 'busy' | 'saved';
  readonly text: string;
  /** What it means, and what to do. */
  readonly more: string;
}

/** Where the work is safe, in words that are true. */
export function saveWords(state: SaveState): SaveWords {
  const {
    isConnected,
    unsaved,
    isKeptHere,
    refused,
    isReadOnly,
    isLoaded,
    isConnecting,
    closed,
    isSignedOut,
  } = state;
  if (refused !== undefined)
    return {
      sign: 'warning',
      text: 'A change was refused',
      more: `${refused} Keep your version as a file if you need it, then load the page anew to go on.`,
    };
  if (closed !== undefined)
    return {
      sign: 'warning',
      text: isLoaded ? 'Not connected' : 'Not open',
      more: isLoaded ? `${closed} What you do is kept in this browser only.` : closed,
    };
  if (isSignedOut)
    return {
      sign: 'warning',
      text: 'You are signed out',
      more: isKeptHere
        ? 'Your work is kept in this browser. Sign in again, and it is sent.'
        : 'This browser keeps nothing: leave this tab open, sign in again in the other one, and your work is sent.',
    };
  if (isReadOnly)
    return { sign: 'lock', text: 'Read only', more: 'You may look at this page, but not change it.' };
  if (!isLoaded || isConnecting)
    return { sign: 'busy', text: 'Opening …', more: 'The page is being fetched.' };
  if (!isConnected)
    return isKeptHere
      ? {
          sign: 'offline',
          text: unsaved > 0 ? 'Offline, saved in this browser' : 'Offline',
          more: 'The shop cannot be reached. Go on working: everything is kept in this browser and sent when it is back.',
        }
      : {
          sign: 'warning',
          text: 'Offline, not saved',
          more: 'The shop cannot be reached and this browser keeps nothing. Leave this tab open until it is back.',
        };
  if (unsaved > 0) return { sign: 'busy', text: 'Saving …', more: 'The last changes are on their way.' };
  return {
    sign: 'saved',
    text: 'Saved',
    more: 'Everything is saved on the server. Shoppers see it once it is published.',
  };
}
