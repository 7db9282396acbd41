import type { OutletPlace, PageNode, Props, PublishedDocument } from '@vitrine/content';
import type { Need, NeedMany, NeedOne, SharedDimensions } from '@vitrine/data-actions';
import type {
  ActionScope,
  AnswerRecord,
  PlanResult,
  TagSnapshot,
  TraceNode,
} from '@vitrine/data-actions/server';
import type { AnyModule, AnyView, PageSubject, Strangers, Translate, ViewProps } from '@vitrine/modules';
import type { Basis } from './basis.ts';
import type { RuntimeChannel } from './channel.ts';
import type { Segment } from './segments/segment.ts';

// What the six steps hand to each other. None of it, up to `respond`, knows who the visitor is: there is no field for it.

/** What is asked for, and in which market. Made from a request before the first step; nothing personal. */
export interface Visit {
  readonly url: URL;
  readonly channel: RuntimeChannel;
  readonly locale: string;
  /** Decoded, without locale prefix: `/c/küche`. */
  readonly path: string;
  /** The request spelled the path another way. */
  readonly moved: boolean;
  readonly currency: string;
  readonly customerGroup: string;
  /** Which audiences and versions under test the visitor is (`audienceOf` of content). It decides which instances they see, and no more. */
  readonly audience: string;
  /** A member of staff looks at drafts; nothing of it is kept. */
  readonly preview: boolean;
}

/** Step 1, `resolve-page`. */
export type PageRequest =
  | FoundPage
  | { readonly kind: 'redirect'; readonly status: 301 | 302 | 307 | 308; readonly location: string };

export interface FoundPage {
  readonly kind: 'page';
  readonly visit: Visit;
  readonly subject: PageSubject;
  readonly status: 200 | 404 | 410 | 500 | 503;
  readonly shared: Readonly<SharedDimensions>;
  /** Page or template; `undefined` when not even a template for missing pages is published. */
  readonly document: PublishedDocument | undefined;
  /** Locale → path of a page of the URL map; other pages have one path in every locale, or slugs. */
  readonly addresses?: Readonly<Record<string, string>>;
  /** The thing the page is about, as its action answered. */
  readonly entity?: { readonly route: SubjectRoute; readonly answer: unknown; readonly facts: SubjectFacts };
  /** This request's questions; nobody's private dimensions are in it. */
  readonly scope: ActionScope;
  /** What the steps so far rest on. */
  readonly basis: Basis;
}

/** Pages whose address names a thing of the catalogue: `/p/<slug>`. Named by the shop; the runtime knows no product. */
export interface SubjectRoute {
  readonly kind: PageSubject['kind'] & ('product' | 'category');
  /** `/p/`; the rest of the path is the slug. */
  readonly prefix: string;
  /** Asks what the slug means. Missing = there is no such page. */
  // biome-ignore lint/suspicious/noExplicitAny: the answer is the shop's business; `identify` and `head` read it.
  readonly find: (slug: string, tools: { need: NeedOne; many: NeedMany }) => Need<any>;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly identify: (answer: any) => SubjectFacts;
  /** Further questions for the head, for example the offers of a product; they run with those of the modules. */
  readonly needs?: (
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    answer: any,
    tools: { need: NeedOne; many: NeedMany },
  ) => Readonly<Record<string, Need<unknown>>>;
  /** JSON-LD for the thing. `data` are the answers of `needs`, missing ones left out. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly structured?: (answer: any, data: any, address: AddressMaker) => readonly unknown[];
}

export interface AddressMaker {
  /** Absolute address of a path in the page's locale. */
  readonly absolute: (path: string) => string;
  /** Absolute address of a picture in a width. */
  readonly image: (src: string, width: number) => string;
}

export interface SubjectFacts {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Picture path as in `/_image/<width>/<src>`. */
  readonly image?: string;
  /** Locale → slug. */
  readonly slugs: Readonly<Record<string, string>>;
}

/** Step 2, `load-page`: the document inside its layout, fragments put in. */
export interface LoadedPage {
  readonly request: FoundPage;
  readonly nodes: readonly PageNode[];
  /** Where the page stands in its layout. */
  readonly outlet?: OutletPlace;
  /** The instances that show fragments, by their ids on the page: those of the fragments stand in their place. */
  readonly uses: ReadonlyMap<string, PageNode>;
  /** Ids of the audiences and versions its documents name, the same for everybody. */
  readonly audiences: readonly string[];
  /** Those of them by which it was decided what is on this page. */
  readonly decidedBy: readonly string[];
  /** Sentences about what was left out. */
  readonly problems: readonly string[];
  readonly seo: Props;
  readonly name: string;
  readonly basis: Basis;
}

/** Step 3, `plan-page`: every module instance with its config and its questions. */
export interface PagePlan {
  readonly page: LoadedPage;
  readonly roots: readonly PlannedInstance[];
  /** All of them, outer before inner. */
  readonly instances: readonly PlannedInstance[];
  readonly holes: readonly PlannedInstance[];
  /** Names of the query parameters any module declared, sorted. */
  readonly queryNames: readonly string[];
  /** Just those parameters of the address, in one order. */
  readonly query: URLSearchParams;
  readonly problems: readonly PageProblem[];
}

/** What an instance says beside its HTML. */
export interface InstanceWords {
  /** JSON-LD. */
  readonly structured?: unknown;
  readonly strangers?: Strangers;
}

export interface PlannedInstance {
  readonly id: string;
  readonly module: AnyModule;
  readonly view: AnyView;
  readonly css: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly plan: Readonly<Record<string, Need<unknown>>>;
  /** Whether its plan looked at subject or address: it may differ from page to page. Known when the plan has run. */
  readonly reading: { readonly happened: boolean };
  /** Its plan could not be made. */
  readonly failed?: unknown;
  readonly told: InstanceWords;
  readonly slots: Readonly<Record<string, readonly PlannedInstance[]>>;
}

/** Something wrong with a page that is served all the same. */
export interface PageProblem {
  readonly instance: string;
  readonly module: string;
  readonly message: string;
}

/** Step 4, `run-plan`: the questions answered. */
export interface RunPage {
  readonly plan: PagePlan;
  /** By instance id; holes and fragments are not among them. */
  readonly results: ReadonlyMap<string, PlanResult>;
  /** Instances whose HTML is known already, by id; nothing was asked for them. */
  readonly fragments: ReadonlyMap<string, Fragment>;
  readonly head: HeadModel;
  /** A module said that without an answer there is no such page. */
  readonly notFound: boolean;
  readonly basis: Basis;
  /** Nothing failed, was late or changed meanwhile: the page may be kept. */
  readonly storable: boolean;
  /** What was asked, for staff. */
  readonly trace: readonly TraceNode[];
}

/** A part of a rendered page: bytes, or the place where something of this request goes. */
export type PagePart = Segment | PageHole;
export type PageHole =
  | { readonly kind: 'nonce' }
  | { readonly kind: 'notice' }
  | {
      readonly kind: 'module';
      readonly instance: PlannedInstance;
      /** Rendered contents of its slots. */
      readonly slots: Readonly<Record<string, string>>;
      /** Its HTML for answers that are not personal (`render-hole.ts`). */
      readonly kept: Map<string, Segment>;
    };

/** How a page is marked so that an editor finds the instances on it. */
export interface CanvasMarks {
  /** Address of the script that answers the editor. */
  readonly script: string;
  /** The document people edit; what else is on the page is shown around it. */
  readonly document: string;
  /** Whether an instance belongs to that document, by its id on the page. */
  readonly isOwn: (instance: string) => boolean;
  /** The document is the layout: the page in it is only there to be seen. */
  readonly isLayout: boolean;
}

/** What every view of a page is given besides its own config and data. */
export interface PageFrame {
  /** The page is an editor's canvas. `root` is where the outermost instances of the document stand. */
  readonly canvas?: CanvasMarks & { readonly root: OutletPlace };
  readonly subject: PageSubject;
  readonly shared: Readonly<SharedDimensions>;
  readonly fallbackLocale: string;
  /** `''` or `/<locale>`. */
  readonly prefix: string;
  /** Path with prefix, encoded. */
  readonly address: string;
  readonly query: URLSearchParams;
  readonly href: ViewTools['href'];
  readonly withQuery: ViewTools['withQuery'];
  /** By module id; filled as they are wanted. */
  readonly translators: Map<string, Translate>;
}

type ViewTools = ViewProps<unknown, unknown, string, unknown>;

/** Step 5, `render-page`. Keeps nothing of the answers: it may live long. */
export interface RenderedPage {
  readonly frame: PageFrame;
  readonly status: number;
  readonly parts: readonly PagePart[];
  /** How inline scripts are trusted: a page with holes has a nonce per answer, another one fixed hashes. */
  readonly inline:
    | { readonly kind: 'nonce' }
    | { readonly kind: 'hashes'; readonly scripts: readonly string[]; readonly styles: readonly string[] };
  /** Who else its policy lets frames and films come from. */
  readonly strangers: Strangers;
  readonly queryNames: readonly string[];
  readonly audiences: readonly string[];
  readonly decidedBy: readonly string[];
  readonly basis: Basis;
  readonly storable: boolean;
  readonly late: readonly LateSlot[];
}

/** An instance whose answers were not there in time. Resolves with the HTML that takes the place of its fallback. */
export interface LateSlot {
  readonly id: string;
  readonly html: Promise<string | undefined>;
}

/** State of one module instance after the data arrived. */
export type SlotState = 'ok' | 'stale' | 'fallback' | 'late' | 'error';

/** One instance as HTML, with marks where the contents of its slots go. */
export interface RenderedSlot {
  readonly state: SlotState;
  /** HTML and the names of slots in turn: `[html, slot, html, slot, …, html]`. */
  readonly pieces: readonly string[];
  /** The view looked at subject or address: it may differ from page to page. */
  readonly looksAtAddress: boolean;
  /** What the view was given; for islands it goes to the browser. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly error?: unknown;
}

/** The HTML of one instance as it was rendered before, with what it rests on. */
export interface Fragment {
  readonly slot: RenderedSlot;
  /** Public answers of islands; they go to the browser. */
  readonly answers: Readonly<Record<string, AnswerRecord>>;
  readonly tags: readonly string[];
  readonly snapshot: TagSnapshot;
  readonly freshUntil: number;
}

/** The hydrated page object: a page with all its answers, before rendering. JSON; never holds anything private. */
export interface PageObject {
  readonly v: 1;
  readonly url: string;
  readonly pageId: string;
  readonly build: string;
  readonly context: Readonly<SharedDimensions>;
  readonly status: number;
  readonly head: HeadModel;
  readonly slots: readonly PageObjectSlot[];
  /** Answers, once per key. */
  readonly data: Readonly<Record<string, PageObjectEntry>>;
  readonly meta: {
    /** Milliseconds until the first part of it is out of date. */
    readonly maxAge: number;
    readonly contexts: readonly string[];
    readonly tags: readonly string[];
    readonly cacheable: 'cdn' | 'process' | 'none';
  };
}

export interface PageObjectSlot {
  readonly id: string;
  readonly module: string;
  readonly config: unknown;
  readonly state: SlotState;
  /** Name in the plan → keys in `data`. */
  readonly refs: Readonly<Record<string, readonly string[]>>;
  readonly class: 'public' | 'private';
  readonly island?: string;
}

export interface PageObjectEntry {
  readonly d: unknown;
  /** When the source answered, ms since 1970. */
  readonly at: number;
  readonly state: 'fresh' | 'stale' | 'missing';
  readonly tags: readonly string[];
}

export interface HeadModel {
  readonly title: string;
  readonly description?: string;
  readonly canonical?: string;
  readonly robots?: string;
  /** Locale → address. */
  readonly alternates: Readonly<Record<string, string>>;
  readonly image?: string;
  /** JSON-LD objects. */
  readonly structured: readonly unknown[];
}
