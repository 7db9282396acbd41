import type { ModuleCatalogue, PageDocument, ShapesOf } from '@vitrine/content';
import { newPageDoc, PageInYdoc } from '@vitrine/content/collab';
import type { DocumentPaths, DraftStore, TranslationStore, VersionStore } from '@vitrine/content/server';
import * as Y from 'yjs';
import { DerivedKeeper, type RoomPauses } from './derived-keeper.ts';
import { Gate } from './gate.ts';
import { followLateWork } from './late-work.ts';
import { type Can, type RoomActor, refusalOf } from './rights.ts';
import type { RoomLimits } from './room-limits.ts';
import type { RoomLogger } from './room-logger.ts';
import { thrownAway } from './send-away.ts';
import { Turns } from './turns.ts';

export interface RoomOptions {
  readonly id: string;
  readonly drafts: DraftStore;
  readonly versions: VersionStore;
  readonly translations: Pick<TranslationStore, 'keep'>;
  readonly modules: ModuleCatalogue;
  readonly shapes: ShapesOf;
  readonly can: Can;
  readonly limits: RoomLimits;
  readonly logger: RoomLogger;
  /** Milliseconds. */
  readonly pauses: RoomPauses;
  /** It was found that the document lies in the trash: nothing comes in any more. */
  readonly onEnd: () => void;
}

/** What became of an update. */
export type Admitted =
  | { readonly kind: 'applied' }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'incomplete' }
  /** The sender's copy is worth nothing any more. */
  | { readonly kind: 'refused'; readonly message: string }
  /** It could not be stored; it may be sent again. */
  | { readonly kind: 'unavailable'; readonly message: string }
  /** The document was thrown away. */
  | { readonly kind: 'ended'; readonly message: string };

/** Who sends an update. */
interface Sender {
  readonly actor: RoomActor;
  readonly origin: unknown;
  /** All a browser has that is not here, after it was away; else what its person just did. */
  readonly isAnswer?: boolean;
  /** What a browser had when it came (a state vector), as long as it may send what it did then. */
  readonly seen?: Uint8Array | undefined;
}

/** After so many updates they are made into one state, also while people work. */
const COMPACT_AFTER = 1_000;

/**
 * One document that people have open: what comes in is tried, judged and stored before it is in the document, and what is derived
 * from the document is kept. The document itself is somebody else's, who ends it.
 */
export class Room {
  readonly page: PageInYdoc;
  readonly #doc: Y.Doc;
  readonly #options: RoomOptions;
  readonly #gate: Gate;
  readonly #turns = new Turns();
  readonly #derived: DerivedKeeper;
  #bytes: number;
  #appended = 0;
  #isEnded = false;
  #clientId: number | undefined;

  constructor(doc: Y.Doc, options: RoomOptions) {
    this.#doc = doc;
    this.#options = options;
    this.page = new PageInYdoc(doc, options.shapes);
    this.#gate = new Gate(doc);
    this.#bytes = Y.encodeStateAsUpdate(doc).length;
    this.#derived = new DerivedKeeper(this.page, options);
    doc.on('update', this.#notice);
  }

  get paths(): DocumentPaths {
    return this.page.meta().paths;
  }

  /** Nothing comes in any more. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  document(): PageDocument {
    return this.#derived.document();
  }

  /** Lets an update in, or not. In the document and stored when it resolves with `applied`. */
  admit(update: Uint8Array, sender: Sender): Promise<Admitted> {
    return this.#turns.take(() => this.#admit(update, sender));
  }

  /** A change made here. It goes through the same gate as those of browsers. */
  change(actor: RoomActor, work: (page: PageInYdoc) => void): Promise<Admitted> {
    return this.#turns.take(async () => {
      const update = this.#updateOf(work);
      if (!update) return { kind: 'nothing-new' };
      const admitted = await this.#admit(update, { actor, origin: { source: 'local' } });
      // A store that said no may have kept it after all: the same numbers must not be given to something else.
      if (admitted.kind !== 'applied') this.#clientId = undefined;
      return admitted;
    });
  }

  /** Everything that came in is derived and kept; with `compact` as one state. */
  async settle({ compact = false }: { readonly compact?: boolean } = {}): Promise<void> {
    await this.#turns.settled();
    const isCompacted = compact && this.#appended > 0;
    if (isCompacted) this.#appended = 0;
    await this.#derived.settle({ compact: isCompacted });
  }

  /** The document was thrown away: what is on its way still comes in, and nothing more. */
  async end(): Promise<void> {
    await this.#turns.take(async () => {
      this.#isEnded = true;
    });
    this.#options.onEnd();
  }

  close(): void {
    this.#doc.off('update', this.#notice);
    this.#derived.stop();
    this.#gate.close();
    this.page.destroy();
  }

  async #admit(
    update: Uint8Array,
    { actor, origin, isAnswer = false, seen, again = false }: Sender & { readonly again?: boolean },
  ): Promise<Admitted> {
    const { id, drafts, limits, logger } = this.#options;
    if (this.#isEnded) return thrownAway;
    if (!isAnswer && update.length > limits.updateBytes)
      return { kind: 'refused', message: tooLarge('change', limits.updateBytes) };
    if (update.length > limits.documentBytes)
      return { kind: 'refused', message: tooLarge('page', limits.documentBytes) };
    const judged = this.#judge(update, actor);
    // What was somebody else's change, stored by another process, is no change of this actor.
    if (judged.kind === 'refused' && !again && (await this.#catchUp()))
      return await this.#admit(update, { actor, origin, isAnswer, seen, again: true });
    if (judged.kind !== 'applied') return judged;
    if (this.#bytes + update.length > limits.documentBytes) {
      this.#bytes = Y.encodeStateAsUpdate(this.#doc).length;
      if (this.#bytes + update.length > limits.documentBytes) {
        this.#gate.forget();
        return { kind: 'refused', message: tooLarge('page', limits.documentBytes) };
      }
    }
    let follow: Uint8Array | undefined;
    try {
      follow = seen && (await followLateWork(this.#doc, update, seen, this.#options));
      const message = follow && this.#refusalOfFollow(follow, actor);
      if (message !== undefined) {
        this.#gate.forget();
        return { kind: 'refused', message };
      }
      await drafts.append(id, follow ? Y.mergeUpdates([update, follow]) : update, actor.id);
    } catch (error) {
      this.#gate.forget();
      if (await this.#isThrownAway()) {
        this.#isEnded = true;
        this.#options.onEnd();
        return thrownAway;
      }
      logger.error(
        { err: error, document: id },
        'a change could not be stored; its sender keeps it and tries again',
      );
      return {
        kind: 'unavailable',
        message: 'Your last changes could not be saved. They are kept here and sent again in a moment.',
      };
    }
    this.#apply(update, origin);
    // Its sender has to hear of it too.
    if (follow) this.#apply(follow, { source: 'local' });
    this.#bytes += update.length + (follow?.length ?? 0);
    this.#derived.changedBy(actor.id);
    this.#appended += 1;
    if (this.#appended < COMPACT_AFTER) return judged;
    this.#appended = 0;
    await this.#derived.compact();
    return judged;
  }

  #judge(update: Uint8Array, actor: RoomActor): Admitted {
    const { id, can } = this.#options;
    if (!can(actor, 'content.write')) {
      if (this.#gate.has(update)) return { kind: 'nothing-new' };
      return { kind: 'refused', message: 'You may look at this page, but not change it.' };
    }
    const inspected = this.#gate.inspect(update);
    if (inspected.kind === 'nothing') return { kind: 'nothing-new' };
    if (inspected.kind === 'incomplete') return inspected;
    if (inspected.kind === 'unreadable')
      return { kind: 'refused', message: 'The change is no change of a page.' };
    const message = refusalOf(inspected.changes, { document: id, actor, can });
    if (message === undefined) return { kind: 'applied' };
    this.#gate.forget();
    return { kind: 'refused', message };
  }

  /** Who may write a setting in its old form must be one who may write what it has become. */
  #refusalOfFollow(follow: Uint8Array, actor: RoomActor): string | undefined {
    const { id, can } = this.#options;
    const inspected = this.#gate.inspect(follow);
    if (inspected.kind !== 'changes') return undefined;
    const settings = inspected.changes.filter(({ kind }) => kind === 'prop');
    return refusalOf(settings, { document: id, actor, can });
  }

  /** It may have been in another process, or before anybody knew that it is open. */
  async #isThrownAway(): Promise<boolean> {
    const { id, drafts } = this.#options;
    try {
      const [standing] = await drafts.standings([id]);
      return standing?.isTrashed === true;
    } catch {
      return false;
    }
  }

  /** Another process may have stored what this one has not heard of yet. @returns whether there was something. */
  async #catchUp(): Promise<boolean> {
    const { id, drafts, logger } = this.#options;
    try {
      const state = await drafts.load(id);
      if (!state) return false;
      const missing = Y.diffUpdate(state, Y.encodeStateVector(this.#doc));
      if (this.#gate.inspect(missing).kind !== 'changes') return false;
      this.#apply(missing, stored);
      return true;
    } catch (error) {
      logger.warn({ err: error, document: id }, 'what others stored could not be read');
      return false;
    }
  }

  #apply(update: Uint8Array, origin: unknown): void {
    try {
      Y.applyUpdate(this.#doc, update, origin);
    } catch (error) {
      // Yjs has applied it all the same, as it has on the copy.
      this.#options.logger.error(
        { err: error, document: this.#options.id },
        'somebody who listens to a page failed',
      );
    }
  }

  #updateOf(work: (page: PageInYdoc) => void): Uint8Array | undefined {
    const copy = newPageDoc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.#doc));
    this.#clientId ??= copy.clientID;
    copy.clientID = this.#clientId;
    const updates: Uint8Array[] = [];
    copy.on('update', (update) => void updates.push(update));
    const page = new PageInYdoc(copy, this.#options.shapes);
    try {
      page.transact(() => work(page));
    } finally {
      page.destroy();
      copy.destroy();
    }
    return updates.length === 0 ? undefined : Y.mergeUpdates(updates);
  }

  readonly #notice = (_: Uint8Array, origin: unknown) => {
    this.#derived.changed({ isFromElsewhere: (origin as { source?: unknown } | null)?.source === 'redis' });
  };
}

/** Origin of what came from the store. */
const stored = { source: 'local', skipStoreHooks: true } as const;

function tooLarge(what: 'change' | 'page', bytes: number): string {
  const most = `${Math.round(bytes / 1024 / 1024)} MB`;
  return what === 'change'
    ? `A change can have ${most} at most. Paste or drop less at once.`
    : `A page can have ${most} at most with its history. Split it, or use fragments.`;
}
