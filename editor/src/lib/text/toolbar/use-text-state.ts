import { useSyncExternalStore } from 'react';
import type { MountedRichText } from '../mount-rich-text.ts';
import type { TextState } from '../text-format.ts';

export function useTextState(text: MountedRichText): TextState {
  return useSyncExternalStore(text.subscribe, text.state);
}
