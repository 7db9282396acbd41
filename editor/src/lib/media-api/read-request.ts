import type { Context } from 'hono';
import type { z } from 'zod';
import { Refusal } from '../api/refusal.ts';
import type { RoomActor } from '../room/rights.ts';

/** What routes of the media API know of a request. */
export interface MediaEnvironment {
  readonly Variables: { actor: RoomActor; mayWrite: boolean };
}

export type MediaContext = Context<MediaEnvironment>;

/** @throws Refusal when the request's JSON is not what was expected, saying where. */
export async function readBody<T>(context: MediaContext, shape: z.ZodType<T>): Promise<T> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch {
    throw new Refusal(400, 'Expected JSON, came something that cannot be read as such.');
  }
  return checked(body, shape);
}

/** @throws Refusal when the request's query is not what was expected, saying where. */
export function readQuery<T>(context: MediaContext, shape: z.ZodType<T>): T {
  return checked(context.req.query(), shape);
}

/** @throws Refusal when the actor may only look. */
export function requireWrite(mayWrite: boolean): void {
  if (!mayWrite)
    throw new Refusal(
      403,
      'You may look at the media library, not change it. Ask an owner for a role that may.',
    );
}

/** What came back from the library, or the refusal that it is. */
export function accepted<T extends { readonly kind: string }>(
  outcome: T,
  missing = 'This file is not in the library any more.',
): Exclude<T, { kind: 'missing' } | { kind: 'refused' }> {
  if (outcome.kind === 'missing') throw new Refusal(404, missing);
  if (outcome.kind === 'refused') throw new Refusal(409, (outcome as unknown as { message: string }).message);
  return outcome as Exclude<T, { kind: 'missing' } | { kind: 'refused' }>;
}

function checked<T>(value: unknown, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`,
  );
  throw new Refusal(400, `The request has values that cannot be used. ${problems.slice(0, 5).join('. ')}.`);
}
