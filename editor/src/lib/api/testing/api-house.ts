import type { ModuleCatalogue, PageDocument, ShapesOf } from '@vitrine/content';
import {
  createCommentStore,
  createCrowdStore,
  createPresetStore,
  createPreviewLinkStore,
  createReleasePageStore,
  createReleaseStore,
  createReviewStore,
  createSqlDraftStore,
  createSqlPageStore,
  createSqlVersionStore,
  createThemeStore,
  createTranslationStore,
  type PreviewLink,
  releasePlaces,
} from '@vitrine/content/server';
import { makeCatalogue } from '@vitrine/content/testing';
import type { Database } from '@vitrine/database';
import { checkChosen, defineTheme } from '@vitrine/themes';
import { createRooms, type RoomNotice } from '../../room/create-rooms.ts';
import type { RoomActor } from '../../room/rights.ts';
import type { CommentLetter } from '../comment-routes.ts';
import { createEditorApi } from '../editor-api.ts';
import { createReleaseRunner } from '../release-runner.ts';
import { createReviewNews, type ReviewLetter } from '../review-news.ts';

const all = ['content.preview', 'content.write', 'content.publish'];
const people: Readonly<Record<string, RoomActor>> = {
  ada: { id: 'user:ada', name: 'Ada', capabilities: all },
  cleo: { id: 'user:cleo', name: 'Cleo', capabilities: all },
  /** May write, not publish. */
  bob: { id: 'user:bob', name: 'Bob', capabilities: ['content.preview', 'content.write'] },
  /** May look only. */
  eve: { id: 'user:eve', name: 'Eve', capabilities: ['content.preview'] },
  /** Looks after the staff. */
  ida: { id: 'user:ida', name: 'Ida', capabilities: ['content.preview', 'staff.manage'] },
  zoe: { id: 'user:zoe', name: 'Zoe', capabilities: ['catalog.read'] },
};

const mayOpen = ({ capabilities }: RoomActor) => capabilities.includes('content.preview');

const shapes: ShapesOf = (module) => (module === 'hero' ? { title: { kind: 'text' } } : undefined);

/** A hero of version 2, whose `heading` was renamed to `title`, and columns with two slots. */
const modules: ModuleCatalogue = makeCatalogue({
  hero: {
    version: 2,
    shapes: shapes('hero'),
    migrateProps: ({ heading = '', ...props }) => ({ ...props, title: heading }),
  },
  columns: {
    slots: { left: { allow: ['block'] }, right: { allow: ['block'] } },
  },
});

export const channels = [
  { id: 'online', locales: ['en', 'de'], currencies: ['EUR', 'GBP'] },
  { id: 'outlet', locales: ['en', 'fr'], currencies: ['EUR'] },
];

const ownTheme = defineTheme({
  id: 'bare',
  name: 'Bare',
  tokens: { 'colour.ink': '#111111', 'space.1': '4px' },
  darkTokens: { 'colour.ink': '#eeeeee' },
});

const layout: PageDocument = {
  schema: 1,
  id: 'main',
  kind: 'layout',
  name: 'Main layout',
  seo: {},
  nodes: [{ id: 'outlet', type: 'outlet', v: 1, props: {} }],
};

export interface Asked {
  readonly as?: string;
  /** Of the page that sends the request, as browsers say it. */
  readonly site?: string;
}

/** The editor's API over real stores and rooms, with a layout published. */
export async function openApiHouse(database: Database, now = Date.now) {
  await database.execute(
    `truncate content_drafts, content_draft_updates, content_saved_versions, content_version_bodies,
     content_documents, content_versions, content_urls, content_template_overrides, theme_tokens,
     content_presets, content_translations, content_preview_links, content_releases, content_release_items, content_publishings,
     content_comment_threads, content_comments, content_comment_letters, content_audiences, content_experiments,
     content_experiment_visitors, content_experiment_baskets, content_experiment_orders, content_reviews`,
  );
  const drafts = createSqlDraftStore(database, { shapes });
  const versions = createSqlVersionStore(database);
  const translations = createTranslationStore(database);
  const crowd = createCrowdStore(database, { secret: 'a secret of the shop', now });
  const pages = createSqlPageStore(database);
  const releases = createReleaseStore(database, { now });
  const themes = createThemeStore(database, { check: (_, tokens) => checkChosen(ownTheme, tokens) });
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const rooms = createRooms({
    drafts,
    versions,
    translations,
    modules,
    shapes,
    logger: quiet,
    authenticate: async () => undefined,
    can: (actor, capability) => actor.capabilities.includes(capability),
  });
  const faults: unknown[] = [];
  const shared: PreviewLink[] = [];
  const letters: CommentLetter[] = [];
  let unreachable: string | undefined;
  const told: string[] = [];
  const toldOfReviews: string[] = [];
  const tell = async (id: string, { kind }: RoomNotice) =>
    void (kind === 'review' ? toldOfReviews : told).push(id);
  const reviews = createReviewStore(database, { most: 3, now });
  const reviewLetters: ReviewLetter[] = [];
  const reviewNews = createReviewNews({
    reviews,
    rooms: { tell },
    async sendReviewLetter(letter) {
      if (letter.person === unreachable) throw new Error('There is no post.');
      reviewLetters.push(letter);
    },
    onFault: (error) => faults.push(error),
  });
  const { published } = reviewNews;
  const running = { pages, drafts, versions, channels, themes, published, now };
  const runnerWith = (changes: Partial<typeof releases>) =>
    createReleaseRunner({ ...running, releases: { ...releases, ...changes } });
  const releaseRunner = runnerWith({});
  const api = createEditorApi({
    drafts,
    versions,
    translations,
    pages,
    rooms: { ...rooms, tell },
    channels,
    modules,
    comments: createCommentStore(database, { mostThreads: 5, now }),
    people: async () =>
      Object.values(people)
        .filter(mayOpen)
        .map(({ id, name }) => ({ id, name })),
    async sendCommentLetter(letter) {
      if (letter.person === unreachable) throw new Error('There is no post.');
      letters.push(letter);
    },
    who: async (request) => people[request.headers.get('x-person') ?? ''],
    namesOf: async (ids) =>
      Object.fromEntries(
        Object.values(people).flatMap(({ id, name }) => (ids.includes(id) ? [[id, name]] : [])),
      ),
    catalogue: async () => ({ modules: [], channels: [], colours: [], samples: {} }),
    pickers: { products: async () => [], productsByIds: async () => [], categories: async () => [] },
    theme: {
      own: ownTheme,
      store: themes,
    },
    presets: createPresetStore(database),
    crowd,
    releases,
    releaseRunner,
    reviews,
    reviewNews,
    publishers: async () =>
      Object.values(people)
        .filter(({ capabilities }) => capabilities.includes('content.publish'))
        .map(({ id, name }) => ({ id, name })),
    previewLinks: createPreviewLinkStore(database, { most: 3 }),
    placesOf: async (release) => {
      const ahead = createReleasePageStore(pages, release, await releases.decidedSince(release));
      return await releasePlaces(release, { ahead, channels, samples: { page: '/' } });
    },
    previewLink(preview) {
      shared.push(preview);
      return `https://shop.test${preview.path}?_preview=${preview.id}.signed`;
    },
    onFault: (error) => faults.push(error),
  });
  await pages.publish({ by: 'import', documents: [layout] });

  async function send(
    method: string,
    path: string,
    body?: unknown,
    { as = 'ada', site = 'same-origin' }: Asked = {},
  ) {
    return await api.fetch(
      new Request(`http://shop.test/editor/api/${path}`, {
        method,
        headers: { 'x-person': as, 'sec-fetch-site': site },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    );
  }

  async function ask(...sent: Parameters<typeof send>) {
    const answer = await send(...sent);
    // biome-ignore lint/suspicious/noExplicitAny: tests look into it.
    return { status: answer.status, json: (await answer.json()) as any };
  }

  return {
    /** The answer as it comes. */
    send,
    ask,
    openingCanvas: api.openingCanvas,
    drafts,
    versions,
    translations,
    crowd,
    pages,
    releases,
    releaseRunner,
    /** One that asks for releases in another way. */
    runnerWith,
    rooms,
    themes,
    faults,
    shared,
    /** Letters about comments. */
    letters,
    /** From now on letters to this person cannot be sent. */
    failLettersTo(person: string): void {
      unreachable = person;
    },
    /** Documents whose people were told that there are new comments. */
    told,
    reviews,
    reviewLetters,
    /** Documents whose people were told that there is something new about a review. */
    toldOfReviews,
    ada: people.ada!,
    /** A page that was made by the API. @returns its id. */
    async page(name: string, more: Record<string, unknown> = {}): Promise<string> {
      const made = await ask('POST', 'documents', { kind: 'page', name, ...more });
      if (made.status !== 201) throw new Error(made.json.message);
      return made.json.id;
    },
    /** An edit as somebody in the room would make it. */
    change: (id: string, work: Parameters<typeof rooms.change>[2]) => rooms.change(id, people.ada!, work),
    close: () => rooms.close(),
  };
}

export type ApiHouse = Awaited<ReturnType<typeof openApiHouse>>;
