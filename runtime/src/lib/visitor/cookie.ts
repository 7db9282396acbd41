/** The value of a cookie in a `Cookie` header, without parsing the others. `undefined` when absent or malformed. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined;
  const wanted = `${name}=`;
  for (let at = header.indexOf(wanted); at !== -1; at = header.indexOf(wanted, at + 1)) {
    if (!startsPair(header, at)) continue;
    const end = header.indexOf(';', at);
    const raw = header.slice(at + wanted.length, end === -1 ? undefined : end).trim();
    return decoded(raw.startsWith('"') && raw.endsWith('"') ? raw.slice(1, -1) : raw);
  }
  return undefined;
}

export interface CookieOptions {
  /** Seconds; 0 removes the cookie. Absent = until the browser is closed. */
  readonly maxAge?: number;
  /** Only over HTTPS. */
  readonly secure: boolean;
}

/** A `Set-Cookie` value: for the whole site, unreadable for scripts, not sent along with other sites' forms. */
export function writeCookie(name: string, value: string, { maxAge, secure }: CookieOptions): string {
  const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`;
  return `${name}=${encodeURIComponent(value)}; Path=/${age}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

function startsPair(header: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && header[before] === ' ') before--;
  return before < 0 || header[before] === ';';
}

function decoded(raw: string): string | undefined {
  if (!raw.includes('%')) return raw;
  try {
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}
