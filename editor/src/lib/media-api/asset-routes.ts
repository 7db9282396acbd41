import { Readable } from 'node:stream';
import {
  type Asset,
  type Assets,
  type MediaUsage,
  type MediaUse,
  mediaFormats,
} from '@vitrine/content/server';
import type { Hono } from 'hono';
import { z } from 'zod';
import { Refusal } from '../api/refusal.ts';
import {
  type AllowedCrop,
  type MediaPage,
  type MediaUses,
  type NamesOf,
  toMediaAssets,
} from './media-wire.ts';
import { accepted, type MediaContext, type MediaEnvironment, readBody, readQuery } from './read-request.ts';

const fraction = z.number().min(0).max(1);
const point = z.strictObject({ x: fraction, y: fraction });
const cropShape = z.strictObject({ x: fraction, y: fraction, w: fraction, h: fraction });
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const id = z.string().min(1).max(64);
const mimes = Object.keys(mediaFormats) as [keyof typeof mediaFormats];

const listQuery = z.strictObject({
  q: z.string().max(200).optional(),
  kind: z.enum(['picture', 'film']).optional(),
  type: z.enum(mimes).optional(),
  /** `none` = in no folder. */
  folder: id.optional(),
  alt: z.literal('missing').optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  trash: flag.optional(),
  sort: z.enum(['newest', 'name', 'size']).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  after: z.string().max(500).optional(),
});
const patchBody = z.strictObject({
  title: z.string().max(200).optional(),
  alt: z.record(z.string().max(20), z.string().max(1000).nullable()).optional(),
  decorative: z.boolean().optional(),
  focalPoint: point.nullable().optional(),
  crops: z
    .array(cropShape.extend({ ratio: z.number().min(0.1).max(10) }))
    .max(20)
    .optional(),
  folder: id.nullable().optional(),
});
/** In one question which files are shown. */
const MOST_SOURCES = 100;
const revertBody = z.strictObject({ revision: z.number().int().positive() });
const deleteQuery = z.strictObject({ force: flag.optional() });
const fileQuery = z.strictObject({ revision: z.coerce.number().int().positive().optional() });

/** Assets: finding, describing, deleting, and what uses them. */
export function assetRoutes(
  api: Hono<MediaEnvironment>,
  { assets, usage, namesOf }: { assets: Assets; usage: MediaUsage; namesOf: NamesOf },
): void {
  async function assetOf(context: MediaContext): Promise<Asset> {
    const asset = await assets.get(context.req.param('id') ?? '');
    if (!asset) throw new Refusal(404, 'This file is not in the library any more.');
    return asset;
  }
  const shown = async (asset: Asset) => (await toMediaAssets([asset], namesOf))[0]!;

  api.get('/', async (context) => {
    const { q, type, folder, alt, trash, ...rest } = readQuery(context, listQuery);
    const found = await assets.list({
      ...rest,
      words: q,
      mime: type,
      folder: folder === 'none' ? null : folder,
      missingAlt: alt === 'missing',
      trashed: trash,
    });
    if (found.kind === 'refused') throw new Refusal(400, found.message);
    const { total, next } = found;
    return context.json<MediaPage>({ assets: await toMediaAssets(found.assets, namesOf), total, next });
  });

  api.get('/revisions', async (context) => {
    const srcs = context.req.queries('src') ?? [];
    if (srcs.length > MOST_SOURCES)
      throw new Refusal(400, `Expected at most ${MOST_SOURCES} sources at once.`);
    return context.json({ revisions: Object.fromEntries(await assets.revisions(srcs)) });
  });

  api.get('/:id', async (context) => {
    const asset = await assetOf(context);
    const versions = await assets.versions(asset.id);
    const names = await namesOf([...new Set(versions.map(({ by }) => by))]);
    return context.json({
      asset: await shown(asset),
      versions: versions.map(({ at, by, ...facts }) => ({
        ...facts,
        at: at.toISOString(),
        by: names[by] ?? by,
      })),
    });
  });

  api.get('/:id/usage', async (context) => {
    const { src } = await assetOf(context);
    return context.json<MediaUses>({ uses: await usage.of(src) });
  });

  api.get('/:id/file', async (context) => {
    const { revision } = readQuery(context, fileQuery);
    const found = await assets.open(context.req.param('id'), revision);
    if (!found) throw new Refusal(404, 'This file is not in the library any more.');
    const { version, body } = found;
    // The file as it was uploaded: saved, never shown, whatever is in it.
    return new Response(Readable.toWeb(body) as ReadableStream, {
      headers: {
        'content-type': version.mime,
        'content-length': String(version.bytes),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(version.name).replaceAll(/['()*]/g, percentEncoded)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      },
    });
  });

  api.patch('/:id', async (context) => {
    const patch = await readBody(context, patchBody);
    const changed = accepted(await assets.patch(context.req.param('id'), patch, context.get('actor').id));
    return context.json({ asset: await shown(changed.asset) });
  });

  api.post('/:id/crops', async (context) => {
    const crop = await readBody(context, cropShape);
    const allowed = accepted(await assets.allowCrop(context.req.param('id'), crop));
    return context.json<AllowedCrop>({ crop: allowed.crop });
  });

  api.post('/:id/revert', async (context) => {
    const { revision } = await readBody(context, revertBody);
    const by = context.get('actor').id;
    const reverted = accepted(await assets.revert(context.req.param('id'), { revision, by }));
    return context.json({ asset: await shown(reverted.asset) });
  });

  api.delete('/:id', async (context) => {
    const { force = false } = readQuery(context, deleteQuery);
    const asset = await assetOf(context);
    const uses = force ? [] : await usage.of(asset.src);
    if (uses.length > 0) return context.json({ message: inUse(asset, uses), uses }, 409);
    const trashed = accepted(await assets.trash(asset.id, context.get('actor').id));
    return context.json({ asset: await shown(trashed.asset) });
  });

  api.post('/:id/restore', async (context) => {
    const restored = accepted(await assets.restore(context.req.param('id'), context.get('actor').id));
    return context.json({ asset: await shown(restored.asset) });
  });
}

function inUse({ name }: Asset, uses: readonly MediaUse[]): string {
  const names = [...new Set(uses.map(({ document }) => `"${document.name}"`))];
  const rest = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return `"${name}" is used by ${names.slice(0, 5).join(', ')}${rest}. Take it out there first, or delete it all the same (force=1): those places will then show nothing.`;
}

function percentEncoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
