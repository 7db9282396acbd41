import type { Props } from '@vitrine/content';
import type { Revisions } from './library-addresses.ts';

// The protocol between the editor's window and its canvas: see PROTOCOL.md.

/** One instance as the canvas must know it. The same objects as long as nothing changed. */
export interface CanvasNode {
  readonly type: string;
  readonly v: number;
  readonly props: Props;
  readonly hidden?: boolean;
}

/** The document on the canvas, as it is now. The editor's window owns it; the canvas reads it. */
export interface CanvasSource {
  /** Ids in order, hidden ones too. The same array as long as it did not change. */
  children(parent: string | undefined, slot: string | undefined): readonly string[];
  node(id: string): CanvasNode | undefined;
  /** It is there and not hidden. Costs less than `node` where settings have not been read yet. */
  isShown(id: string): boolean;
}

/** A rectangle in CSS pixels of the canvas's own window. */
export interface CanvasRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A list of instances on the canvas: a slot, or the top of the document. */
export interface MeasuredList {
  readonly parent: string | undefined;
  readonly slot: string | undefined;
  readonly rect: CanvasRect;
  readonly items: readonly { readonly id: string; readonly rect: CanvasRect }[];
}

/** A text of an instance that can be edited where it stands. */
export interface TextPlace {
  /** Of the setting, with positions for items of lists: `title`, `links/0/label`. No variant suffix. */
  readonly path: string;
  readonly kind: 'text' | 'rich-text';
  readonly multiline: boolean;
  readonly maxLength?: number;
  /** The element whose only content it is. */
  readonly element: HTMLElement;
}

/** What an instance asked, from which cache the answer came, and what is wrong with it. */
export interface InstanceInfo {
  readonly state: 'ok' | 'stale' | 'fallback' | 'late' | 'error' | 'hole' | 'waiting' | 'offline';
  readonly problems: readonly string[];
  readonly trace: readonly {
    readonly name: string;
    readonly key: string;
    readonly action: string;
    readonly tier: string;
    readonly state: string;
    readonly ms: number;
    readonly batch?: number;
    readonly error?: string;
  }[];
}

/** Something about a page that keeps people from using it, as the engine of the audit says it. */
export interface AuditIssue {
  readonly rule: string;
  readonly impact: 'minor' | 'moderate' | 'serious' | 'critical';
  /** The rule in the engine's words, without a full stop. */
  readonly help: string;
  /** The instance that causes it; absent = the page as a whole. */
  readonly node?: string;
  /** How often it does. */
  readonly count: number;
  /** The words it is about; shortened. */
  readonly text: string;
  /** Of words against what is behind them. */
  readonly contrast?: number;
  readonly needed?: number;
}

/** What the canvas can be asked. Found as `window.vitrineCanvas` in the canvas's window; same origin, so calls are plain calls. */
export interface CanvasDoor {
  /** Id of the document it was opened for. */
  readonly document: string;
  /** Shows this document from now on: brings the page in line with it. */
  show(source: CanvasSource): void;
  /** The document changed: these instances, and with `structure` where instances stand. */
  sync(change: { readonly nodes: Iterable<string>; readonly structure: boolean }): void;
  /** `undefined` when the instance is not shown. */
  rectOf(id: string): CanvasRect | undefined;
  /** Every list, measured at once. */
  measure(): readonly MeasuredList[];
  /** The innermost instance of the document under a node of the page; `foreign` when it belongs to the layout around it. */
  ownerOf(node: Node): { readonly id: string } | { readonly foreign: string } | undefined;
  /** None while the renderer is on its way: see `complete`. */
  textsOf(id: string): readonly TextPlace[];
  /** Resolves when the canvas can render; it does so by itself, soon after it is shown. */
  complete(): Promise<void>;
  /** While a text is edited in place, its element is left alone by rendering. @returns ends it. */
  holdText(element: HTMLElement): () => void;
  infoOf(id: string): InstanceInfo | undefined;
  /** Told when something about an instance became known or its place on the page may have changed. */
  onChange(listener: () => void): () => void;
  /** Whether everybody can use the page: loads what looks at it when it is first asked. Undefined = the page left its window meanwhile. */
  audit(): Promise<readonly AuditIssue[] | undefined>;
  /** Files of the media library that the page shows, by `src`. */
  pictures(): readonly string[];
  /** From now on files of the media library are shown as they are now: what is shown with another number is loaded again. */
  nameRevisions(revisions: Revisions): void;
  /** Asks the server again for everything, for example after the catalogue changed. */
  refresh(): void;
}

declare global {
  interface Window {
    vitrineCanvas?: CanvasDoor;
  }
}
