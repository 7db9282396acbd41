import type { PageStore } from '@vitrine/content';
import type { Theme } from '@vitrine/themes';
import type { DocumentShelfOptions } from '../document-shelf.ts';

/** A page on which something planned can be seen. */
export interface PlannedPlace {
  /** What people call it; absent = a page like any other, for what will be seen on many. */
  readonly name?: string;
  readonly channel: string;
  readonly locale: string;
  /** Without the prefix of its locale. */
  readonly path: string;
}

interface Waiting {
  readonly kind: 'waiting';
  /** What people call it. */
  readonly name: string;
  /** When it is to be; absent = when somebody says so. */
  readonly at?: Date;
  readonly places: readonly PlannedPlace[];
}

/** Something that was planned, and how it ended. */
export interface PastPlan {
  readonly kind: 'over';
  readonly name: string;
  readonly how: 'published' | 'cancelled';
}

/** Something planned, as whoever keeps plans tells of it. */
export type PlannedShop =
  | (Waiting & {
      readonly pages: PageStore;
      /** Absent = its styles stay. */
      readonly theme?: Theme;
    })
  | PastPlan;

/** Something planned, and the shop with it. */
export interface PlannedPreview extends Waiting {
  readonly documents: DocumentShelfOptions;
  /** Style sheet of its theme; absent = it stays. */
  readonly themeCss?: string;
}
