import type { PageNode } from '@vitrine/content';
import { ask } from '../app/backend.ts';
import { Store } from '../app/store.ts';
import type { PaletteEntry } from './palette-entries.ts';

/** Modules somebody kept to use them again. */
export interface SavedPreset {
  readonly id: string;
  readonly name: string;
  /** Empty when there is something in it that this shop does not know any more. */
  readonly nodes: readonly PageNode[];
  readonly at: string;
  /** A name; absent when nobody who is known did it. */
  readonly by?: string;
}

/** What people kept, as this window knows it. */
export class SavedPresets {
  readonly state = new Store<{ readonly list: readonly SavedPreset[] }>({ list: [] });

  async load(): Promise<void> {
    this.state.set({ list: await ask<readonly SavedPreset[]>('presets') });
  }

  /** @throws with a sentence. */
  async save(name: string, nodes: readonly PageNode[]): Promise<void> {
    const made = await ask<SavedPreset>('presets', { body: { name, nodes } });
    this.state.set({ list: [made, ...this.state.get().list] });
  }

  /** @throws with a sentence. */
  async remove(id: string): Promise<void> {
    await ask(`presets/${encodeURIComponent(id)}`, { method: 'DELETE' });
    this.state.set({ list: this.state.get().list.filter((each) => each.id !== id) });
  }
}

export const SAVED = 'Saved here';

export function presetEntries(presets: readonly SavedPreset[]): readonly PaletteEntry[] {
  return presets.map(({ id, name, nodes }) => ({
    key: `saved ${id}`,
    title: name,
    group: SAVED,
    type: nodes[0]?.type ?? '',
    nodes,
    words: `${name} ${SAVED}`.toLocaleLowerCase(),
  }));
}
