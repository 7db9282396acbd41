import { join } from 'node:path';
import {
  type CommerceEngine,
  commerceMigrations,
  createEngine,
  createLocalClient,
} from '@vitrine/commerce-engine';
import type { CommerceClient } from '@vitrine/commerce-engine/client';
import type { PageStore } from '@vitrine/content';
import { contentMigrations, createSqlPageStore } from '@vitrine/content/server';
import { type Database, type Logger, openDatabase } from '@vitrine/database';
import type { Settings } from './settings.ts';

/** The shop below its screens: database, commerce engine and published pages. */
export interface Platform {
  readonly database: Database;
  readonly engine: CommerceEngine;
  readonly commerce: CommerceClient;
  readonly pages: PageStore;
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

/** Opens database, engine and pages; the schema is brought up to date. */
export async function openPlatform(settings: Settings, logger?: Logger): Promise<Platform> {
  const database = await openDatabase({
    url: settings.databaseUrl,
    folder: settings.databaseUrl ? undefined : databaseFolder(settings),
    migrations,
    logger,
  });
  const engine = createEngine({ database, secret: settings.secret });
  return {
    database,
    engine,
    commerce: createLocalClient(engine),
    pages: createSqlPageStore(database),
    close: () => database.close(),
  };
}
