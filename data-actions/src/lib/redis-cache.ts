import { Redis } from 'ioredis';
import { PublicEntry } from './public-entry.ts';
import { RedisBumps } from './redis-bumps.ts';
import type { SharedCache, SharedEntry } from './shared-cache.ts';

export interface RedisCacheOptions {
  /** For example `redis://localhost:6379`. Its eviction policy must be `noeviction` or `volatile-*`: tag versions never expire. */
  readonly url: string;
  /** Begins every key. Processes with the same one share tags; add the build with `build`. */
  readonly prefix: string;
  /** Entries are shared among processes of the same build only; tags among all. Default `0`. */
  readonly build?: string;
  /** Milliseconds after which one command counts as failed. Default 250. */
  readonly timeout?: number;
  /** Called when a connection fails; commands that fail are told by their promises. */
  readonly onError?: (error: Error) => void;
}

/** All keys at one moment: of processes that want the same ones at once, one gets them all. */
const LEASE = `
local won = {}
for i = 1, #KEYS do won[i] = redis.call('SET', KEYS[i], '1', 'NX', 'PX', ARGV[1]) and 1 or 0 end
return won`;

/** Public answers, leases and tag versions in Redis or Valkey. */
export function createRedisCache(options: RedisCacheOptions): SharedCache {
  const { url, prefix, build = '0', timeout = 250, onError = () => {} } = options;
  const redis = new Redis(url, {
    connectionName: prefix,
    commandTimeout: timeout,
    connectTimeout: 2000,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2000),
  });
  redis.on('error', onError);
  const entryKey = (key: string) => `${prefix}:e:${build}:${key}`;
  const leaseKey = (key: string) => `${prefix}:l:${build}:${key}`;
  const tagsKey = `${prefix}:tags`;
  let bumps: RedisBumps | undefined;

  return {
    connect(tags) {
      bumps ??= new RedisBumps(redis, tags, { prefix, tagsKey, onError });
      tags.connect(bumps);
    },
    async read(keys, slots) {
      // Entries before versions: a bump between the two makes an entry too old, never too new.
      const pipeline = redis.pipeline().mget(keys.map(entryKey));
      if (slots.length > 0) pipeline.hmget(tagsKey, ...slots.map(String));
      const [texts, versions = []] = (await results(pipeline.exec())) as [
        (string | null)[],
        (string | null)[]?,
      ];
      return {
        entries: texts.map((text) => (text === null ? undefined : parseEntry(text))),
        versions: slots.map((_, i) => Number(versions[i] ?? 0)),
      };
    },
    async write(entry, versions, ms) {
      if (!PublicEntry.isMinted(entry))
        throw new Error('The shared cache was given something that is not the answer to a public action.');
      const { value, at, freshUntil, staleUntil, rescueUntil } = entry;
      // A missing answer has no last element: `null` is a value.
      const text = JSON.stringify([
        at,
        freshUntil,
        staleUntil,
        rescueUntil,
        versions,
        ...(entry.missing ? [] : [value]),
      ]);
      await results(
        redis.pipeline().set(entryKey(entry.key), text, 'PX', Math.ceil(ms)).del(leaseKey(entry.key)).exec(),
      );
    },
    async lease(keys, ms) {
      const won = await redis.eval(LEASE, keys.length, ...keys.map(leaseKey), ms);
      return (won as number[]).map((one) => one === 1);
    },
    async release(keys) {
      // A lease that ran out may be another process's by now: at worst the source is asked once more.
      await redis.del(keys.map(leaseKey));
    },
    async close() {
      await bumps?.close();
      redis.disconnect();
    },
  };
}

async function results(answers: Promise<[Error | null, unknown][] | null>): Promise<unknown[]> {
  return ((await answers) ?? []).map(([error, answer]) => {
    if (error) throw error;
    return answer;
  });
}

/** Anything that is not an entry of ours is no entry. */
function parseEntry(text: string): SharedEntry | undefined {
  try {
    const parts = JSON.parse(text);
    if (!Array.isArray(parts) || !Array.isArray(parts[4])) return undefined;
    const [at, freshUntil, staleUntil, rescueUntil, versions, value] = parts;
    return { at, freshUntil, staleUntil, rescueUntil, versions, value };
  } catch {
    return undefined;
  }
}
