import { randomBytes } from 'node:crypto';
import type { Database, Queryable } from '@vitrine/database';
import type { NewReview, Review, ReviewDecision, ReviewState, SeenReview } from './review.ts';

/** Who asks whether documents may go live, and what was answered. A document has one open review at most. */
export interface ReviewStore {
  /**
   * Asking again, whoever does it, takes the place of what was asked before.
   * @returns `full` = there are as many as there may be at once; `in-trash` = the document was thrown away, also at this moment.
   */
  ask(review: NewReview): Promise<Review | 'full' | 'in-trash'>;
  /** What there is to tell about a document: the open one, else the last answer nobody has put away yet. */
  of(document: string): Promise<Review | undefined>;
  find(id: string): Promise<Review | undefined>;
  /** All that wait for an answer, the one that waits longest first. */
  open(): Promise<readonly Review[]>;
  /** Of documents that may go live and are still what was approved, the newest answer first. */
  approved(): Promise<readonly Review[]>;
  /** What was sent back since the document was approved last, the oldest first: what there is to tell now is not among it. */
  rounds(document: string): Promise<readonly Review[]>;
  /** All that there is to tell of these documents. Read before the documents are, none of it is about something newer. */
  standing(documents: readonly string[]): Promise<readonly SeenReview[]>;
  /** What somebody asked and what there is to tell of it, the newest first. */
  askedBy(person: string): Promise<readonly Review[]>;
  /** `askedAt` is of the one that was read: asked again meanwhile, it stays open. @returns `undefined` = it is not open any more, or another one. */
  decide(seen: SeenReview, decision: ReviewDecision): Promise<Review | undefined>;
  /** @returns `undefined` = it is not open any more, or was asked again since it was read. */
  withdraw(seen: SeenReview, by: string): Promise<Review | undefined>;
  /** Who asked has read the answer. @returns `undefined` = it is none of theirs, or was put away. */
  dismiss(id: string, by: string): Promise<Review | undefined>;
  /** The last ones of documents whose answer was that these went live. */
  published(documents: readonly string[]): Promise<readonly Review[]>;
  /** Whether a letter may be sent about it now: the same words never again, or once in ten minutes. Who gets `true` sends it. */
  claimLetter(id: string, words: string, options?: { readonly mayRepeat?: boolean }): Promise<boolean>;
}

export interface ReviewStoreOptions {
  /** Open ones at once. Default 500. */
  readonly most?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Milliseconds for which it is remembered who answered what. */
const REMEMBERED = 90 * 24 * 3_600_000;
/** Milliseconds until the same letter may be sent again. */
const LETTERS_APART = 10 * 60_000;
/** Who publishes looks at the newest first; more is no list any more. */
const MOST_APPROVED = 100;
/** Any number no other advisory lock takes. */
const LOCK = 2_668_443;
/** Documents in the trash are in no list. */
const NOT_IN_TRASH = `not exists (
  select from content_drafts draft where draft.id = document_id and draft.trashed_at is not null)`;

export function createReviewStore(
  database: Database,
  { most = 500, now = Date.now }: ReviewStoreOptions = {},
): ReviewStore {
  async function read(where: string, values: readonly unknown[]): Promise<readonly Review[]> {
    return await readReviews(database, where, values);
  }
  async function change(set: string, where: string, values: readonly unknown[]): Promise<Review | undefined> {
    const { rows } = await database.execute(
      `update content_reviews set ${set} where ${where} returning *`,
      values,
    );
    return rows[0] && readReview(rows[0] as unknown as ReviewRow);
  }

  return {
    async ask({ document, askedBy, note, whom, version, kept }) {
      return await database.transaction(async (tx) => {
        await tx.execute('select pg_advisory_xact_lock($1)', [LOCK]);
        const at = new Date(now());
        // Whoever throws it away waits until this is there, and takes it back.
        const { rows: drafts } = await tx.execute(
          'select trashed_at is not null as trashed from content_drafts where id = $1 for share',
          [document],
        );
        if (drafts[0]?.trashed === true) return 'in-trash';
        await tx.execute('delete from content_reviews where decided_at < $1', [new Date(now() - REMEMBERED)]);
        await tx.execute(
          'update content_reviews set over_at = $2 where document_id = $1 and over_at is null and state <> $3',
          [document, at, 'asked'],
        );
        const values = [document, askedBy, at, note, whom ?? null, version, kept];
        const again = await tx.execute(
          `update content_reviews
           set asked_by = $2, asked_at = $3, note = $4, whom = $5, version = $6, kept = $7
           where document_id = $1 and state = 'asked' returning *`,
          values,
        );
        if (again.rows[0]) return readReview(again.rows[0] as unknown as ReviewRow);
        const { rows: open } = await tx.execute(
          `select count(*)::int as count from content_reviews where state = 'asked'`,
        );
        if (Number(open[0]?.count) >= most) return 'full';
        const { rows } = await tx.execute(
          `insert into content_reviews (id, document_id, state, asked_by, asked_at, note, whom, version, kept)
           values ($8, $1, 'asked', $2, $3, $4, $5, $6, $7) returning *`,
          [...values, randomBytes(9).toString('base64url')],
        );
        return readReview(rows[0] as unknown as ReviewRow);
      });
    },
    async of(document) {
      const [found] = await read(
        'where document_id = $1 and over_at is null order by asked_at desc, id limit 1',
        [document],
      );
      return found;
    },
    async find(id) {
      return (await read('where id = $1', [id]))[0];
    },
    open: () => read(`where state = 'asked' and ${NOT_IN_TRASH} order by asked_at, id`, []),
    approved: () =>
      read(
        `where state = 'approved' and over_at is null and exists (
           select from content_drafts draft
           where draft.id = document_id and draft.trashed_at is null and draft.version = content_reviews.version)
         order by decided_at desc, id limit ${MOST_APPROVED}`,
        [],
      ),
    rounds: (document) =>
      read(
        `where document_id = $1 and state = 'returned' and over_at is not null and not exists (
           select from content_reviews later
           where later.document_id = $1 and later.state = 'approved' and later.asked_at > content_reviews.asked_at)
         order by asked_at, id`,
        [document],
      ),
    async standing(documents) {
      const all = await read('where document_id = any($1) and over_at is null', [documents]);
      return all.map(({ id, askedAt }) => ({ id, askedAt }));
    },
    askedBy: (person) =>
      read(
        `where asked_by = $1 and over_at is null and ${NOT_IN_TRASH} order by coalesce(decided_at, asked_at) desc, id`,
        [person],
      ),
    decide: ({ id, askedAt }, { state, by, note, version, kept }) =>
      change(
        'state = $3, decided_at = $4, decided_by = $5, decision_note = $6, version = $7, kept = $8',
        `id = $1 and asked_at = $2 and state = 'asked'`,
        [id, askedAt, state, new Date(now()), by, note, version, kept],
      ),
    withdraw: ({ id, askedAt }, by) =>
      change(
        `state = 'withdrawn', decided_at = $2, decided_by = $3, over_at = $2`,
        `id = $1 and asked_at = $4 and state = 'asked'`,
        [id, new Date(now()), by, askedAt],
      ),
    dismiss: (id, by) =>
      change('over_at = $2', `id = $1 and asked_by = $3 and over_at is null and state <> 'asked'`, [
        id,
        new Date(now()),
        by,
      ]),
    published: (documents) =>
      read(
        `where document_id = any($1) and is_published and not exists (
           select from content_reviews later
           where later.document_id = content_reviews.document_id and later.asked_at > content_reviews.asked_at)
         order by asked_at, id`,
        [documents],
      ),
    async claimLetter(id, words, { mayRepeat = false } = {}) {
      const at = now();
      const claimed = await change(
        'letter = $2, letter_at = $3',
        'id = $1 and (letter is distinct from $2 or ($4 and letter_at <= $5))',
        [id, words, new Date(at), mayRepeat, new Date(at - LETTERS_APART)],
      );
      return claimed !== undefined;
    },
  };
}

interface ReviewRow {
  readonly id: string;
  readonly document_id: string;
  readonly state: ReviewState;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly note: string;
  readonly whom: string | null;
  readonly version: string;
  readonly kept: number;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
  readonly decision_note: string;
  readonly over_at: Date | null;
  readonly is_published: boolean;
}

async function readReviews(
  on: Pick<Queryable, 'execute'>,
  where: string,
  values: readonly unknown[],
): Promise<readonly Review[]> {
  const { rows } = await on.execute(`select * from content_reviews ${where}`, values);
  return (rows as unknown as ReviewRow[]).map(readReview);
}

function readReview(row: ReviewRow): Review {
  const { id, document_id, state, asked_by, asked_at, note, whom, version, decided_at, decided_by } = row;
  return {
    id,
    document: document_id,
    state,
    askedBy: asked_by,
    askedAt: asked_at,
    note,
    ...(whom !== null && { whom }),
    version,
    kept: Number(row.kept),
    ...(decided_at &&
      decided_by !== null && { decided: { by: decided_by, at: decided_at, note: row.decision_note } }),
    isPublished: row.is_published,
    isOver: row.over_at !== null,
  };
}
