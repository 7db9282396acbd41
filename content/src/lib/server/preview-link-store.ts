import { randomBytes } from 'node:crypto';
import type { Database } from '@vitrine/database';

/** What a link shows: a document as it is edited, or the pages of a release as they will be. Ids. */
export type PreviewLinkShows =
  | { readonly document: string; readonly release?: undefined }
  | { readonly release: string; readonly document?: undefined };

/** A link that was made to show a draft to people without an account. It holds no secret: the signature of its address is kept nowhere. */
export type PreviewLink = PreviewLinkShows & PreviewLinkFacts;

interface PreviewLinkFacts {
  readonly id: string;
  readonly channel: string;
  readonly locale: string;
  /** Where it is opened, without the prefix of its locale. */
  readonly path: string;
  readonly currency: string;
  /** The page is shown as of then; absent = as it is when the link is opened, and a release at its own time. */
  readonly at?: Date;
  /** It is shown as customers of this group see it; absent = as those in none do. */
  readonly customerGroup?: string;
  /** It is shown as visitors of just these audiences and versions see it, as one word; absent = as everybody does. */
  readonly audience?: string;
  readonly madeAt: Date;
  /** An actor id. */
  readonly madeBy: string;
  readonly expiresAt: Date;
  /** Before its time, by somebody. */
  readonly ended?: { readonly at: Date; readonly by: string };
}

export type NewPreviewLink = PreviewLinkShows & Omit<PreviewLinkFacts, 'id' | 'madeAt' | 'ended'>;

/** Which preview links there are, who made them, and which of them were ended. */
export interface PreviewLinkStore {
  /** @returns `undefined` when there are as many as there may be at once. */
  add(link: NewPreviewLink): Promise<PreviewLink | undefined>;
  /** The newest first; of those that are over, the ones of the last 90 days. */
  list(): Promise<readonly PreviewLink[]>;
  /** It opens nothing from now on, in every process. Ending it again changes nothing. @returns `undefined` = there is none. */
  end(id: string, by: string): Promise<PreviewLink | undefined>;
  /** Whether it was made here and nobody ended it; when it expires is for whoever reads its signature. */
  isOpen(id: string): Promise<boolean>;
}

export interface PreviewLinkStoreOptions {
  /** Links that work at once. Default 500. */
  readonly most?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Milliseconds for which it is remembered who showed what to whom. */
const REMEMBERED = 90 * 24 * 3_600_000;
/** Any number no other advisory lock takes. */
const LOCK = 2_668_439;

export function createPreviewLinkStore(
  database: Database,
  { most = 500, now = Date.now }: PreviewLinkStoreOptions = {},
): PreviewLinkStore {
  return {
    async add(link) {
      const { document, release, channel, locale, path, currency, customerGroup, audience } = link;
      return await database.transaction(async (tx) => {
        await tx.execute('select pg_advisory_xact_lock($1)', [LOCK]);
        const madeAt = new Date(now());
        const long = new Date(now() - REMEMBERED);
        await tx.execute('delete from content_preview_links where least(expires_at, ended_at) < $1', [long]);
        const { rows: open } = await tx.execute(
          'select count(*)::int as count from content_preview_links where expires_at > $1 and ended_at is null',
          [madeAt],
        );
        if (Number(open[0]?.count) >= most) return undefined;
        const { rows } = await tx.execute(
          `insert into content_preview_links
             (id, document, release_id, channel, locale, path, currency, customer_group, audience, shown_at, made_at, made_by, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning *`,
          [
            randomBytes(9).toString('base64url'),
            document ?? null,
            release ?? null,
            channel,
            locale,
            path,
            currency,
            customerGroup ?? null,
            audience ?? null,
            link.at ?? null,
            madeAt,
            link.madeBy,
            link.expiresAt,
          ],
        );
        return readLink(rows[0] as unknown as PreviewLinkRow);
      });
    },
    async list() {
      const { rows } = await database.execute(
        `select * from content_preview_links where least(expires_at, ended_at) >= $1
         order by made_at desc, id`,
        [new Date(now() - REMEMBERED)],
      );
      return (rows as unknown as PreviewLinkRow[]).map(readLink);
    },
    async end(id, by) {
      const { rows } = await database.execute(
        `update content_preview_links
         set ended_at = coalesce(ended_at, $2), ended_by = coalesce(ended_by, $3) where id = $1 returning *`,
        [id, new Date(now()), by],
      );
      return rows[0] && readLink(rows[0] as unknown as PreviewLinkRow);
    },
    async isOpen(id) {
      const { rows } = await database.execute(
        'select 1 from content_preview_links where id = $1 and ended_at is null',
        [id],
      );
      return rows.length > 0;
    },
  };
}

interface PreviewLinkRow {
  readonly id: string;
  readonly document: string | null;
  readonly release_id: string | null;
  readonly channel: string;
  readonly locale: string;
  readonly path: string;
  readonly currency: string;
  readonly customer_group: string | null;
  readonly audience: string | null;
  readonly shown_at: Date | null;
  readonly made_at: Date;
  readonly made_by: string;
  readonly expires_at: Date;
  readonly ended_at: Date | null;
  readonly ended_by: string | null;
}

function readLink(row: PreviewLinkRow): PreviewLink {
  const { id, document, channel, locale, path, currency, shown_at, ended_at, ended_by } = row;
  return {
    id,
    ...(document === null ? { release: row.release_id! } : { document }),
    channel,
    locale,
    path,
    currency,
    ...(shown_at && { at: shown_at }),
    ...(row.customer_group !== null && { customerGroup: row.customer_group }),
    ...(row.audience !== null && { audience: row.audience }),
    madeAt: row.made_at,
    madeBy: row.made_by,
    expiresAt: row.expires_at,
    ...(ended_at && ended_by !== null && { ended: { at: ended_at, by: ended_by } }),
  };
}
