import { z } from 'zod';
import type { VideoValue } from './field.ts';
import { isNoFilmAtHost } from './hosted-film.ts';
import { imageSchema } from './image.ts';
import { type FieldOptions, type Made, makeField } from './make-field.ts';
import { isSafeMedia } from './safe-address.ts';

const address = z.string().refine(isSafeMedia, 'a path of this shop or an https: address');
const film = address.refine(
  (src) => !isNoFilmAtHost(src),
  'a film at YouTube or Vimeo by its own address, such as https://youtu.be/… or https://vimeo.com/…, not another page there',
);
const schema = z.object({
  src: film,
  title: z.string().min(1, 'words that say what it shows'),
  poster: imageSchema.optional(),
  captions: address.optional(),
});

/** A film; it may be missing. */
export function video<R extends boolean = false>(options: FieldOptions<R>): Made<VideoValue | undefined, R> {
  return makeField<VideoValue | undefined, R>('video', options, {
    schema: schema as z.ZodType<VideoValue | undefined>,
    default: undefined,
  });
}
