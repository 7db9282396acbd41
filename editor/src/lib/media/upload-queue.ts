import { Store } from '../app/store.ts';
import type { MediaAsset } from '../media-api/media-wire.ts';
import type { Sending, SendingEvents } from './tus-sending.ts';
import { isOver, type UploadItem, type UploadState } from './upload-item.ts';

export interface UploadQueueOptions {
  readonly send: (item: UploadItem, events: SendingEvents) => Promise<Sending>;
  /** Something in the library is new or different. */
  readonly onDone: (asset: MediaAsset) => void;
  /** Milliseconds until a broken upload is tried again. */
  readonly retryAfter?: number;
}

const AT_ONCE = 3;

/** Files on their way into the library; they go on while the library is closed. */
export class UploadQueue {
  readonly state = new Store<{ readonly items: readonly UploadItem[] }>({ items: [] });
  readonly #options: UploadQueueOptions;
  readonly #sendings = new Map<string, Promise<Sending>>();
  readonly #timer: ReturnType<typeof setInterval>;
  #count = 0;

  constructor(options: UploadQueueOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.retry(), options.retryAfter ?? 10_000);
  }

  add(
    files: readonly File[],
    { folder, replaces, isDouble = false }: { folder?: string; replaces?: string; isDouble?: boolean } = {},
  ): void {
    const items = files.map((file): UploadItem => {
      this.#count += 1;
      const id = `upload-${this.#count}`;
      return { id, file, folder, replaces, isDouble, sent: 0, state: { kind: 'waiting' } };
    });
    this.state.set({ items: [...this.#items, ...items] });
    this.#next();
  }

  pause(id: string): void {
    this.#set(id, { kind: 'paused' });
    void this.#sendings.get(id)?.then((sending) => sending.pause());
    this.#next();
  }

  /** Also one that was refused is tried again. */
  resume(id: string): void {
    this.#set(id, { kind: 'waiting' });
    this.#next();
  }

  cancel(id: string): void {
    const sending = this.#sendings.get(id);
    this.forget(id);
    void sending?.then((each) => each.cancel());
    this.#next();
  }

  /** Sends the same file again, to be kept besides the one that is there. */
  keepBoth(id: string): void {
    const item = this.#items.find((each) => each.id === id);
    if (!item) return;
    this.forget(id);
    this.add([item.file], { ...(item.folder !== undefined && { folder: item.folder }), isDouble: true });
  }

  forget(id: string): void {
    this.#sendings.delete(id);
    this.state.set({ items: this.#items.filter((each) => each.id !== id) });
  }

  forgetDone(): void {
    for (const item of this.#items) if (isOver(item)) this.forget(item.id);
  }

  /** Goes on with what was broken. */
  retry(): void {
    for (const { id, state } of this.#items) if (state.kind === 'broken') this.#set(id, { kind: 'waiting' });
    this.#next();
  }

  /** Uploads stop where they are. */
  close(): void {
    clearInterval(this.#timer);
    for (const sending of this.#sendings.values()) void sending.then((each) => each.pause());
  }

  get #items(): readonly UploadItem[] {
    return this.state.get().items;
  }

  #next(): void {
    const busy = this.#items.filter(({ state }) => state.kind === 'sending' || state.kind === 'checking');
    const waiting = this.#items.filter(({ state }) => state.kind === 'waiting');
    for (const item of waiting.slice(0, Math.max(0, AT_ONCE - busy.length))) this.#start(item);
  }

  #start(item: UploadItem): void {
    const { id } = item;
    this.#set(id, { kind: 'sending' });
    const sending = this.#sendings.get(id) ?? this.#options.send(item, this.#eventsOf(id));
    this.#sendings.set(id, sending);
    sending.then(
      (each) => {
        if (this.#stateOf(id) === 'sending') each.start();
      },
      () => {
        this.#sendings.delete(id);
        this.#over(id, { kind: 'broken' });
      },
    );
  }

  #eventsOf(id: string): SendingEvents {
    return {
      onProgress: (sent) => this.#change(id, { sent }),
      onChecking: () => this.#set(id, { kind: 'checking' }),
      onRefused: (message) => {
        this.#sendings.delete(id);
        this.#over(id, { kind: 'refused', message });
      },
      onBroken: () => this.#over(id, { kind: 'broken' }),
      onResult: ({ kind, asset }) => {
        this.#over(id, { kind, asset });
        if (kind === 'created' || kind === 'replaced') this.#options.onDone(asset);
      },
    };
  }

  #over(id: string, state: UploadState): void {
    // What was paused in the meantime stays so.
    if (state.kind !== 'broken' || this.#stateOf(id) !== 'paused') this.#set(id, state);
    this.#next();
  }

  #stateOf(id: string): UploadState['kind'] | undefined {
    return this.#items.find((each) => each.id === id)?.state.kind;
  }

  #set(id: string, state: UploadState): void {
    this.#change(id, { state });
  }

  #change(id: string, change: Partial<UploadItem>): void {
    this.state.set({ items: this.#items.map((each) => (each.id === id ? { ...each, ...change } : each)) });
  }
}
