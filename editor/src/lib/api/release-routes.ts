import { isWaiting, type PageDocument } from '@vitrine/content';
import {
  contentVersion,
  type DraftFacts,
  type NewReleaseItem,
  type Release,
  type ReleaseChanged,
  type ReleaseStore,
  type ReleaseFacts as StoredFacts,
  stylesItem,
  type WaitingRelease,
} from '@vitrine/content/server';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { ReleaseCheck, ReleaseFacts } from '../releases/release-facts.ts';
import { type CheckedPlanOptions, checkedPlans } from './checked-plan.ts';
import { currentDocuments } from './current-documents.ts';
import { isEditedSince, type VersionsNow } from './edited-since.ts';
import { planStyles, type StylesPlanOptions, weakIn } from './plan-styles.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';
import type { ReleaseRunner } from './release-runner.ts';
import { seenPlan } from './seen-plan.ts';
import { mustBeTakenOffline, mustNotBeNeeded } from './take-offline.ts';

export interface ReleaseRoutesOptions extends CheckedPlanOptions {
  readonly releases: ReleaseStore;
  readonly releaseRunner: ReleaseRunner;
  /** Whose styles can be planned. Default: none can. */
  readonly theme?: StylesPlanOptions['theme'];
  /** Names of people by their ids; those that are not known are left out. */
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
}

const hasNoControls = (text: string) => !/\p{Cc}/u.test(text);
const name = z.string().trim().min(1).max(100).refine(hasNoControls);
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const into = z.union([z.object({ id: z.string().max(100) }), z.object({ name, at: moment.optional() })]);
const planBody = z.object({
  document: z.string().min(1).max(200).refine(hasNoControls),
  action: z.enum(['publish', 'unpublish']),
  into,
  seen: seenPlan.optional(),
});
/** `version` = of the draft of the styles that was shown. */
const stylesBody = z.object({ version: z.number().int().min(0), into });
const changeBody = z.object({ name: name.optional(), at: moment.nullable().optional() });
/** Further away nothing is planned. */
const LAST_YEAR = 2100;

/** Documents and styles that go live together at a time to come: planned, listed, moved, cancelled. */
export function releaseRoutes(api: Hono<ApiEnvironment>, options: ReleaseRoutesOptions): void {
  const { releases, releaseRunner, namesOf, drafts, pages } = options;
  const current = currentDocuments(options);
  const { checkedPlanOf } = checkedPlans(options);

  async function shown(all: readonly StoredFacts[]): Promise<readonly ReleaseFacts[]> {
    const people = all.flatMap(({ madeBy, ended, items }) => [
      madeBy,
      ...(ended ? [ended.by] : []),
      ...items.map(({ plannedBy }) => plannedBy),
    ]);
    const names = await namesOf([...new Set(people)]);
    const documents = all.length === 0 ? [] : await drafts.list();
    const documentNames = new Map(documents.map((each) => [each.id, each.name]));
    const now = new Map<string, Pick<DraftFacts, 'version'>>(documents.map((each) => [each.id, each]));
    if (options.theme) {
      const { own, store } = options.theme;
      now.set(stylesItem(own.id), { version: contentVersion((await store.read(own.id)).draft) });
    }
    return all.map((release) => factsOf(release, { names, documentNames, now }));
  }

  /** @throws Refusal in words, where the release cannot be changed so. */
  async function answerOf(changed: ReleaseChanged): Promise<ReleaseFacts> {
    if (changed.kind === 'missing') throw new Refusal(404, 'This release is not there any more.');
    if (changed.kind === 'over')
      throw new Refusal(409, 'It went live or was cancelled meanwhile. Look at the list again.');
    if (changed.kind === 'full')
      throw new Refusal(
        409,
        'As much is planned as there may be: 100 releases, 200 documents in each. Cancel what nobody needs.',
      );
    return (await shown([changed.release]))[0]!;
  }

  async function found(id: string): Promise<Release> {
    const release = await releases.find(id);
    if (!release) throw new Refusal(404, 'This release is not there any more.');
    return release;
  }

  /** Those that wait with it, besides the one it goes into. */
  async function othersWith(item: string, wanted: z.infer<typeof into>): Promise<readonly WaitingRelease[]> {
    const waiting = await releases.waitingWith(item);
    return waiting.filter(({ release }) => !('id' in wanted) || release.id !== wanted.id);
  }

  api.get('/releases', async (context) => context.json(await shown(await releases.list())));

  api.get('/releases/:id/check', async (context) => {
    const release = await found(context.req.param('id'));
    const problem = await releaseRunner.check(release);
    const weak = options.theme ? weakIn(release, options.theme.own) : [];
    const check: ReleaseCheck = {
      ...(problem !== undefined && { problem }),
      ...(weak.length > 0 && { weak }),
    };
    return context.json(check);
  });

  api.post('/releases', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.publish');
    const { document, action, into, seen } = planBody.parse(await context.req.json());
    if ('name' in into) mustBeToCome(into.at);
    // Before anything is read: what is published by hand after this is newer.
    const plannedAfter = await releases.moment();
    const others = await othersWith(document, into);
    if (action === 'unpublish') {
      const isComing = others.some((each) => each.action === 'publish');
      const coming = isComing ? (await current(document))?.document : undefined;
      const offline = coming ?? (await mustBeTakenOffline(document, { pages }));
      await mustNotBeNeeded(document, releases);
      const item = { ...factsOfItem(offline), action, documents: [], paths: {}, plannedAfter };
      return context.json(await answerOf(await releases.plan(item, into, actor.id)), 201);
    }
    const checked = await checkedPlanOf(document, seen);
    if (checked.kind === 'unseen') return context.json(checked.answer, 409);
    const { change, addresses, own } = checked.plan;
    const isSame = change.documents.length === 0 && addresses.every(({ state }) => state === 'same');
    // What is live just so can be wanted back after something else that is planned.
    if (isSame && others.every((each) => each.action === undefined))
      throw new Refusal(409, 'Everything is published just so already: there is nothing to plan.');
    const item: NewReleaseItem = {
      ...factsOfItem(own.document),
      action,
      // It belongs to what goes live also when only its address changes.
      documents: change.documents.some(({ id }) => id === document)
        ? change.documents
        : [...change.documents, own.document],
      paths: own.paths,
      plannedAfter,
    };
    return context.json(await answerOf(await releases.plan(item, into, actor.id)), 201);
  });

  api.post('/releases/styles', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.publish');
    const { theme } = options;
    if (!theme) throw new Refusal(404, 'The styles of this shop cannot be changed here.');
    const { version, into: wanted } = stylesBody.parse(await context.req.json());
    if ('name' in wanted) mustBeToCome(wanted.at);
    const plannedAfter = await releases.moment();
    const others = await othersWith(stylesItem(theme.own.id), wanted);
    const item = await planStyles({ theme, version, plannedAfter, others });
    return context.json(await answerOf(await releases.plan(item, wanted, actor.id)), 201);
  });

  api.patch('/releases/:id', async (context) => {
    requireCapability(context.get('actor'), 'content.publish');
    const change = changeBody.parse(await context.req.json());
    mustBeToCome(change.at ?? undefined);
    return context.json(await answerOf(await releases.change(context.req.param('id'), change)));
  });

  api.post('/releases/:id/publish', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.publish');
    const { id } = await found(context.req.param('id'));
    const ran = await releaseRunner.publish(id, actor.id);
    if (ran.kind === 'refused') throw new Refusal(409, ran.problem);
    if (ran.kind === 'over') await answerOf({ kind: 'over' });
    return context.json((await shown([await found(id)]))[0]);
  });

  api.delete('/releases/:id', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.publish');
    return context.json(await answerOf(await releases.cancel(context.req.param('id'), actor.id)));
  });

  api.delete('/releases/:id/documents/:document', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.publish');
    const { id, document } = context.req.param();
    return context.json(await answerOf(await releases.takeOut(id, document, actor.id)));
  });
}

/** @throws Refusal when it is over, or too far away to be meant. */
function mustBeToCome(at: Date | undefined): void {
  if (at && at.getTime() <= Date.now())
    throw new Refusal(400, 'This moment is over. Choose one to come, or publish now.');
  if (at && at.getUTCFullYear() >= LAST_YEAR)
    throw new Refusal(400, `Nothing is planned for ${LAST_YEAR} or later.`);
}

function factsOfItem({ id, kind, name }: PageDocument): Pick<NewReleaseItem, 'document' | 'kind' | 'name'> {
  return { document: id, kind, name };
}

function factsOf(
  release: StoredFacts,
  {
    names,
    documentNames,
    now,
  }: {
    readonly names: Readonly<Record<string, string>>;
    readonly documentNames: ReadonlyMap<string, string>;
    readonly now: VersionsNow;
  },
): ReleaseFacts {
  const { id, at, state, madeAt, madeBy, ended, problem, kept, items } = release;
  return {
    id,
    name: release.name,
    ...(at && { at: at.toISOString() }),
    state,
    madeAt: madeAt.toISOString(),
    madeBy: names[madeBy] ?? '',
    ...(ended && { ended: { at: ended.at.toISOString(), by: names[ended.by] ?? '' } }),
    ...(problem !== undefined && { problem }),
    kept: kept.map(
      (each) => documentNames.get(each) ?? items.find(({ document }) => document === each)?.name ?? each,
    ),
    items: items.map((item) => ({
      document: item.document,
      kind: item.kind,
      name: item.name,
      action: item.action,
      paths: item.paths,
      plannedAt: item.plannedAt.toISOString(),
      plannedBy: names[item.plannedBy] ?? '',
      ...(isWaiting(release) && isEditedSince(item, now) && { isEdited: true }),
    })),
  };
}
