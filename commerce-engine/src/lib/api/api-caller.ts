import { CommerceApiError } from './commerce-api-error.ts';

export interface HttpClientOptions {
  /** Where the API is, without `/api`: `https://shop.example`. */
  readonly url: string;
  /** Session or API token that comes with every request. */
  readonly token?: string;
  /** Default the platform's. */
  readonly fetch?: typeof fetch;
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ApiCaller {
  get<Answer>(path: string, query: Query, options?: { token?: string }): Promise<Answer>;
  post<Answer>(path: string, body: unknown, options: ChangeOptions): Promise<Answer>;
  patch<Answer>(path: string, body: unknown, options: ChangeOptions): Promise<Answer>;
  delete<Answer>(path: string, options: ChangeOptions): Promise<Answer>;
}

interface ChangeOptions {
  readonly idempotencyKey?: string;
  readonly token?: string;
  readonly query?: Query;
}

/** Sends requests and turns problems into `CommerceApiError`. Answers are trusted: the server has checked them. */
export function createApiCaller({ url, token, fetch: ask = fetch }: HttpClientOptions): ApiCaller {
  const base = url.replace(/\/+$/, '');

  async function send<Answer>(
    method: string,
    path: string,
    { body, query = {}, ...options }: ChangeOptions & { body?: unknown },
  ): Promise<Answer> {
    const bearer = options.token ?? token;
    const response = await reach(() =>
      ask(`${base}${path}${searchOf(query)}`, {
        method,
        headers: {
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
          ...(options.idempotencyKey !== undefined && { 'idempotency-key': options.idempotencyKey }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    if (!response.ok) throw await problemOf(response);
    return (await reach(() => response.json())) as Answer;
  }

  return {
    get: (path, query, options = {}) => send('GET', path, { query, ...options }),
    post: (path, body, options) => send('POST', path, { body, ...options }),
    patch: (path, body, options) => send('PATCH', path, { body, ...options }),
    delete: (path, options) => send('DELETE', path, options),
  };
}

function searchOf(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of typeof value === 'string' ? [value] : (value ?? [])) params.append(name, each);
  }
  return params.size === 0 ? '' : `?${params}`;
}

async function reach<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    throw new CommerceApiError(
      'The commerce API gave no answer that could be read. Is it running at this address?',
      {
        code: 'unreachable',
        status: 0,
        cause,
      },
    );
  }
}

async function problemOf(response: Response): Promise<CommerceApiError> {
  const problem = (await response.json().catch(() => ({}))) as {
    code?: string;
    detail?: string;
    errors?: CommerceApiError['fields'];
  };
  const retryAfter = Number(response.headers.get('retry-after'));
  return new CommerceApiError(problem.detail ?? `The commerce API answered ${response.status}.`, {
    code: problem.code ?? 'unreachable',
    status: response.status,
    fields: problem.errors,
    ...(retryAfter > 0 && { retryAfterSeconds: retryAfter }),
  });
}
