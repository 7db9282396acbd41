import { createHmac, randomBytes } from 'node:crypto';

/** Kinds of token, told apart by how they begin, so that a leaked one is recognised by scanners and by people. */
export type TokenKind = 'session' | 'api' | 'customer' | 'link';

const PREFIXES: Readonly<Record<TokenKind, string>> = {
  session: 'vts_',
  api: 'vta_',
  customer: 'vtc_',
  link: 'vtl_',
};

/** A session token nobody can guess: 256 random bits. */
export function makeSessionToken(kind: 'session' | 'customer' = 'session'): string {
  return `${PREFIXES[kind]}${randomBytes(32).toString('base64url')}`;
}

/**
 * The API token with an id. It follows from the id and the secret, so that the stored answer of an idempotent command
 * need not hold it; without the secret it is as random as any.
 */
export function apiTokenOf(id: string, secret: string): string {
  return `${PREFIXES.api}${createHmac('sha256', secret).update(`api token\n${id}`).digest('base64url')}`;
}

/** The token in a mailed link with an id. It follows from the id, so that no mail that is queued need hold it. */
export function linkTokenOf(id: string, secret: string): string {
  return `${PREFIXES.link}${createHmac('sha256', secret).update(`link token\n${id}`).digest('base64url')}`;
}

/** What kind a token claims to be; undefined = none of ours. */
export function kindOfToken(token: string): TokenKind | undefined {
  if (!/^vt[a-z]_[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
  const kinds = Object.keys(PREFIXES) as TokenKind[];
  return kinds.find((kind) => token.startsWith(PREFIXES[kind]));
}

/** What is kept of a token. Keyed, so that a copy of the database alone does not even allow to test guesses. */
export function hashOfToken(token: string, secret: string): string {
  return createHmac('sha256', secret).update(`token\n${token}`).digest('base64url');
}
