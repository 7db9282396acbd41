import type { Database, Transaction } from '@vitrine/database';
import type { CommentChanged, CommentThread, NewComment, NewThread } from './comment.ts';
import { isTaken, rewrite, sendAgain, sentBefore, write } from './comment-messages.ts';
import { readThreads } from './comment-rows.ts';

/** What people say about documents. It is no part of them: nothing of it is copied or published with one. */
export interface CommentStore {
  /** The newest first. `before` is the `seq` of the last one of the page before. */
  list(document: string, query: CommentQuery): Promise<readonly CommentThread[]>;
  counts(document: string): Promise<{ readonly open: number; readonly resolved: number }>;
  /** Open threads of all documents that are somebody's task or mention them; the newest first, 200 at most. */
  forPerson(person: string): Promise<readonly CommentThread[]>;
  find(id: string): Promise<CommentThread | undefined>;
  begin(thread: NewThread): Promise<CommentChanged>;
  /** A thread that is resolved is open again. */
  answer(id: string, message: NewComment): Promise<CommentChanged>;
  /** By its author only. `revision` is the one that was read: of two edits of the same one only the first is kept. */
  edit(id: string, edit: CommentEdit): Promise<CommentChanged>;
  /** The words are gone. The first message stays, empty, while others are there; else the thread goes with it. */
  remove(id: string, removal: CommentRemoval): Promise<CommentChanged>;
  /** `seen` is the last message that was read: with a newer one it stays open. */
  resolve(id: string, by: string, seen: string): Promise<CommentChanged>;
  reopen(id: string): Promise<CommentChanged>;
  /** `undefined` = nobody's task. */
  assign(id: string, person: string | undefined): Promise<CommentChanged>;
  /** Whether somebody may be sent a letter about a thread now: once in ten minutes. Who gets `true` sends it. */
  claimLetter(id: string, person: string): Promise<boolean>;
}

export interface CommentQuery {
  readonly state: 'open' | 'resolved';
  readonly before?: number;
  /** At most 100. */
  readonly limit: number;
}

export interface CommentEdit {
  readonly message: string;
  readonly by: string;
  readonly words: string;
  readonly mentions: readonly string[];
  readonly revision: number;
}

export interface CommentRemoval {
  readonly message: string;
  readonly by: string;
  /** Also when it is somebody else's. */
  readonly anybodys: boolean;
}

export interface CommentStoreOptions {
  /** Open threads of a document. Default 500. */
  readonly mostThreads?: number;
  /** Messages of a thread. Default 200. */
  readonly mostMessages?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Milliseconds between two letters to one person about one thread. */
const LETTER_PAUSE = 10 * 60_000;
const MOST_FOR_PERSON = 200;
/** Any number no other advisory lock takes: the class of those of documents. */
const LOCK = 2_668_440;

export function createCommentStore(
  database: Database,
  { mostThreads = 500, mostMessages = 200, now = Date.now }: CommentStoreOptions = {},
): CommentStore {
  const at = () => new Date(now());

  /** One after the other for each thread, so that what one person does cannot be lost in what another does. */
  function change(
    id: string,
    work: (tx: Transaction, thread: CommentThread) => Promise<Done>,
  ): Promise<CommentChanged> {
    return database.transaction(async (tx) => {
      const [thread] = await readThreads(tx, 'id = $1 for update', [id]);
      if (!thread) return { kind: 'missing' };
      const done = await work(tx, thread);
      if (typeof done !== 'string') return done;
      if (done === 'deleted') return { kind: 'deleted', thread };
      const [after] = await readThreads(tx, 'id = $1', [id]);
      return after ? { kind: done, thread: after } : { kind: 'missing' };
    });
  }

  return {
    list: (document, { state, before, limit }) =>
      readThreads(
        database,
        `document_id = $1 and resolved_at is ${state === 'open' ? 'null' : 'not null'} and ($2::bigint is null or seq < $2)
         order by seq desc limit $3`,
        [document, before ?? null, Math.min(limit, 100)],
      ),
    async counts(document) {
      const { rows } = await database.execute(
        `select (count(*) filter (where resolved_at is null))::int as open,
                (count(*) filter (where resolved_at is not null))::int as resolved
         from content_comment_threads where document_id = $1`,
        [document],
      );
      return { open: Number(rows[0]?.open), resolved: Number(rows[0]?.resolved) };
    },
    forPerson: (person) =>
      readThreads(
        database,
        `resolved_at is null and (assignee = $1 or id in (
           select thread_id from content_comments where mentions @> $2::jsonb
         )) order by seq desc limit $3`,
        [person, JSON.stringify([person]), MOST_FOR_PERSON],
      ),
    async find(id) {
      const [thread] = await readThreads(database, 'id = $1', [id]);
      return thread;
    },
    begin: ({ id, document, anchor, assignee, message }) =>
      database.transaction(async (tx): Promise<CommentChanged> => {
        await tx.execute('select pg_advisory_xact_lock($1, hashtext($2))', [LOCK, document]);
        const [known] = await readThreads(tx, 'id = $1', [id]);
        if (known) {
          const before = known.document === document && sentBefore(known, message);
          if (!before) return { kind: 'foreign' };
          const kind = await sendAgain(tx, before, message, at());
          const [after] = await readThreads(tx, 'id = $1', [id]);
          return { kind, thread: after! };
        }
        if (await isTaken(tx, message.id)) return { kind: 'foreign' };
        const { rows } = await tx.execute(
          `select count(*)::int as count from content_comment_threads
           where document_id = $1 and resolved_at is null`,
          [document],
        );
        if (Number(rows[0]?.count) >= mostThreads) return { kind: 'full', most: mostThreads };
        await tx.execute(
          `insert into content_comment_threads
             (id, document_id, node, path, quote, range_start, range_end, assignee)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            id,
            document,
            anchor.node ?? null,
            anchor.path ?? null,
            anchor.words?.quote ?? null,
            anchor.words?.start ?? null,
            anchor.words?.end ?? null,
            assignee ?? null,
          ],
        );
        if (!(await write(tx, id, message, at()))) throw new Error(`The comment "${message.id}" exists.`);
        const [thread] = await readThreads(tx, 'id = $1', [id]);
        return { kind: 'changed', thread: thread! };
      }),
    answer: (id, message) =>
      change(id, async (tx, thread) => {
        const before = sentBefore(thread, message);
        if (before) return sendAgain(tx, before, message, at());
        if (thread.messages.length >= mostMessages) return { kind: 'full', most: mostMessages };
        if (!(await write(tx, id, message, at()))) return { kind: 'foreign' };
        await open(tx, id);
        return 'changed';
      }),
    edit: (id, { message, by, words, mentions, revision }) =>
      change(id, async (tx, thread) => {
        const found = thread.messages.find((each) => each.id === message && !each.isDeleted);
        if (!found) return { kind: 'missing' };
        if (found.author !== by) return { kind: 'foreign' };
        if (found.revision !== revision) return found.words === words ? 'known' : 'stale';
        await rewrite(tx, message, { words, mentions }, at());
        return 'changed';
      }),
    remove: (id, { message, by, anybodys }) =>
      change(id, async (tx, thread) => {
        const found = thread.messages.find((each) => each.id === message && !each.isDeleted);
        if (!found) return { kind: 'missing' };
        if (found.author !== by && !anybodys) return { kind: 'foreign' };
        const [first] = thread.messages;
        const others = thread.messages.filter((each) => each !== found && !each.isDeleted);
        // Answers of one's own to oneself are no conversation.
        const isAnswered = others.some(({ author }) => author !== found.author);
        if (others.length === 0 || (found === first && !isAnswered)) {
          await tx.execute('delete from content_comment_threads where id = $1', [id]);
          return 'deleted';
        }
        if (found === first)
          await tx.execute(
            `update content_comments set words = '', mentions = '[]', deleted_at = $2, revision = revision + 1
             where id = $1`,
            [message, at()],
          );
        else await tx.execute('delete from content_comments where id = $1', [message]);
        return 'changed';
      }),
    resolve: (id, by, seen) =>
      change(id, async (tx, thread) => {
        if (thread.resolved) return 'known';
        if (thread.messages.at(-1)?.id !== seen) return 'stale';
        await tx.execute(
          'update content_comment_threads set resolved_at = $2, resolved_by = $3 where id = $1',
          [id, at(), by],
        );
        return 'changed';
      }),
    reopen: (id) =>
      change(id, async (tx, thread) => {
        if (!thread.resolved) return 'known';
        await open(tx, id);
        return 'changed';
      }),
    assign: (id, person) =>
      change(id, async (tx, thread) => {
        if (thread.assignee === person) return 'known';
        await tx.execute('update content_comment_threads set assignee = $2 where id = $1', [
          id,
          person ?? null,
        ]);
        return 'changed';
      }),
    async claimLetter(id, person) {
      const { rows } = await database.execute(
        `insert into content_comment_letters as letter (thread_id, person, sent_at)
         select id, $2, $3 from content_comment_threads where id = $1
         on conflict (thread_id, person) do update set sent_at = excluded.sent_at where letter.sent_at <= $4
         returning 1 as sent`,
        [id, person, at(), new Date(now() - LETTER_PAUSE)],
      );
      return rows.length > 0;
    },
  };
}

/** What became of the work on a thread that is there. */
type Done = 'changed' | 'known' | 'stale' | 'deleted' | Exclude<CommentChanged, { readonly thread: unknown }>;

async function open(tx: Transaction, id: string): Promise<void> {
  await tx.execute(
    'update content_comment_threads set resolved_at = null, resolved_by = null where id = $1',
    [id],
  );
}
