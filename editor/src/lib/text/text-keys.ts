import type { TextCommand } from './text-format.ts';
import type { TextUndo } from './text-undo.ts';

export interface TextKeysOptions {
  readonly host: HTMLElement;
  readonly undo: TextUndo;
  readonly run: (command: TextCommand) => void;
  readonly askForLink: () => void;
  /** Whether Tab moves the item under the caret. */
  readonly isInList: () => boolean;
  readonly onExit: () => void;
}

/**
 * The keys of a rich text. They are caught before Lexical's own: its format keys would be part of the typing before them
 * for undo, and its undo is not the page's.
 */
export function listenToTextKeys(options: TextKeysOptions): () => void {
  const { host } = options;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    const act = actionOf(event, options);
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  };
  // The browser's own undo, from its menus.
  const onBeforeInput = (event: InputEvent) => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.inputType === 'historyUndo') options.undo.undo();
    else options.undo.redo();
  };
  host.addEventListener('keydown', onKeyDown, true);
  host.addEventListener('beforeinput', onBeforeInput, true);
  return () => {
    host.removeEventListener('keydown', onKeyDown, true);
    host.removeEventListener('beforeinput', onBeforeInput, true);
  };
}

const commands: Readonly<Record<string, TextCommand>> = {
  'mod+b': { kind: 'mark', mark: 'bold' },
  'mod+i': { kind: 'mark', mark: 'italic' },
  'mod+u': { kind: 'mark', mark: 'underline' },
  'mod+e': { kind: 'mark', mark: 'code' },
  'mod+shift+x': { kind: 'mark', mark: 'strikethrough' },
  'mod+shift+7': { kind: 'block', block: 'number' },
  'mod+shift+8': { kind: 'block', block: 'bullet' },
  'mod+shift+9': { kind: 'block', block: 'quote' },
  'mod+alt+0': { kind: 'block', block: 'paragraph' },
  'mod+alt+2': { kind: 'block', block: 'h2' },
  'mod+alt+3': { kind: 'block', block: 'h3' },
  'mod+alt+4': { kind: 'block', block: 'h4' },
  'mod+\\': { kind: 'clear' },
};

function actionOf(event: KeyboardEvent, options: TextKeysOptions): (() => void) | undefined {
  const name = nameOf(event);
  const command = commands[name];
  if (command) return () => options.run(command);
  switch (name) {
    case 'mod+k':
      return options.askForLink;
    case 'mod+z':
      return () => options.undo.undo();
    case 'mod+shift+z':
    case 'mod+y':
      return () => options.undo.redo();
    case 'escape':
      return options.onExit;
    case 'tab':
    case 'shift+tab':
      if (!options.isInList()) return undefined;
      return () => options.run({ kind: event.shiftKey ? 'outdent' : 'indent' });
    default:
      return undefined;
  }
}

/** `mod` is Ctrl, or Cmd on Apple's machines. Digits go by their place: with Shift or Alt they write something else. */
function nameOf(event: KeyboardEvent): string {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const key = digit ?? event.key.toLowerCase();
  const isMod = /Mac|iP(hone|ad)/.test(navigator.platform) ? event.metaKey : event.ctrlKey;
  // AltGr is Ctrl and Alt to some systems, and writes a sign there.
  const mod = isMod && !event.getModifierState('AltGraph') ? 'mod+' : '';
  return `${mod}${event.altKey ? 'alt+' : ''}${event.shiftKey ? 'shift+' : ''}${key}`;
}
