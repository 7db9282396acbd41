import { join } from 'node:path';
import {
  type CommerceEngine,
  commerceMigrations,
  createEngine,
  createLocalClient,
  createSimulator,
  manualProvider,
  type Simulator,
} from '@vitrine/commerce-engine';
import type { CommerceClient } from '@vitrine/commerce-engine/client';
import { oidcProvider } from '@vitrine/commerce-engine/oidc';
import { stripeProvider } from '@vitrine/commerce-engine/stripe';
import type { PageStore, PublishHistory } from '@vitrine/content';
import {
  contentMigrations,
  createCrowdStore,
  createReleaseStore,
  createReviewStore,
  createSqlDraftStore,
  createSqlPageStore,
  createSqlVersionStore,
  createTranslationStore,
  type DraftStore,
  type PublishReleased,
  type ReleaseStore,
  type ReviewStore,
  type SqlCrowdStore,
  type TranslationStore,
  type VersionStore,
} from '@vitrine/content/server';
import { type Database, openDatabase } from '@vitrine/database';
import type { RoomLogger, Rooms } from '@vitrine/editor/server';
import { modules, moduleShapes as shapes } from './module-shapes.ts';
import { openRooms } from './rooms.ts';
import type { Settings } from './settings.ts';

/** The shop below its screens: database, commerce engine, pages and the rooms where people change them. */
export interface Platform {
  readonly database: Database;
  readonly engine: CommerceEngine;
  readonly commerce: CommerceClient;
  readonly pages: PageStore & PublishHistory & PublishReleased;
  readonly drafts: DraftStore;
  readonly versions: VersionStore;
  readonly translations: TranslationStore;
  readonly releases: ReleaseStore;
  readonly reviews: ReviewStore;
  readonly crowd: SqlCrowdStore;
  /** The pretended bank; only in the demo store. */
  readonly simulator: Simulator | undefined;
  /** Opened when somebody asks for them. */
  readonly rooms: Rooms;
  close(): Promise<void>;
}

export const migrations = [commerceMigrations, contentMigrations];

/** Where the embedded database keeps its files. */
export function databaseFolder(settings: Settings): string {
  return join(settings.folder, 'database');
}

/** Pictures brought in from outside. */
export function mediaFolder(settings: Settings): string {
  return join(settings.folder, 'media');
}

/** Finished picture sizes; may be deleted at any time. */
export function pictureFolder(settings: Settings): string {
  return join(settings.folder, 'pictures');
}

/** Where links in mails about accounts lead: pages of the shop, in the reader's language. */
function accountPath({
  kind,
  token,
  locale,
  wish,
}: {
  readonly kind: string;
  readonly token?: string;
  readonly locale: string;
  readonly wish?: string;
}): string {
  const [link, signIn] = locale.startsWith('de')
    ? ['/de/konto/link', '/de/konto/anmelden']
    : ['/account/link', '/account/sign-in'];
  if (token === undefined) return signIn;
  return `${link}?${new URLSearchParams({ for: kind, token, ...(wish !== undefined && { wish }) })}`;
}

const silent: RoomLogger = { debug() {}, info() {}, warn() {}, error() {} };

/** Opens database, engine and pages; the schema is brought up to date. */
export async function openPlatform(settings: Settings, logger?: RoomLogger): Promise<Platform> {
  const database = await openDatabase({
    url: settings.databaseUrl,
    folder: settings.databaseUrl ? undefined : databaseFolder(settings),
    migrations,
    logger,
  });
  const simulator = settings.demoStore
    ? createSimulator({
        database,
        clock: () => new Date(),
        secret: settings.secret,
        challengeUrl: (reference) => `${settings.publicUrl}/_bank/${reference}`,
      })
    : undefined;
  const engine = createEngine({
    database,
    secret: settings.secret,
    // Whoever tries the demo store listens on the same machine.
    webhooks: { allowPrivate: settings.demoStore },
    orderUrl: ({ id, key, locale }) =>
      `${settings.publicUrl}${locale.startsWith('de') ? '/de/bestellung' : '/order'}?${new URLSearchParams({ id, key })}`,
    cartUrl: ({ cartId, key, locale }) =>
      `${settings.publicUrl}/_cart/${cartId}?${new URLSearchParams({ key, locale })}`,
    shopUrl: ({ locale }) => settings.publicUrl + (locale.startsWith('de') ? '/de' : '/'),
    accountUrl: (to) => settings.publicUrl + accountPath(to),
    signInProviders: settings.oidc ? [oidcProvider({ id: 'oidc', ...settings.oidc })] : [],
    paymentProviders: [
      ...(simulator ? [simulator.provider] : []),
      ...(settings.stripe ? [stripeProvider(settings.stripe)] : []),
      manualProvider,
    ],
  });
  const drafts = createSqlDraftStore(database, { shapes });
  const versions = createSqlVersionStore(database);
  const translations = createTranslationStore(database);
  let rooms: Rooms | undefined;
  return {
    database,
    engine,
    commerce: createLocalClient(engine),
    simulator,
    pages: createSqlPageStore(database),
    drafts,
    versions,
    translations,
    releases: createReleaseStore(database),
    reviews: createReviewStore(database),
    crowd: createCrowdStore(database, { secret: settings.secret }),
    get rooms() {
      rooms ??= openRooms({
        drafts,
        versions,
        translations,
        modules,
        shapes,
        engine,
        settings,
        logger: logger ?? silent,
      });
      return rooms;
    },
    async close() {
      await rooms?.close();
      await database.close();
    },
  };
}
