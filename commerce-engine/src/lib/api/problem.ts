import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { CommerceError, type FieldProblem } from '../commerce-error.ts';

/** A refusal as RFC 9457 writes it. `code` never changes; `detail` is for people. */
export const problemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), problem: z.string() })).optional(),
  })
  .openapi('Problem');

export type Problem = Omit<z.infer<typeof problemSchema>, 'type' | 'title'>;

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Cannot be used',
  429: 'Too many requests',
  500: 'Our fault',
};

/** The HTTP status of each mistake; the rest are 422. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  not_allowed: 403,
  unknown_channel: 404,
  conflict: 409,
};

/** The problem as a response. */
export function problemResponse(c: Context, { status, code, detail, errors }: Problem): Response {
  const body = {
    type: 'about:blank',
    title: TITLES[status] ?? 'Refused',
    status,
    code,
    detail,
    ...(errors && { errors }),
  };
  return c.newResponse(JSON.stringify(body), {
    status: status as 400,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}

/** What a thrown error tells the caller. Undefined = a fault of ours, of which callers learn nothing. */
export function problemOfError(error: unknown): Problem | undefined {
  if (error instanceof CommerceError) {
    const { code, message, fields } = error;
    const status = STATUS_OF_CODE[code] ?? 422;
    return { status, code, detail: message, ...(fields.length > 0 && { errors: [...fields] }) };
  }
  if (!(error instanceof HTTPException) || error.status >= 500) return undefined;
  if (error.status === 400) {
    return {
      status: 400,
      code: 'malformed_json',
      detail: 'The body is not JSON. Send one JSON value in UTF-8.',
    };
  }
  if (error.status === 415) {
    const detail = 'The body is not announced as JSON. Send the header "Content-Type: application/json".';
    return { status: 415, code: 'unsupported_media_type', detail };
  }
  return { status: error.status, code: 'refused', detail: error.message };
}

/** A request whose parts do not fit their schemas. */
export function validationProblem(part: string, issues: readonly z.core.$ZodIssue[]): Problem {
  const errors: FieldProblem[] = issues.map(({ path, message }) => ({
    path: [part, ...path].join('.'),
    problem: message,
  }));
  const sentences = errors.map(({ path, problem }) => `${path}: ${problem}`).join('; ');
  return { status: 422, code: 'bad_input', detail: `Cannot use this request: ${sentences}.`, errors };
}
