import type { Assets } from '@vitrine/content/server';
import type { Hono } from 'hono';
import { z } from 'zod';
import { accepted, type MediaEnvironment, readBody, readQuery } from './read-request.ts';

const id = z.string().min(1).max(64);
const name = z.string().max(200);
const createBody = z.strictObject({ name, parent: id.optional() });
const changeBody = z.strictObject({ name: name.optional(), parent: id.nullable().optional() });
const removeQuery = z.strictObject({ contents: z.literal('move-up').optional() });
const gone = 'This folder is not there any more.';

export function folderRoutes(api: Hono<MediaEnvironment>, { folders }: Pick<Assets, 'folders'>): void {
  api.get('/folders', async (context) => context.json({ folders: await folders.list() }));
  api.post('/folders', async (context) => {
    const { folder } = accepted(await folders.create(await readBody(context, createBody)), gone);
    return context.json({ folder }, 201);
  });
  api.patch('/folders/:id', async (context) => {
    const change = await readBody(context, changeBody);
    const { folder } = accepted(await folders.change(context.req.param('id'), change), gone);
    return context.json({ folder });
  });
  api.delete('/folders/:id', async (context) => {
    const options = readQuery(context, removeQuery);
    accepted(await folders.remove(context.req.param('id'), options), gone);
    return context.json({ removed: true });
  });
}
