import type { Database } from '@vitrine/database';
import { newDocumentId } from '../new-document-id.ts';
import type { PageNode } from '../page.ts';

/** Modules somebody keeps to put them onto other pages. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  /** As they were when they were kept; settings may be those of older modules. */
  readonly nodes: readonly PageNode[];
  readonly at: Date;
  /** An actor id. */
  readonly by: string;
}

/** What people keep for the pages to come; everybody sees everybody's. */
export interface PresetStore {
  /** The newest first. */
  list(): Promise<readonly Preset[]>;
  add(preset: Pick<Preset, 'name' | 'nodes' | 'by'>): Promise<Preset>;
  /** @returns whether it was there. */
  remove(id: string): Promise<boolean>;
}

export function createPresetStore(database: Database): PresetStore {
  return {
    async list() {
      const { rows } = await database.execute(
        'select id, name, nodes, at, by from content_presets order by at desc, id',
      );
      return rows as unknown as readonly Preset[];
    },
    async add({ name, nodes, by }) {
      const { rows } = await database.execute(
        `insert into content_presets (id, name, nodes, by) values ($1, $2, $3::jsonb, $4)
         returning id, name, nodes, at, by`,
        [newDocumentId(name), name, JSON.stringify(nodes), by],
      );
      return rows[0] as unknown as Preset;
    },
    async remove(id) {
      const { rows } = await database.execute('delete from content_presets where id = $1 returning id', [id]);
      return rows.length > 0;
    },
  };
}
