import { checkPromise, type MediaLimits } from '@vitrine/content/server';
import { z } from 'zod';

/** What is said of a file before it comes, as tus metadata. */
export interface UploadPromise {
  readonly filename: string;
  readonly filetype?: string;
  readonly folder?: string;
  /** Another file for this asset, shown wherever the asset is. */
  readonly replaces?: string;
  /** `keep`: a second asset of a file that is there already. */
  readonly double?: 'keep';
}

const id = z.string().min(1).max(64).optional();
const shape = z.object({
  filename: z.string({ error: 'expected the name of the file' }).max(1000),
  filetype: z.string().max(200).optional(),
  folder: id,
  replaces: id,
  double: z.literal('keep').optional(),
});

export type ReadPromise =
  | { readonly kind: 'promise'; readonly promise: UploadPromise }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string };

/** Whether the file can be taken, as far as can be told before it has come. */
export function readPromise(
  metadata: Readonly<Record<string, string | null>> | undefined,
  bytes: number | undefined,
  limits: MediaLimits,
): ReadPromise {
  const said = Object.fromEntries(Object.entries(metadata ?? {}).filter(([, value]) => value));
  const parsed = shape.safeParse(said);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return {
      kind: 'refused',
      status: 400,
      message: `The upload's metadata cannot be used. ${problems.join('. ')}.`,
    };
  }
  if (bytes === undefined)
    return {
      kind: 'refused',
      status: 400,
      message: 'Expected the length of the file at the beginning (Upload-Length).',
    };
  const { filename, filetype } = parsed.data;
  const promised = checkPromise({ name: filename, declared: filetype, bytes, limits });
  if (promised.kind === 'refused') return { kind: 'refused', status: 422, message: promised.message };
  return { kind: 'promise', promise: { ...parsed.data, filename: promised.name } };
}
