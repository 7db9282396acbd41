import { Redis as Exchange, type RedisInstance } from '@hocuspocus/extension-redis';
import type {
  afterLoadDocumentPayload,
  beforeBroadcastStatelessPayload,
  Document,
  onAwarenessUpdatePayload,
  onChangePayload,
} from '@hocuspocus/server';
import { Redis } from 'ioredis';
import type { RoomLogger } from './room-logger.ts';

export interface RedisExchangeOptions {
  readonly url: string;
  /** Sets this shop apart from others on the same Redis. */
  readonly prefix: string;
  readonly logger: RoomLogger;
}

/** Milliseconds a document that is being opened waits for other processes at most. */
const PATIENCE = 3_000;

/**
 * Rooms that several processes share. What is stored does not depend on it: without Redis people in different processes do not see each
 * other at work, so a document opens all the same, and is shared as soon as Redis answers.
 */
export class RedisExchange extends Exchange {
  readonly #logger: RoomLogger;
  readonly #open = new Set<Document>();
  #isDown = false;

  constructor({ url, prefix, logger }: RedisExchangeOptions) {
    super({ prefix: `${prefix}:rooms`, createClient: () => connect(url), disconnectDelay: 300 });
    this.#logger = logger;
    for (const redis of [this.pub, this.sub]) {
      redis.on('error', (error) => this.#notice(error));
      redis.on('ready', () => this.#rejoin());
    }
  }

  get #isReady(): boolean {
    return this.pub.status === 'ready' && this.sub.status === 'ready';
  }

  override async afterLoadDocument({ document, documentName }: Loaded): Promise<void> {
    this.#open.add(document);
    document.on('destroy', () => this.#open.delete(document));
    await this.#join(document, documentName);
  }

  override async onChange(change: onChangePayload): Promise<void> {
    if (this.#isReady) await super.onChange(change);
  }

  override async onAwarenessUpdate(update: onAwarenessUpdatePayload): Promise<void> {
    if (this.#isReady) await super.onAwarenessUpdate(update);
  }

  /** Tells everybody who has a document open in other processes. */
  async tell(documentName: string, payload: string): Promise<void> {
    if (!this.#isReady) return;
    await super.beforeBroadcastStateless({ documentName, payload } as beforeBroadcastStatelessPayload);
  }

  /** Every process stores what comes to it before it hands it on, so there is nothing to take turns for. */
  override async onStoreDocument(): Promise<void> {}
  override async afterStoreDocument(): Promise<void> {}

  override async onDestroy(): Promise<void> {
    try {
      if (this.#isReady) await super.onDestroy();
    } catch (error) {
      this.#logger.debug({ err: error }, 'Redis did not say goodbye');
    } finally {
      this.pub.disconnect(false);
      this.sub.disconnect(false);
    }
  }

  async #join(document: Document, documentName: string): Promise<void> {
    if (!this.#isReady) await this.#becomesReady();
    if (!this.#isReady || document.isDestroyed) return;
    const joined = super.afterLoadDocument({ document, documentName } as afterLoadDocumentPayload);
    const late = new Promise<void>((resolve) => void setTimeout(resolve, PATIENCE).unref());
    await Promise.race([joined, late]).catch((error) => this.#notice(error));
  }

  /** A process that has just started is not connected yet. */
  async #becomesReady(): Promise<void> {
    if (this.#isDown) return;
    const last = Date.now() + PATIENCE;
    while (!this.#isReady && !this.#isDown && Date.now() < last)
      await new Promise((resolve) => setTimeout(resolve, 10));
  }

  #notice(error: unknown): void {
    if (!this.#isDown)
      this.#logger.warn({ err: error }, 'Redis failed; processes do not share pages until it is back');
    this.#isDown = true;
  }

  #rejoin(): void {
    if (!this.#isReady || !this.#isDown) return;
    this.#isDown = false;
    for (const document of this.#open) void this.#join(document, document.name);
  }
}

type Loaded = Pick<afterLoadDocumentPayload, 'document' | 'documentName'>;

function connect(url: string): RedisInstance {
  const redis = new Redis(url, {
    connectTimeout: 2_000,
    // What is asked while it is away is asked when it is back.
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  });
  // The extension was made for an earlier version, of which it uses what is the same in this one.
  return redis as unknown as RedisInstance;
}
