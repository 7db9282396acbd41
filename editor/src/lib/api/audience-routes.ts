import { audienceSchema, experimentSchema, nobodyApart, versionNames } from '@vitrine/content';
import { CrowdRefusedError, type CrowdStore } from '@vitrine/content/server';
import type { Hono } from 'hono';
import { z } from 'zod';
import { winnersAmong } from '../audiences/follow-winners.ts';
import { startRefusal } from '../experiments/start-refusal.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';
import { audienceUses, namesOfUses, type UseSources, usesOfExperiment } from './where-used.ts';

export interface AudienceRoutesOptions extends UseSources {
  /** Default: nobody is told apart. */
  readonly crowd?: Omit<CrowdStore, 'seen' | 'began' | 'ordered'>;
}

const endBody = z.strictObject({ winner: z.enum(versionNames) });

/** For whom modules are: audiences, tests of several versions, and what became of those. */
export function audienceRoutes(api: Hono<ApiEnvironment>, options: AudienceRoutesOptions): void {
  const { crowd } = options;
  if (!crowd) return;

  async function experimentBy(id: string) {
    const { experiments } = await crowd!.crowd();
    const found = experiments.find((each) => each.id === id);
    if (!found) throw new Refusal(404, 'This test is not there any more.');
    return found;
  }

  /** Names and rules alone: for whoever edits a page. */
  api.get('/crowd', async (context) => context.json(await crowd.crowd()));

  api.get('/audiences', async (context) => {
    const [{ audiences, experiments }, uses] = await Promise.all([crowd.crowd(), audienceUses(options)]);
    return context.json({
      audiences: audiences.map((each) => ({ ...each, uses: uses.get(each.id) ?? [] })),
      experiments: experiments.map((each) => ({ ...each, uses: usesOfExperiment(uses, each.id) })),
    });
  });

  api.put('/audiences/:id', async (context) => {
    requireCapability(context.get('actor'), 'content.publish');
    const audience = audienceSchema.parse(await context.req.json());
    requireId(audience.id, context.req.param('id'));
    await refused(() => crowd.putAudience(audience));
    return context.json(audience);
  });

  api.delete('/audiences/:id', async (context) => {
    requireCapability(context.get('actor'), 'content.publish');
    const id = context.req.param('id');
    const { audiences } = await crowd.crowd();
    const audience = audiences.find((each) => each.id === id);
    if (!audience) throw new Refusal(404, 'This audience is not there any more.');
    const uses = (await audienceUses(options)).get(id) ?? [];
    if (uses.length > 0)
      throw new Refusal(
        409,
        `“${audience.name}” is named on ${namesOfUses(uses)}. Take it out there first, and publish that.`,
      );
    await refused(() => crowd.removeAudience(id));
    return context.json(audience);
  });

  api.put('/experiments/:id', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const id = context.req.param('id');
    const { experiments } = await crowd.crowd();
    const isBegun = experiments.some((each) => each.id === id && each.state.kind !== 'planned');
    if (isBegun) requireCapability(actor, 'content.publish');
    const experiment = experimentSchema.parse(await context.req.json());
    requireId(experiment.id, id);
    return context.json(await refused(() => crowd.putExperiment(experiment)));
  });

  api.post('/experiments/:id/start', async (context) => {
    requireCapability(context.get('actor'), 'content.publish');
    const { id, name, versions } = await experimentBy(context.req.param('id'));
    const reason = startRefusal({ versions, uses: usesOfExperiment(await audienceUses(options), id) });
    if (reason !== undefined) throw new Refusal(409, `“${name}” cannot start. ${reason}`);
    return context.json(await refused(() => crowd.startExperiment(id)));
  });

  api.post('/experiments/:id/end', async (context) => {
    requireCapability(context.get('actor'), 'content.publish');
    const { winner } = endBody.parse(await context.req.json());
    const { id } = await experimentBy(context.req.param('id'));
    return context.json(await refused(() => crowd.endExperiment(id, winner)));
  });

  api.delete('/experiments/:id', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const experiment = await experimentBy(context.req.param('id'));
    const { id, name, state } = experiment;
    if (state.kind !== 'planned') requireCapability(actor, 'content.publish');
    const live = usesOfExperiment(await audienceUses(options), id).filter(({ isPublished }) => isPublished);
    if (state.kind === 'ended' && state.winner !== 'a' && live.length > 0)
      throw new Refusal(
        409,
        `Shoppers see the winner of “${name}” on ${namesOfUses(live)} by it. End the test on the page first, and publish that.`,
      );
    await refused(() => crowd.removeExperiment(id));
    return context.json(experiment);
  });

  api.get('/experiments/:id/results', async (context) => {
    const counts = await crowd.counts(context.req.param('id'));
    if (!counts) throw new Refusal(404, 'This test is not there any more.');
    return context.json({ counts });
  });
}

/** What everybody is shown whose test has ended, unless the original won. */
export async function winnersOf(crowd: AudienceRoutesOptions['crowd']): Promise<readonly string[]> {
  const { experiments } = (await crowd?.crowd()) ?? nobodyApart;
  return winnersAmong(experiments);
}

async function refused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CrowdRefusedError) throw new Refusal(409, error.message);
    throw error;
  }
}

function requireId(written: string, asked: string): void {
  if (written !== asked) throw new Refusal(400, `The address says "${asked}", what was sent "${written}".`);
}
