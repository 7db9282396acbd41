import type { VersionView } from '@vitrine/content/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCrowdNotes } from './crowd-notes.ts';

const view = (visitor: string): VersionView => ({ experiment: 'hero', version: 'a', visitor });
const seen = (visitor: string) => ({ kind: 'seen', view: view(visitor) }) as const;
const began = (visitor: string) => ({ kind: 'began', visitor, cart: `c-${visitor}` }) as const;
const had = (visitor: string) => ({ kind: 'had', visitor, cart: `c-${visitor}` }) as const;
const minutes = 60_000;

describe('what is to be written of visitors', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A store that can be away, and what was written into it. */
  function openNotes() {
    const lines: string[] = [];
    const warnings: string[] = [];
    const state = { isDown: false, tries: 0 };
    const write = async (line: string) => {
      state.tries += 1;
      if (state.isDown) throw new Error('It is down.');
      lines.push(line);
    };
    const store = {
      seen: (views: readonly VersionView[]) => write(`seen ${views.map(({ visitor }) => visitor)}`),
      began: (visitor: string, cart: string) => write(`began ${visitor} ${cart}`),
      had: (visitor: string, cart: string) => write(`had ${visitor} ${cart}`),
    };
    const notes = openCrowdNotes(store, { warn: (_: object, text?: string) => void warnings.push(text!) });
    return { notes, lines, warnings, state };
  }

  it('[COUNT-4] is written in the order in which it was done, views together', async () => {
    const { notes, lines } = openNotes();
    for (const each of [seen('ada'), seen('bob'), began('ada'), had('bob'), seen('eve')]) notes.add(each);
    await notes.written();
    expect(lines).toEqual(['seen ada,bob', 'began ada c-ada', 'had bob c-bob', 'seen eve']);
  });

  it('[COUNT-4] waits while it cannot be written, and nothing overtakes it', async () => {
    const { notes, lines, state, warnings } = openNotes();
    state.isDown = true;
    notes.add(seen('ada'));
    await notes.written();
    notes.add(began('ada'));
    await vi.advanceTimersByTimeAsync(2 * minutes);
    expect(lines).toEqual([]);
    state.isDown = false;
    await vi.advanceTimersByTimeAsync(2 * minutes);
    expect(lines).toEqual(['seen ada', 'began ada c-ada']);
    expect(warnings[0]).toContain('it is tried again');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[COUNT-4] is tried for minutes, not for ever, and then what follows has its turn', async () => {
    const { notes, lines, state, warnings } = openNotes();
    state.isDown = true;
    notes.add(seen('ada'));
    await vi.advanceTimersByTimeAsync(60 * minutes);
    expect(state.tries).toBe(10);
    expect(warnings.at(-1)).not.toContain('it is tried again');
    state.isDown = false;
    notes.add(seen('bob'));
    await notes.close();
    expect(lines).toEqual(['seen bob']);
  });

  it('[COUNT-4] does not grow without end, nor hold up whoever closes the shop', async () => {
    const { notes, lines, state } = openNotes();
    state.isDown = true;
    for (let at = 0; at < 10_100; at += 1) notes.add(had(`v-${at}`));
    await notes.written();
    state.isDown = false;
    await notes.written();
    expect(lines).toHaveLength(10_000);
    state.isDown = true;
    notes.add(seen('ada'));
    await notes.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
