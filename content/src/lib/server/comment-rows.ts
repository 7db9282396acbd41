import type { Queryable } from '@vitrine/database';
import type { CommentMessage, CommentThread } from './comment.ts';

interface ThreadRow {
  readonly id: string;
  readonly seq: string | number;
  readonly document_id: string;
  readonly node: string | null;
  readonly path: string | null;
  readonly quote: string | null;
  readonly range_start: string | null;
  readonly range_end: string | null;
  readonly assignee: string | null;
  readonly resolved_at: Date | null;
  readonly resolved_by: string | null;
}

interface MessageRow {
  readonly id: string;
  readonly thread_id: string;
  readonly author: string;
  readonly words: string;
  readonly mentions: readonly string[];
  readonly written_at: Date;
  readonly edited_at: Date | null;
  readonly deleted_at: Date | null;
  readonly revision: number;
}

/** Threads a condition finds, with their messages, in two statements. */
export async function readThreads(
  on: Queryable,
  where: string,
  values: readonly unknown[],
): Promise<readonly CommentThread[]> {
  const { rows } = await on.execute(`select * from content_comment_threads where ${where}`, values);
  if (rows.length === 0) return [];
  const threads = rows as unknown as ThreadRow[];
  const { rows: found } = await on.execute(
    `select * from content_comments where thread_id in (select jsonb_array_elements_text($1::jsonb)) order by seq`,
    [JSON.stringify(threads.map(({ id }) => id))],
  );
  const messages = Map.groupBy(found as unknown as MessageRow[], ({ thread_id }) => thread_id);
  return threads.map((row) => threadOf(row, (messages.get(row.id) ?? []).map(messageOf)));
}

function threadOf(row: ThreadRow, messages: readonly CommentMessage[]): CommentThread {
  const { node, path, quote, range_start: start, range_end: end, resolved_at, resolved_by } = row;
  return {
    id: row.id,
    seq: Number(row.seq),
    document: row.document_id,
    anchor: {
      ...(node !== null && { node }),
      ...(path !== null && { path }),
      ...(quote !== null && start !== null && end !== null && { words: { quote, start, end } }),
    },
    ...(row.assignee !== null && { assignee: row.assignee }),
    ...(resolved_at && resolved_by !== null && { resolved: { at: resolved_at, by: resolved_by } }),
    messages,
  };
}

function messageOf(row: MessageRow): CommentMessage {
  return {
    id: row.id,
    author: row.author,
    words: row.words,
    mentions: row.mentions,
    writtenAt: row.written_at,
    ...(row.edited_at && { editedAt: row.edited_at }),
    isDeleted: row.deleted_at !== null,
    revision: row.revision,
  };
}
