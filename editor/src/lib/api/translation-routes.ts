import type { Json } from '@vitrine/content';
import type { TranslationStore } from '@vitrine/content/server';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { Rooms } from '../room/create-rooms.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';

export interface TranslationRoutesOptions {
  readonly translations: Pick<TranslationStore, 'of' | 'confirm'>;
  readonly rooms: Pick<Rooms, 'document'>;
}

const json = z.json() as z.ZodType<Json>;
const confirmBody = z.object({ path: z.string().min(1).max(2_000), value: json, base: json });

/** What the texts of a document were translated from. */
export function translationRoutes(
  api: Hono<ApiEnvironment>,
  { translations, rooms }: TranslationRoutesOptions,
): void {
  api.get('/documents/:id/translations', async (context) => {
    const id = context.req.param('id');
    if (!(await rooms.document(id))) throw new Refusal(404, 'This page is not there any more.');
    return context.json(await translations.of(id));
  });

  api.post('/documents/:id/translations/confirm', async (context) => {
    requireCapability(context.get('actor'), 'content.write');
    const { path, value, base } = confirmBody.parse(await context.req.json());
    const isKept = await translations.confirm(context.req.param('id'), path, { value, base });
    if (!isKept)
      throw new Refusal(
        409,
        'This text was changed a moment ago. Look at it once more, and press the button again.',
      );
    return context.json(await translations.of(context.req.param('id')));
  });
}
