import type { Provider, UserState } from '@lexical/yjs';
import { colourOf } from '../presence/person-colour.ts';

/** The page's awareness, as far as carets need it; `Awareness` of y-protocols fits. */
export interface TextAwareness {
  readonly clientID: number;
  getLocalState(): Record<string, unknown> | null;
  getStates(): ReadonlyMap<number, Record<string, unknown>>;
  setLocalState(state: Record<string, unknown> | null): void;
  on(event: 'change', listener: () => void): void;
  off(event: 'change', listener: () => void): void;
}

/** What stands in the awareness of somebody who writes: `field` names the text, `caret` the place in it. */
export interface TextCaret {
  readonly anchor: UserState['anchorPos'];
  readonly focus: UserState['focusPos'];
}

export interface TextPresence {
  /** The page's awareness in the words of Lexical's binding. */
  readonly provider: Provider;
  setFocused(isFocused: boolean): void;
  onOthers(listener: () => void): () => void;
}

/**
 * Tells others where my caret is in the text `id`, and Lexical where theirs are. Without an awareness it still remembers my
 * own caret as a place in the document, which is what keeps it on its word when others write in front of it.
 */
export function textPresence(id: string, awareness?: TextAwareness): TextPresence {
  let mine: UserState = {
    anchorPos: null,
    focusPos: null,
    focusing: false,
    name: '',
    color: '',
    awarenessData: {},
  };

  const publish = (caret: TextCaret | undefined) => {
    const state = awareness?.getLocalState();
    if (!state) return;
    if (caret === undefined && state.field !== id) return;
    awareness!.setLocalState({ ...state, field: caret && id, caret });
  };
  const publishMine = () => publish({ anchor: mine.anchorPos, focus: mine.focusPos });

  const provider: Provider = {
    awareness: {
      getLocalState: () => mine,
      getStates: () => othersIn(id, awareness),
      setLocalState(state) {
        if (!state) return;
        mine = state;
        if (mine.focusing) publishMine();
      },
      setLocalStateField(field, value) {
        mine = { ...mine, [field]: value };
      },
      on() {},
      off() {},
    },
    connect() {},
    disconnect() {},
    on() {},
    off() {},
  };

  return {
    provider,
    setFocused(isFocused) {
      if (mine.focusing === isFocused) return;
      mine = { ...mine, focusing: isFocused };
      if (isFocused) publishMine();
      else publish(undefined);
    },
    onOthers(listener) {
      awareness?.on('change', listener);
      return () => awareness?.off('change', listener);
    },
  };
}

function othersIn(id: string, awareness: TextAwareness | undefined): Map<number, UserState> {
  const others = new Map<number, UserState>();
  for (const [client, state] of awareness?.getStates() ?? []) {
    if (client === awareness!.clientID || state.field !== id) continue;
    const caret = state.caret as TextCaret | undefined;
    const user = state.user as { id?: string; name?: string } | undefined;
    if (!caret?.anchor || !caret.focus) continue;
    const name = user?.name ?? '';
    others.set(client, {
      anchorPos: caret.anchor,
      focusPos: caret.focus,
      focusing: true,
      name,
      color: colourOf(user?.id ?? name),
      awarenessData: {},
    });
  }
  return others;
}
