import { describe, expect, test } from 'vitest';
import { nodesIn } from './clipboard-nodes.ts';
import { clipboardOf } from './clipboard-text.ts';
import { commands } from './registry.ts';
import { commandFor, keysOf, printedKeys } from './shortcuts.ts';

const press = (key: string, facts: Partial<KeyboardEvent> & { altGraph?: boolean } = {}) =>
  ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...facts,
    getModifierState: (name: string) => name === 'AltGraph' && facts.altGraph === true,
  }) as KeyboardEvent;

describe('commands', () => {
  test('[CMD-1] each has an id, a title and keys of its own', () => {
    const ids = commands.map(({ id }) => id);
    const keys = commands.flatMap((command) => command.keys ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { title } of commands) expect(title).toMatch(/^[A-Z]/);
  });

  test('[CMD-2] keys are read by what they mean, on every layout', () => {
    expect(commandFor(press('z', { ctrlKey: true }), false)?.id).toBe('undo');
    expect(commandFor(press('Z', { ctrlKey: true, shiftKey: true }), false)?.id).toBe('redo');
    expect(commandFor(press('z', { metaKey: true }), true)?.id).toBe('undo');
    expect(commandFor(press('?', { shiftKey: true }), false)?.id).toBe('shortcuts');
    expect(commandFor(press('z'), false)).toBeUndefined();
  });

  test('[CMD-3] AltGr writes letters: on a Polish keyboard it does not undo', () => {
    expect(commandFor(press('ż', { ctrlKey: true, altKey: true, altGraph: true }), false)).toBeUndefined();
  });

  test('[CMD-4] keys are printed as they stand on the keyboard', () => {
    expect(keysOf(press('ArrowUp', { altKey: true }), false)).toBe('Alt+ArrowUp');
    expect([printedKeys('Mod+Shift+Z', false), printedKeys('Mod+Shift+Z', true)]).toEqual([
      'Ctrl+Shift+Z',
      '⌘⇧Z',
    ]);
  });
});

describe('the clipboard', () => {
  const nodes = [{ id: 'a', type: 'hero', v: 1, props: { title: 'Grüße <b>&"', 'title@de': '„Hallo“ 👋' } }];

  test('[CLIP-1] modules come out as they went in, by HTML and by text', () => {
    const { html, text } = clipboardOf(nodes, 'Hero <script>');
    expect(nodesIn({ html, text: '' })).toEqual(nodes);
    expect(nodesIn({ html: '', text })).toEqual(nodes);
    expect(html).not.toContain('<script>');
  });

  test('[CLIP-2] anything else in it is nothing', () => {
    for (const text of ['', 'hello', '{}', '{"vitrine":1}', '{"vitrine":1,"nodes":[{"id":"<"}]}', 'null'])
      expect(nodesIn({ html: '<p data-vitrine="%%%">x</p>', text })).toBeUndefined();
  });
});
