import type { Database, Transaction } from '@vitrine/database';
import { canonicalJson } from '../canonical.ts';
import { lockPublishing } from './lock-publishing.ts';
import { stylesItem } from './styles-item.ts';

/** Chosen design tokens by their names, and those for visitors who prefer dark. */
export interface ThemeTokens {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
}

export interface ThemeState {
  /** What everybody who edits sees. */
  readonly draft: ThemeTokens;
  /** What shoppers see. */
  readonly published: ThemeTokens;
  /** Grows with every change; 0 = nobody ever chose anything. */
  readonly version: number;
  readonly updatedAt?: Date;
  /** An actor id. */
  readonly updatedBy?: string;
}

export type ThemeChanged =
  | { readonly kind: 'changed'; readonly state: ThemeState }
  /** Somebody else changed it meanwhile; nothing was kept. */
  | { readonly kind: 'conflict'; readonly state: ThemeState }
  /** It was so already. */
  | { readonly kind: 'unchanged'; readonly state: ThemeState }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

export interface ThemeChange {
  /** That the change was made upon. */
  readonly version: number;
  readonly by: string;
}

/** How a shop looks where it differs from its theme: one draft for everybody, and what is published. `id` is the theme's. */
export interface ThemeStore {
  read(id: string): Promise<ThemeState>;
  save(id: string, draft: ThemeTokens, change: ThemeChange): Promise<ThemeChanged>;
  /** Makes the draft public, with the event `theme.published` (`{ theme }`) in the same transaction. */
  publish(id: string, change: ThemeChange): Promise<ThemeChanged>;
  /** What is wrong with tokens as things are now, as sentences. */
  problemsOf(id: string, tokens: ThemeTokens): readonly string[];
  /** For the transaction of a release: makes tokens public as `publish` does. A draft nobody changed since follows them, another stays. */
  publishReleased(tx: Transaction, id: string, released: ReleasedTokens): Promise<void>;
}

export interface ReleasedTokens {
  readonly tokens: ThemeTokens;
  readonly by: string;
  /** An id. */
  readonly release: string;
}

export interface ThemeStoreOptions {
  /** What is wrong with tokens, as sentences: what it does not let through is never stored. */
  readonly check: (id: string, tokens: ThemeTokens) => readonly string[];
}

const NONE: ThemeTokens = { light: {}, dark: {} };

export function createThemeStore(database: Database, { check }: ThemeStoreOptions): ThemeStore {
  /** One change at a time; whoever comes second sees the version of the first. */
  function change(
    id: string,
    { version }: ThemeChange,
    work: (tx: Transaction, now: ThemeState) => Promise<boolean>,
    before: (tx: Transaction) => Promise<void> = () => Promise.resolve(),
  ): Promise<ThemeChanged> {
    return database.transaction(async (tx): Promise<ThemeChanged> => {
      await before(tx);
      await makeRoom(tx, id);
      const now = await readState(tx, id, true);
      if (now.version !== version) return { kind: 'conflict', state: now };
      const isChanged = await work(tx, now);
      return isChanged
        ? { kind: 'changed', state: await readState(tx, id) }
        : { kind: 'unchanged', state: now };
    });
  }

  return {
    read: (id) => readState(database, id),
    async save(id, draft, how) {
      const problems = check(id, draft);
      if (problems.length > 0) return { kind: 'refused', problems };
      return change(id, how, async (tx, now) => {
        if (isSame(now.draft, draft)) return false;
        await tx.execute(
          `update theme_tokens set draft = $2::jsonb, version = version + 1, updated_at = now(), updated_by = $3
           where id = $1`,
          [id, JSON.stringify({ light: draft.light, dark: draft.dark }), how.by],
        );
        return true;
      });
    },
    async publish(id, how) {
      const { draft } = await readState(database, id);
      const problems = check(id, draft);
      if (problems.length > 0) return { kind: 'refused', problems };
      return change(
        id,
        how,
        async (tx, now) => {
          if (isSame(now.draft, now.published)) return false;
          await tx.execute(
            `update theme_tokens set published = draft, version = version + 1, published_at = now(), published_by = $2
           where id = $1`,
            [id, how.by],
          );
          await tell(tx, id, null);
          return true;
        },
        // What is decided by hand is known by the order of publishings.
        lockPublishing,
      );
    },
    problemsOf: check,
    async publishReleased(tx, id, { tokens, by, release }) {
      await makeRoom(tx, id);
      const now = await readState(tx, id, true);
      const draft = isSame(now.draft, now.published) ? tokens : now.draft;
      if (isSame(now.published, tokens)) return;
      await tx.execute(
        `update theme_tokens
         set published = $2::jsonb, draft = $3::jsonb, version = version + 1, published_at = now(), published_by = $4
         where id = $1`,
        [id, JSON.stringify(tokens), JSON.stringify(draft), by],
      );
      await tell(tx, id, release);
    },
  };
}

async function makeRoom(tx: Transaction, id: string): Promise<void> {
  await tx.execute(
    `insert into theme_tokens (id, draft, published, version, updated_by)
     values ($1, $2::jsonb, $2::jsonb, 0, '') on conflict (id) do nothing`,
    [id, JSON.stringify(NONE)],
  );
}

/** @param release `null` = by hand. */
async function tell(tx: Transaction, id: string, release: string | null): Promise<void> {
  await tx.execute('insert into content_publishings (document_id, release_id) values ($1, $2)', [
    stylesItem(id),
    release,
  ]);
  await tx.emit({ kind: 'theme.published', payload: { theme: id } });
}

async function readState(on: Pick<Database, 'execute'>, id: string, forUpdate = false): Promise<ThemeState> {
  const { rows } = await on.execute(
    `select draft, published, version, updated_at, updated_by from theme_tokens where id = $1${forUpdate ? ' for update' : ''}`,
    [id],
  );
  const [row] = rows as unknown as [ThemeRow?];
  if (!row) return { draft: NONE, published: NONE, version: 0 };
  const { draft, published, version, updated_at, updated_by } = row;
  return {
    draft,
    published,
    version,
    ...(version > 0 && { updatedAt: updated_at, updatedBy: updated_by }),
  };
}

interface ThemeRow {
  readonly draft: ThemeTokens;
  readonly published: ThemeTokens;
  readonly version: number;
  readonly updated_at: Date;
  readonly updated_by: string;
}

function isSame(one: ThemeTokens, other: ThemeTokens): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
