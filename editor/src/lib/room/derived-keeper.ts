import type { PageDocument } from '@vitrine/content';
import { type PageInYdoc, translationsIn } from '@vitrine/content/collab';
import type { DraftStore, TranslationStore, VersionStore } from '@vitrine/content/server';
import { Pause } from './pause.ts';
import type { RoomLogger } from './room-logger.ts';
import { Turns } from './turns.ts';

export interface DerivedKeeperOptions {
  readonly id: string;
  readonly drafts: Pick<DraftStore, 'project' | 'compact'>;
  readonly versions: Pick<VersionStore, 'add'>;
  readonly translations: Pick<TranslationStore, 'keep'>;
  readonly logger: RoomLogger;
  /** Milliseconds. */
  readonly pauses: RoomPauses;
}

export interface RoomPauses {
  /** From a change to what is derived from it. */
  readonly project: number;
  /** Of work until an automatic version is kept. */
  readonly version: number;
}

/**
 * Keeps what is derived from a document while people change it: what it looks like, what its texts were translated from, automatic
 * versions, and its updates made into one. A store that fails holds nobody up: changes themselves are kept elsewhere.
 */
export class DerivedKeeper {
  readonly #page: PageInYdoc;
  readonly #options: DerivedKeeperOptions;
  readonly #keeping = new Turns();
  /** On its own: what is slow or broken there holds up nothing else. */
  readonly #translating = new Turns();
  readonly #projecting: Pause;
  readonly #versioning: Pause;
  #lastBy: string | undefined;
  /** The translations that were kept last, as JSON. */
  #translations = '';
  #isVersionDue = false;

  constructor(page: PageInYdoc, options: DerivedKeeperOptions) {
    this.#page = page;
    this.#options = options;
    this.#projecting = new Pause(
      options.pauses.project,
      () => void this.#keeping.take(() => this.#project()),
    );
    this.#versioning = new Pause(
      options.pauses.version,
      () => void this.#keeping.take(() => this.#keepVersion()),
    );
    // What was derived when it was open last may be older than what was stored.
    this.#projecting.start();
  }

  document(): PageDocument {
    return { ...this.#page.toDocument(), id: this.#options.id };
  }

  /** The document has changed. Whoever changed it in another process derives it too, sooner and with the right name. */
  changed({ isFromElsewhere }: { readonly isFromElsewhere: boolean }): void {
    this.#projecting.start(isFromElsewhere ? this.#options.pauses.project * 5 : undefined);
  }

  /** Somebody has changed it here. */
  changedBy(actor: string): void {
    this.#lastBy = actor;
    this.#isVersionDue = true;
    this.#versioning.start();
  }

  /** All that is due is kept now. */
  async settle({ compact }: { readonly compact: boolean }): Promise<void> {
    const isProjectionDue = this.#projecting.stop();
    this.#versioning.stop();
    await this.#keeping.take(async () => {
      if (isProjectionDue) await this.#project();
      await this.#keepVersion();
      if (compact) await this.compact();
    });
    await this.#translating.settled();
  }

  /** Nothing more is kept. */
  stop(): void {
    this.#projecting.stop();
    this.#versioning.stop();
  }

  async compact(): Promise<void> {
    const { id, drafts, logger } = this.#options;
    try {
      await drafts.compact(id);
    } catch (error) {
      logger.warn({ err: error, document: id }, 'the updates of a draft could not be made into one');
    }
  }

  async #project(): Promise<void> {
    const { id, drafts, logger } = this.#options;
    try {
      const { paths } = this.#page.meta();
      await drafts.project(id, this.document(), paths, this.#lastBy ?? 'system:rooms');
    } catch (error) {
      logger.error(
        { err: error, document: id },
        'what a draft looks like could not be kept; its changes are',
      );
    }
    void this.#translating.take(() => this.#keepTranslations());
  }

  async #keepTranslations(): Promise<void> {
    const { id, translations, logger } = this.#options;
    try {
      const now = translationsIn(this.#page);
      const text = JSON.stringify(now);
      if (text === this.#translations) return;
      await translations.keep(id, now);
      this.#translations = text;
    } catch (error) {
      logger.error({ err: error, document: id }, 'what a page was translated from could not be kept');
    }
  }

  async #keepVersion(): Promise<void> {
    if (!this.#isVersionDue || this.#lastBy === undefined) return;
    this.#isVersionDue = false;
    const { id, versions, logger } = this.#options;
    try {
      await versions.add({ document: this.document(), kind: 'auto', by: this.#lastBy });
    } catch (error) {
      this.#isVersionDue = true;
      logger.error({ err: error, document: id }, 'an automatic version could not be kept');
    }
  }
}
