import type { PageStore } from '@vitrine/content';
import type { CommentChanged, CommentStore, CommentThread, DraftStore } from '@vitrine/content/server';
import type { Context, Hono } from 'hono';
import type { PersonFacts, ThreadPage } from '../comments/comment-facts.ts';
import type { Rooms } from '../room/create-rooms.ts';
import type { RoomActor } from '../room/rights.ts';
import { changedThread, type NamesOf, threadFacts } from './comment-answers.ts';
import { answerBody, assignBody, editBody, listQuery, resolveBody, threadBody } from './comment-body.ts';
import { currentDocuments } from './current-documents.ts';
import { type ApiEnvironment, Refusal } from './refusal.ts';

/** That somebody is mentioned in a thread, or is to see to it. */
export interface CommentLetter {
  readonly person: string;
  readonly reason: 'mention' | 'task';
  readonly thread: string;
  /** Who mentioned or asked them. */
  readonly by: string;
}

export interface CommentRoutesOptions {
  readonly comments: CommentStore;
  readonly drafts: DraftStore;
  readonly pages: PageStore;
  readonly rooms: Pick<Rooms, 'document' | 'paths' | 'tell'>;
  readonly channels: readonly { readonly id: string }[];
  /** Everybody who may open the editor, by name. */
  readonly people: () => Promise<readonly PersonFacts[]>;
  readonly namesOf: NamesOf;
  /** Sends somebody a letter; the same person once in ten minutes about a thread. Default: none are sent. */
  readonly sendCommentLetter?: (letter: CommentLetter) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

const AT_ONCE = 100;

/** What people say about documents. Whoever may open the editor may read and say something, also who may not change anything. */
export function commentRoutes(api: Hono<ApiEnvironment>, options: CommentRoutesOptions): void {
  const { comments, drafts, rooms, people, namesOf, sendCommentLetter, onFault } = options;
  const current = currentDocuments(options);

  /** Names of strangers are dropped: a mention of them is just words. */
  async function known(mentions: readonly string[]): Promise<readonly string[]> {
    if (mentions.length === 0) return [];
    const ids = new Set((await people()).map(({ id }) => id));
    return [...new Set(mentions)].filter((id) => ids.has(id));
  }

  async function mustBeKnown(person: string): Promise<void> {
    if ((await known([person])).length === 0)
      throw new Refusal(400, 'This person may not open the editor. Choose somebody else.');
  }

  // What was said is said, whether or not a letter can be sent.
  async function tellPeople(
    { id: thread }: CommentThread,
    letters: readonly Pick<CommentLetter, 'person' | 'reason'>[],
    by: RoomActor,
  ): Promise<void> {
    if (!sendCommentLetter) return;
    for (const { person, reason } of letters) {
      try {
        if (person !== by.id && (await comments.claimLetter(thread, person)))
          await sendCommentLetter({ person, reason, thread, by: by.id });
      } catch (error) {
        onFault(error);
      }
    }
  }

  const mentioned = (ids: readonly string[]) => ids.map((person) => ({ person, reason: 'mention' as const }));

  /** The thread as it is now, which everybody who has its document open hears of. */
  async function answer(context: Context<ApiEnvironment>, changed: CommentChanged, status: 200 | 201 = 200) {
    const thread = changedThread(changed);
    const [facts] = await threadFacts([thread], namesOf);
    if (changed.kind === 'stale') {
      const message = 'Somebody said or changed something here meanwhile. Look again.';
      return context.json({ message, thread: facts }, 409);
    }
    await rooms.tell(thread.document, { kind: 'comments' }).catch(onFault);
    return context.json({ ...facts, isDeleted: changed.kind === 'deleted' }, status);
  }

  api.get('/documents/:id/comments', async (context) => {
    const { state, before } = listQuery.parse(context.req.query());
    const document = context.req.param('id');
    const [found, counts] = await Promise.all([
      comments.list(document, { state, limit: AT_ONCE, ...(before !== undefined && { before }) }),
      comments.counts(document),
    ]);
    const threads = await threadFacts(found, namesOf);
    const page: ThreadPage = { threads, hasMore: found.length === AT_ONCE, counts };
    return context.json(page);
  });

  api.get('/comments/people', async (context) => context.json([...(await people())]));

  api.get('/comments/for-me', async (context) => {
    const found = await comments.forPerson(context.get('actor').id);
    const documents = [...new Set(found.map(({ document }) => document))];
    const standings = await drafts.standings(documents);
    const gone = new Set(documents.filter((_, index) => standings[index]?.isTrashed));
    const here = found.filter(({ document }) => !gone.has(document));
    return context.json([...(await threadFacts(here, namesOf))]);
  });

  api.get('/comments/:thread', async (context) => {
    const thread = await comments.find(context.req.param('thread'));
    const [facts] = await threadFacts(
      [changedThread(thread ? { kind: 'known', thread } : { kind: 'missing' })],
      namesOf,
    );
    return context.json(facts!);
  });

  api.post('/documents/:id/comments', async (context) => {
    const actor = context.get('actor');
    const { assignee, message, ...wish } = threadBody.parse(await context.req.json());
    const document = context.req.param('id');
    if (!(await current(document))) throw new Refusal(404, 'This page is not there any more.');
    if (assignee !== undefined) await mustBeKnown(assignee);
    const mentions = await known(message.mentions);
    const begun = await comments.begin({
      ...wish,
      document,
      ...(assignee !== undefined && { assignee }),
      message: { ...message, mentions, author: actor.id },
    });
    if (begun.kind === 'changed') {
      const task = assignee === undefined ? [] : [{ person: assignee, reason: 'task' as const }];
      await tellPeople(begun.thread, [...task, ...mentioned(mentions)], actor);
    }
    return answer(context, begun, 201);
  });

  api.post('/comments/:thread/answers', async (context) => {
    const actor = context.get('actor');
    const message = answerBody.parse(await context.req.json());
    const mentions = await known(message.mentions);
    const answered = await comments.answer(context.req.param('thread'), {
      ...message,
      mentions,
      author: actor.id,
    });
    if (answered.kind === 'changed') await tellPeople(answered.thread, mentioned(mentions), actor);
    return answer(context, answered, 201);
  });

  api.patch('/comments/:thread/messages/:message', async (context) => {
    const actor = context.get('actor');
    const { thread, message } = context.req.param();
    const edit = editBody.parse(await context.req.json());
    const mentions = await known(edit.mentions);
    const before = (await comments.find(thread))?.messages.find(({ id }) => id === message);
    const edited = await comments.edit(thread, { ...edit, message, mentions, by: actor.id });
    if (edited.kind === 'changed')
      await tellPeople(
        edited.thread,
        mentioned(mentions.filter((id) => !before?.mentions.includes(id))),
        actor,
      );
    return answer(context, edited);
  });

  api.delete('/comments/:thread/messages/:message', async (context) => {
    const actor = context.get('actor');
    const { thread, message } = context.req.param();
    const anybodys = actor.capabilities.includes('staff.manage');
    return answer(context, await comments.remove(thread, { message, by: actor.id, anybodys }));
  });

  api.post('/comments/:thread/resolve', async (context) => {
    const { seen } = resolveBody.parse(await context.req.json());
    return answer(
      context,
      await comments.resolve(context.req.param('thread'), context.get('actor').id, seen),
    );
  });

  api.post('/comments/:thread/reopen', async (context) =>
    answer(context, await comments.reopen(context.req.param('thread'))),
  );

  api.post('/comments/:thread/assign', async (context) => {
    const actor = context.get('actor');
    const { person } = assignBody.parse(await context.req.json());
    if (person !== null) await mustBeKnown(person);
    const assigned = await comments.assign(context.req.param('thread'), person ?? undefined);
    if (person !== null && assigned.kind === 'changed')
      await tellPeople(assigned.thread, [{ person, reason: 'task' }], actor);
    return answer(context, assigned);
  });
}
