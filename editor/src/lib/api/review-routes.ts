import type { PageDocument } from '@vitrine/content';
import { documentVersion, type Review, type ReviewStore, type VersionStore } from '@vitrine/content/server';
import type { Hono } from 'hono';
import type { PersonFacts } from '../comments/comment-facts.ts';
import type { ReviewLists } from '../reviews/review-facts.ts';
import type { RoomActor } from '../room/rights.ts';
import { type CheckedPlanOptions, checkedPlans } from './checked-plan.ts';
import { publishableDocuments } from './publishable.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';
import { askBody, decideBody, reviewBody, withdrawBody } from './review-body.ts';
import type { ReviewNews } from './review-news.ts';
import { type ReviewNowOptions, reviewFacts, reviewNow } from './review-now.ts';

export interface ReviewRoutesOptions extends CheckedPlanOptions, Pick<ReviewNowOptions, 'namesOf'> {
  readonly reviews: ReviewStore;
  readonly reviewNews: ReviewNews;
  readonly versions: VersionStore;
  /** Everybody who may publish, by name. */
  readonly publishers: () => Promise<readonly PersonFacts[]>;
}

const over = 'It was answered, withdrawn or asked again meanwhile. Look at it again.';

/** Who may write asks whether a document may go live; who may publish answers. */
export function reviewRoutes(api: Hono<ApiEnvironment>, options: ReviewRoutesOptions): void {
  const { reviews, reviewNews, versions, publishers, namesOf } = options;
  const { planOf } = checkedPlans(options);
  const current = publishableDocuments(options);

  async function documentOf(id: string): Promise<PageDocument> {
    const found = await current(id);
    if (!found) throw new Refusal(404, 'This page is not there any more.');
    return found.document;
  }

  /** @throws Refusal when it is not open any more. */
  async function openOne(document: string, id: string): Promise<Review> {
    const review = await reviews.of(document);
    if (review?.id !== id || review.state !== 'asked') throw new Refusal(409, over);
    return review;
  }

  /** What is told of the document now, which everybody who has it open hears of. */
  async function answer(changed: Review | undefined) {
    if (!changed) throw new Refusal(409, over);
    await reviewNews.changed(changed);
    return await reviewNow(await documentOf(changed.document), options);
  }

  /** Where the form is kept that is talked about. */
  async function keep(
    document: PageDocument,
    {
      before,
      name,
      by,
    }: { readonly before: Review | undefined; readonly name: string; readonly by: RoomActor },
  ): Promise<Pick<Review, 'version' | 'kept'>> {
    const version = documentVersion(document);
    if (before?.version === version) return { version, kept: before.kept };
    const kept = await versions.add({ document, kind: 'named', name, by: by.id });
    return { version, kept: kept!.seq };
  }

  api.get('/documents/:id/review', async (context) =>
    context.json(await reviewNow(await documentOf(context.req.param('id')), options)),
  );

  api.get('/reviews', async (context) => {
    const { id, capabilities } = context.get('actor');
    const mayPublish = capabilities.includes('content.publish');
    const open = mayPublish ? await reviews.open() : [];
    const approved = await reviews.approved();
    const own = (await reviews.askedBy(id)).filter(
      (each) => each.state !== 'approved' || approved.some((still) => still.id === each.id),
    );
    const lists: ReviewLists = {
      waiting: await reviewFacts(
        open.filter(({ askedBy }) => askedBy !== id),
        namesOf,
      ),
      approved: mayPublish
        ? await reviewFacts(
            approved.filter(({ askedBy }) => askedBy !== id),
            namesOf,
          )
        : [],
      own: await reviewFacts(own, namesOf),
    };
    return context.json(lists);
  });

  api.get('/reviews/people', async (context) => context.json([...(await publishers())]));

  api.post('/documents/:id/review', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const { note, whom } = askBody.parse(await context.req.json());
    if (whom !== undefined && !(await publishers()).some(({ id }) => id === whom))
      throw new Refusal(400, 'This person may not publish. Choose somebody else.');
    const plan = await planOf(context.req.param('id'));
    const { document } = plan.own;
    if (plan.change.documents.length === 0 && plan.addresses.every(({ state }) => state === 'same'))
      throw new Refusal(409, 'Everything is published just so already: there is nothing to look at.');
    // What nobody has edited since it was imported has no draft yet that could be thrown away.
    await options.drafts.open(document.id);
    const before = await reviews.of(document.id);
    const asked = await reviews.ask({
      document: document.id,
      askedBy: actor.id,
      note,
      ...(whom !== undefined && { whom }),
      ...(await keep(document, { before, name: 'Asked for review', by: actor })),
    });
    if (asked === 'in-trash') throw new Refusal(409, 'Somebody threw the page away meanwhile.');
    if (asked === 'full')
      throw new Refusal(409, 'As many reviews wait as there may be. Withdraw some that nobody needs.');
    return context.json(await answer(asked), 201);
  });

  api.post('/documents/:id/review/withdraw', async (context) => {
    const actor = context.get('actor');
    const { id, askedAt } = withdrawBody.parse(await context.req.json());
    const review = await openOne(context.req.param('id'), id);
    if (review.askedBy !== actor.id && !actor.capabilities.includes('content.publish'))
      throw new Refusal(403, 'Only who asked withdraws it, or somebody who may publish.');
    return context.json(await answer(await reviews.withdraw({ id, askedAt }, actor.id)));
  });

  api.post('/documents/:id/review/decide', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.publish');
    const { id, askedAt, seen, decision, note } = decideBody.parse(await context.req.json());
    const document = await documentOf(context.req.param('id'));
    const review = await openOne(document.id, id);
    if (documentVersion(document) !== seen) {
      const message = 'The page was changed after you looked at it. Look again, then answer.';
      return context.json({ message, now: await reviewNow(document, options) }, 409);
    }
    const decided = await reviews.decide(
      { id, askedAt },
      {
        by: actor.id,
        note,
        ...(decision === 'approve'
          ? { state: 'approved', ...(await keep(document, { before: review, name: 'Approved', by: actor })) }
          : { state: 'returned', version: review.version, kept: review.kept }),
      },
    );
    return context.json(await answer(decided));
  });

  api.post('/documents/:id/review/dismiss', async (context) => {
    const { id } = reviewBody.parse(await context.req.json());
    const dismissed = await reviews.dismiss(id, context.get('actor').id);
    if (!dismissed) throw new Refusal(409, 'It was put away already, or somebody else asked.');
    return context.json(await answer(dismissed));
  });
}
