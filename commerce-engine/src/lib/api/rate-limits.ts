import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Actor } from '../identity/identity.views.ts';

/** `guess`: questions whose answers are secrets one could try to guess, such as a gift card's code. */
export type RequestKind = 'read' | 'change' | 'guess';

export interface RateLimitOptions {
  /** How much one caller who is not staff may ask in a minute. Staff and programs may {@link STAFF_TIMES} times as much. */
  readonly perMinute: Readonly<Record<RequestKind, number>>;
  /** Counts of all processes in one place. Absent = each process counts for itself. */
  readonly redis?: {
    readonly url: string;
    /** Begins every key. */
    readonly prefix: string;
    /** Told when Redis fails; until it is back each process counts for itself. */
    readonly onError: (error: Error) => void;
  };
}

/** A caller's allowance after a request was counted. */
export interface Allowance {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds, at least 1, until it is whole again. */
  readonly resetAfter: number;
}

export interface RateLimits {
  /**
   * Counts a request. People who are signed in and programs have an allowance of their own, guests share that of their
   * network address. Guesses are counted by address, whoever makes them.
   */
  count(kind: RequestKind, caller: { readonly actor: Actor; readonly address: string }): Promise<Allowance>;
  close(): Promise<void>;
}

export const STAFF_TIMES = 10;
const SECONDS = 60;

/** Counts requests in windows of a minute. */
export function openRateLimits({ perMinute, redis }: RateLimitOptions): RateLimits {
  const client = redis && connect(redis);
  const limiterOf = (kind: RequestKind, times: number) => {
    const own = { points: perMinute[kind] * times, duration: SECONDS };
    const memory = new RateLimiterMemory(own);
    if (!client) return memory;
    return new RateLimiterRedis({
      ...own,
      storeClient: client,
      keyPrefix: `${redis!.prefix}:rate:${kind}`,
      insuranceLimiter: memory,
    });
  };
  const limitersOf = (times: number) => ({
    read: limiterOf('read', times),
    change: limiterOf('change', times),
    guess: limiterOf('guess', times),
  });
  const limiters = { shoppers: limitersOf(1), staff: limitersOf(STAFF_TIMES) };

  return {
    async count(kind, { actor, address }) {
      const isStaff = actor.kind === 'staff' || actor.kind === 'system';
      const limiter = limiters[isStaff ? 'staff' : 'shoppers'][kind];
      const counted = await limiter.consume(keyOf(kind, actor, address)).catch((refused: unknown) => {
        if (refused instanceof RateLimiterRes) return refused;
        throw refused;
      });
      return {
        allowed: counted.consumedPoints <= limiter.points,
        limit: limiter.points,
        remaining: Math.max(0, counted.remainingPoints),
        resetAfter: Math.max(1, Math.ceil(counted.msBeforeNext / 1000)),
      };
    },
    async close() {
      await client?.quit().catch(() => client.disconnect());
    },
  };
}

function keyOf(kind: RequestKind, actor: Actor, address: string): string {
  if (kind === 'guess' || !('id' in actor)) return `address:${address}`;
  return `${actor.kind}:${actor.id}`;
}

function connect({ url, prefix, onError }: NonNullable<RateLimitOptions['redis']>): Redis {
  // A request waits for no count: without Redis the process counts by itself at once.
  const client = new Redis(url, {
    connectionName: `${prefix}:rate`,
    commandTimeout: 250,
    connectTimeout: 2000,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2000),
  });
  client.on('error', onError);
  return client;
}
