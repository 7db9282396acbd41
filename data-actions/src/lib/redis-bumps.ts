import type { Redis } from 'ioredis';
import type { BumpTransport, TagVersions } from './tag-versions.ts';

/** Numbers a bump, writes the versions, keeps it for those who missed it, and tells everyone: all or nothing. */
const BUMP = `
local n = redis.call('INCR', KEYS[1])
for i = 3, #ARGV do redis.call('HSET', KEYS[2], ARGV[i], n) end
local message = n .. ' ' .. ARGV[1] .. ' ' .. table.concat(ARGV, ',', 3)
redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[2], n .. '-1', 'm', message)
redis.call('PUBLISH', KEYS[4], message)
return n`;
const KEPT = 10_000;
const CHECK_EVERY = 1000;

/**
 * Bumps between processes: numbered without gaps, told by pub/sub, kept in a stream. A process that finds a number missing
 * reads the stream; when the stream does not reach back far enough, nothing it holds is believed any more.
 */
export class RedisBumps implements BumpTransport {
  private readonly redis: Redis;
  private readonly listener: Redis;
  private readonly tags: TagVersions;
  private readonly keys: { seq: string; tags: string; stream: string; channel: string };
  private readonly me = crypto.randomUUID();
  private readonly onError: (error: Error) => void;
  private readonly check: ReturnType<typeof setInterval>;
  /** Number of the last bump known here; unknown before the first look. */
  private last: number | undefined;
  /** Number of the last one heard on this connection. */
  private heardLast = 0;
  private catchingUp: Promise<void> | undefined;
  private closed = false;

  constructor(
    redis: Redis,
    tags: TagVersions,
    options: { prefix: string; tagsKey: string; onError: (error: Error) => void },
  ) {
    this.redis = redis;
    this.tags = tags;
    this.onError = options.onError;
    const { prefix } = options;
    this.keys = {
      seq: `${prefix}:seq`,
      tags: options.tagsKey,
      stream: `${prefix}:bumps`,
      channel: `${prefix}:bump`,
    };
    this.listener = redis.duplicate({ maxRetriesPerRequest: null, commandTimeout: undefined });
    this.listener.on('error', this.onError);
    this.listener.on('message', (_channel, message: string) => this.heard(message));
    // After every connection, the first included: what was said in between was missed.
    this.listener.on('ready', () => {
      this.heardLast = 0;
      this.listener.subscribe(this.keys.channel).then(() => this.catchUp(), this.onError);
    });
    // A connection that died silently says nothing; the number of the last bump does.
    this.check = setInterval(() => void this.catchUp(), CHECK_EVERY);
    this.check.unref();
  }

  /** Tries until the cluster has it: a bump that is lost is a wrong price. */
  async publish(slots: readonly number[]): Promise<number> {
    for (let attempt = 1; ; attempt++) {
      try {
        const { seq, tags, stream, channel } = this.keys;
        const n = await this.redis.eval(
          BUMP,
          4,
          seq,
          tags,
          stream,
          channel,
          this.me,
          KEPT,
          ...slots.map(String),
        );
        return Number(n);
      } catch (error) {
        if (this.closed) throw error;
        this.onError(error as Error);
        await new Promise((resolve) => setTimeout(resolve, Math.min(attempt * 100, 2000)));
      }
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.check);
    this.listener.disconnect();
    await this.catchingUp;
  }

  private heard(message: string): void {
    const n = Number.parseInt(message, 10);
    // Numbers on one connection only rise; a lower one means that Redis has lost its memory.
    if (n <= this.heardLast) this.restart(n - 1);
    this.heardLast = n;
    if (this.last === undefined || n > this.last + 1) {
      this.apply(message);
      void this.catchUp();
    } else if (n === this.last + 1) {
      this.apply(message);
      this.last = n;
    }
  }

  private apply(message: string): void {
    const [n, from, slots = ''] = message.split(' ');
    if (from === this.me) return;
    this.tags.heard(slots.split(',').map(Number), Number(n));
  }

  private catchUp(): Promise<void> {
    this.catchingUp ??= this.readMissed()
      .catch((error: Error) => {
        if (!this.closed) this.onError(error);
      })
      .finally(() => {
        this.catchingUp = undefined;
      });
    return this.catchingUp;
  }

  private async readMissed(): Promise<void> {
    const known = this.last;
    const now = Number((await this.redis.get(this.keys.seq)) ?? 0);
    if (known === undefined || now < known) {
      this.restart(now);
      return;
    }
    if (now === known) return;
    const missed = await this.redis.xrange(this.keys.stream, `${known + 1}-1`, '+');
    let last = known;
    let complete = true;
    for (const [id, [, message]] of missed) {
      const n = Number.parseInt(id, 10);
      complete &&= n === last + 1;
      last = n;
      this.apply(message!);
    }
    if (!complete || last < now) this.tags.missed();
    this.last = Math.max(this.last ?? 0, last, now);
  }

  private restart(last: number): void {
    this.tags.missed();
    this.last = last;
  }
}
