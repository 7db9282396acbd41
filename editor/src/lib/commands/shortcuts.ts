import type { Editor } from '../app/editor.ts';
import { type Command, isEnabled } from './command.ts';
import { commands } from './registry.ts';

const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);

/** The keys of an event as commands name them: `Mod+Shift+Z`, `Delete`, `?`. Letters by what they mean, so layouts do not matter. */
export function keysOf(event: KeyboardEvent, mac = isMac()): string {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const isSymbol = event.key.length === 1 && !/[a-z0-9]/i.test(event.key);
  return [mod && 'Mod', event.altKey && 'Alt', event.shiftKey && !isSymbol && 'Shift', key]
    .filter(Boolean)
    .join('+');
}

/** The command keys stand for. AltGr writes letters in many layouts: it is no command. */
export function commandFor(event: KeyboardEvent, mac?: boolean): Command | undefined {
  if (event.getModifierState('AltGraph')) return undefined;
  const keys = keysOf(event, mac);
  return commands.find((command) => command.keys?.includes(keys));
}

/** Keys as they are printed on this machine's keyboard. */
export function printedKeys(keys: string, mac = isMac()): string {
  const names: Readonly<Record<string, string>> = mac
    ? {
        Mod: '⌘',
        Alt: '⌥',
        Shift: '⇧',
        ArrowUp: '↑',
        ArrowDown: '↓',
        ArrowLeft: '←',
        ArrowRight: '→',
        Escape: 'Esc',
      }
    : { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };
  return (
    keys
      .split('+')
      .map((key) => names[key] ?? key)
      .join(mac ? '' : '+') || keys
  );
}

/** Runs the command of a key press. Keys typed into fields are left alone, and so are those of the browser's own clipboard. */
export function handleKey(editor: Editor, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isCovered(editor)) return;
  const command = commandFor(event);
  if (!command || clipboardCommands.has(command.id)) return;
  if (isTyping(event.target) && !(command.whileTyping && !isInDialog(event.target))) return;
  if (!isEnabled(command, editor)) return;
  event.preventDefault();
  command.run(editor);
}

// The browser's events `copy`, `cut` and `paste` bring the clipboard along without asking for permission.
const clipboardCommands = new Set(['copy', 'cut', 'paste']);

function isInDialog(target: EventTarget | null): boolean {
  return (target as Partial<HTMLElement> | null)?.closest?.('[role=dialog]') != null;
}

/** Whether a dialog stands before the page: nobody sees what keys would do behind it, also when none of its parts has the focus. */
export function isCovered(editor: Editor): boolean {
  const { dialog } = editor.view.get();
  const isOwn = dialog !== undefined && dialog !== 'welcome';
  return isOwn || editor.documents.state.get().dialog !== undefined;
}

/** Whether keys go into a text or a dialog now. */
export function isTyping(target: EventTarget | null): boolean {
  const element = target as Partial<HTMLElement> | null;
  if (!element?.matches) return false;
  if (element.isContentEditable) return true;
  return element.matches(
    'input:not([type=checkbox],[type=radio],[type=range],[type=button]),textarea,select,[role=combobox],[role=listbox] *,[role=menu] *,[role=dialog],[role=dialog] *',
  );
}
