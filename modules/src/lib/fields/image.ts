import { z } from 'zod';
import type { ImageValue } from './field.ts';
import { type Chosen, type FieldOptions, type Made, makeField } from './make-field.ts';
import { isSafeMedia } from './safe-address.ts';

const fraction = z.number().min(0).max(1);

const cropSchema = z
  .object({ ratio: z.number().positive(), x: fraction, y: fraction, w: fraction, h: fraction })
  .refine(({ x, y, w, h }) => w > 0 && h > 0 && x + w < 1.001 && y + h < 1.001, 'a part inside the picture');

export const imageSchema: z.ZodType<ImageValue> = z.object({
  src: z.string().refine(isSafeMedia, 'a path below the image address or an https: address'),
  alt: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  focalPoint: z.object({ x: fraction, y: fraction }).optional(),
  crops: z.array(cropSchema).max(20).optional(),
});

/** A picture with alternative text and focal point. Without a default it may be missing. */
export function image<D extends ImageValue | undefined = undefined, R extends boolean = false>(
  options: FieldOptions<R> & {
    readonly default?: D;
    /** Width divided by height at which the panel previews the crop. */
    readonly ratio?: number;
  },
): Made<Chosen<ImageValue, D>, R> {
  return makeField<Chosen<ImageValue, D>, R>('image', options, {
    schema: imageSchema as z.ZodType<Chosen<ImageValue, D>>,
    default: options.default as Chosen<ImageValue, D>,
    details: { ratio: options.ratio },
  });
}
