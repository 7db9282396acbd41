import type { Database, Queryable } from '@vitrine/database';
import { equalJson } from '../equal-json.ts';
import type { Json } from '../page.ts';
import { isSameTranslations, keptTranslations, type Translations } from '../translation.ts';

/** Remembers what the values of a document were translated from. */
export interface TranslationStore {
  /** All there are in the document now. Those that did not change keep what they were translated from. */
  keep(document: string, now: Translations): Promise<void>;
  /** With what they were translated from, also some that were taken away; empty when nothing is known. */
  of(document: string): Promise<Translations>;
  /**
   * Somebody found that a translation is still right for another base.
   * @returns false when it is not the one that was looked at any more.
   */
  confirm(
    document: string,
    path: string,
    seen: { readonly value: Json; readonly base: Json },
  ): Promise<boolean>;
}

export function createTranslationStore(database: Database): TranslationStore {
  return {
    async keep(document, now) {
      await database.transaction(async (tx) => {
        // Whoever waits for this has something better to do, and comes again.
        await tx.execute(`set local lock_timeout = '3s'`);
        const kept = await readTranslations(tx, document, 'for update');
        const next = keptTranslations(kept ?? {}, now);
        if (isSameTranslations(kept ?? {}, next)) return;
        await writeTranslations(tx, document, next);
      });
    },
    of: async (document) => (await readTranslations(database, document)) ?? {},
    confirm(document, path, { value, base }) {
      return database.transaction(async (tx) => {
        const kept = (await readTranslations(tx, document, 'for update')) ?? {};
        const before = Object.hasOwn(kept, path) ? kept[path] : undefined;
        if (!before || before.value === null || !equalJson(before.value, value)) return false;
        await writeTranslations(tx, document, { ...kept, [path]: { value, base } });
        return true;
      });
    },
  };
}

async function readTranslations(
  on: Queryable,
  document: string,
  lock: 'for update' | '' = '',
): Promise<Translations | undefined> {
  const { rows } = await on.execute(
    `select translations from content_translations where document_id = $1 ${lock}`,
    [document],
  );
  return rows[0]?.translations as Translations | undefined;
}

// Of a document that has gone meanwhile there is nothing to remember.
async function writeTranslations(on: Queryable, document: string, translations: Translations): Promise<void> {
  await on.execute(
    `insert into content_translations (document_id, translations)
     select id, $2::jsonb from content_drafts where id = $1
     on conflict (document_id) do update set translations = excluded.translations`,
    [document, JSON.stringify(translations)],
  );
}
