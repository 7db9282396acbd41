import type { CommerceEngine } from '@vitrine/commerce-engine';
import {
  createCommentStore,
  createPresetStore,
  type PreviewLinkStore,
  type Release,
  type ReleasePlace,
  type ThemeStore,
} from '@vitrine/content/server';
import {
  createEditorApi,
  createReleaseRunner,
  createReviewNews,
  EARLY_FRAME,
  firstQuestions,
} from '@vitrine/editor/server';
import { type ModuleRegistry, moduleCatalogue } from '@vitrine/modules';
import type { Runtime } from '@vitrine/runtime';
import type { Theme } from '@vitrine/themes';
import type { Logger } from 'pino';
import type { Platform } from '../platform.ts';
import type { Settings } from '../settings.ts';
import { applicationPage, type EditorAssets } from './application-page.ts';
import { openCommentLetters } from './comment-letters.ts';
import { editorCatalogue } from './editor-catalogue.ts';
import { editorPeople, editorPublishers } from './editor-people.ts';
import { editorPickers } from './editor-pickers.ts';
import { linkTargets } from './link-targets.ts';
import { queueReviewLetters, writeReviewLetters } from './review-letters.ts';
import { askToSignIn, type StaffMember } from './staff-session.ts';

/** The editor of this shop, as its routes answer for it. */
export interface SiteEditor {
  /** Its page; who is not signed in is sent to do so. */
  page(request: Request): Promise<Response>;
  api(request: Request): Promise<Response>;
}

export interface SiteEditorOptions {
  readonly platform: Platform;
  readonly registry: ModuleRegistry;
  readonly theme: Theme;
  readonly themes: ThemeStore;
  readonly channels: Awaited<ReturnType<CommerceEngine['channels']>>;
  readonly staffOf: (request: Request) => Promise<StaffMember | undefined>;
  readonly editorAssets: EditorAssets;
  readonly secure: boolean;
  readonly runtime: Pick<Runtime, 'previewLink'>;
  readonly previewLinks: PreviewLinkStore;
  /** Where a release that waits can be looked at. */
  readonly placesOf: (release: Release) => Promise<readonly ReleasePlace[]>;
  readonly settings: Pick<Settings, 'publicUrl'>;
  readonly logger: Logger;
}

export function openEditor(options: SiteEditorOptions): SiteEditor {
  const { platform, registry, channels, staffOf, editorAssets, secure, logger } = options;
  const { publicUrl } = options.settings;
  const comments = createCommentStore(platform.database);
  const { drafts, versions, translations, rooms, pages, releases, reviews, commerce, engine } = platform;
  writeReviewLetters({ engine, platform, reviews, publicUrl });
  const onFault = (error: unknown) => logger.error({ err: error }, 'the editor API failed');
  const reviewNews = createReviewNews({
    reviews,
    rooms,
    sendReviewLetter: queueReviewLetters(engine, platform.database),
    onFault,
  });
  const api = createEditorApi({
    drafts,
    versions,
    translations,
    rooms,
    pages,
    channels,
    modules: moduleCatalogue(registry.all.map(({ module }) => module)),
    pickers: editorPickers(commerce, channels),
    linkTargets: linkTargets(commerce, channels[0]!),
    presets: createPresetStore(platform.database),
    crowd: platform.crowd,
    theme: { own: options.theme, store: options.themes },
    catalogue: async () =>
      editorCatalogue({ ...options, commerce, groups: await engine.pricing.customerGroups() }),
    comments,
    people: editorPeople(engine.identity),
    sendCommentLetter: openCommentLetters({ engine, platform, comments, publicUrl }),
    namesOf: (ids) => engine.identity.staffNames(ids),
    releases,
    releaseRunner: createReleaseRunner({
      pages,
      drafts,
      versions,
      releases,
      channels,
      themes: options.themes,
      published: (documents) => reviewNews.published(documents),
    }),
    reviews,
    reviewNews,
    publishers: editorPublishers(engine.identity),
    previewLinks: options.previewLinks,
    previewLink: (preview) => options.runtime.previewLink(preview),
    placesOf: options.placesOf,
    async who(request) {
      const actor = await staffOf(request);
      return actor && { id: actor.id, name: actor.name, capabilities: actor.capabilities };
    },
    onFault,
  });
  return {
    async page(request) {
      if (!(await staffOf(request))) return askToSignIn(request);
      const canvas = await api.openingCanvas(request);
      return applicationPage(editorAssets, {
        id: 'editor',
        title: 'Editor',
        https: secure,
        ...(channels[0] && { shop: channels[0].name }),
        asks: firstQuestions(request),
        later: [editorAssets.canvas],
        ...(canvas !== undefined && { frame: { id: EARLY_FRAME, address: canvas } }),
      });
    },
    api: (request) => api.fetch(request),
  };
}
