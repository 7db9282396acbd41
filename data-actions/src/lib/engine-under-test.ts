import { z } from 'zod';
import { createActionEngine, type EngineOptions } from './action-engine.ts';
import { type ActionDefinition, defineAction, definePrivateAction, type } from './define-action.ts';
import { defineSource, type Source } from './define-source.ts';
import type { PrivateDimensions, SharedDimension, SharedDimensions } from './dimensions.ts';
import { type Handler, handleAction, handlePrivateAction } from './handle-action.ts';
import { createProcessCache } from './process-cache.ts';
import { createTagVersions } from './tag-versions.ts';
import { createTestClock } from './test-clock.ts';
import type { TraceEvent } from './trace.ts';

/** A guest of the tests' shop. */
export const guest: SharedDimensions = {
  channel: 'online',
  locale: 'en',
  currency: 'EUR',
  customerGroup: 'anyone',
  audience: 'everyone',
};

export const nobody: PrivateDimensions = { customerId: undefined, cartId: undefined, sessionId: undefined };

export interface Item {
  readonly id: string;
  readonly text: string;
}

const input = z.object({ id: z.string() });

/** A public action that answers `{ id, text }`. */
export function itemAction<const V extends SharedDimension = never>(
  id: string,
  more: Partial<ActionDefinition<{ id: string }, Item, V>> = {},
) {
  return defineAction<{ id: string }, Item, V>({
    id,
    source: defineSource({ id: 'backend' }),
    input,
    output: type<Item>(),
    cache: { fresh: 60_000, stale: 60_000 },
    tags: (asked) => [`${id}:${asked.id}`],
    ...more,
  } as Parameters<typeof defineAction<{ id: string }, Item, V>>[0]);
}

export function ownAction(id: string, source: Source = defineSource({ id: 'own' })) {
  return definePrivateAction({ id, source, input, output: type<Item>() });
}

/** A backend that counts its calls and answers after `latency` ms of the test clock. */
export function createBackend(clock = createTestClock()) {
  const calls: { action: string; inputs: readonly { id: string }[]; context: object }[] = [];
  const backend = {
    clock,
    calls,
    /** Milliseconds of the clock, for every action or by its id. */
    latency: 0 as number | ((action: string) => number),
    /** What it says; by default the id in the locale or cart of the context. */
    say: (asked: { id: string }, action: string): Item | undefined | Error => ({
      id: asked.id,
      text: `${action} ${asked.id}`,
    }),
    answer(action: string) {
      return async (inputs: readonly { id: string }[], context: object) => {
        calls.push({ action, inputs, context });
        // Read when it is asked, told when it answers.
        const said = inputs.map((asked) => backend.say(asked, action));
        const latency = typeof backend.latency === 'number' ? backend.latency : backend.latency(action);
        if (latency > 0) await new Promise<void>((resolve) => clock.after(latency, resolve));
        return said;
      };
    },
    handle(action: ReturnType<typeof itemAction<SharedDimension>> | ReturnType<typeof ownAction>): Handler {
      return action.class === 'public'
        ? handleAction(action, backend.answer(action.id))
        : handlePrivateAction(action, backend.answer(action.id));
    },
  };
  return backend;
}

/** An engine on a clock of its own. */
export function createTestEngine(handlers: readonly Handler[], options: Partial<EngineOptions> = {}) {
  const events: TraceEvent[] = [];
  const tags = options.tags ?? createTagVersions();
  const cache = options.processCache ?? createProcessCache();
  const engine = createActionEngine({
    random: () => 0,
    onTrace: (event) => events.push(event),
    ...options,
    handlers,
    tags,
    processCache: cache,
  });
  return { engine, tags, cache, events };
}
