import { Redis as Exchange, type RedisInstance } from '@hocuspocus/extension-redis';
import type { afterLoadDocumentPayload } from '@hocuspocus/server';
import { Redis } from 'ioredis';
import type { RoomLogger } from './room-logger.ts';

export interface RedisExchangeOptions {
  readonly url: string;
  /** Sets this shop apart from others on the same Redis. */
  readonly prefix: string;
  readonly logger: RoomLogger;
}

const RETRY = 5_000;

/**
 * Rooms that several processes share. Without Redis people in different processes do not see each other at work, but nothing they do is
 * lost, so a document opens all the same and is shared as soon as Redis answers.
 */
export class RedisExchange extends Exchange {
  readonly #logger: RoomLogger;

  constructor({ url, prefix, logger }: RedisExchangeOptions) {
    super({
      prefix: `${prefix}:rooms`,
      createClient: () => connect(url, logger),
      disconnectDelay: 300,
    });
    this.#logger = logger;
  }

  override async afterLoadDocument(loaded: afterLoadDocumentPayload): Promise<void> {
    try {
      await super.afterLoadDocument(loaded);
    } catch (error) {
      const { document, documentName } = loaded;
      this.#logger.warn(
        { err: error, document: documentName },
        'Redis does not answer; a page is not shared for now',
      );
      const again = setTimeout(() => {
        if (!document.isDestroyed) void this.afterLoadDocument(loaded);
      }, RETRY);
      again.unref();
    }
  }
}

function connect(url: string, logger: RoomLogger): RedisInstance {
  const redis = new Redis(url, {
    connectTimeout: 2_000,
    maxRetriesPerRequest: 1,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  });
  let isDown = false;
  redis.on('error', (error) => {
    if (!isDown) logger.warn({ err: error }, 'Redis failed; processes do not share pages until it is back');
    isDown = true;
  });
  redis.on('ready', () => {
    isDown = false;
  });
  // The extension was made for an earlier version, of which it uses what is the same in this one.
  return redis as unknown as RedisInstance;
}
