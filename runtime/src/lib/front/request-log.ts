import type { Logger } from 'pino';

/** One line per request. There is no field for addresses with their query, cookies or bodies: those may be personal. */
export interface RequestLine {
  readonly id: string;
  readonly method: string;
  /** What answered: `page`, `image`, `data`, `form`, … */
  readonly route: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  /** For pages: where it came from. */
  readonly from?: string;
}

const LONGEST_PATH = 200;

/** Faults are errors, refusals and pages made are told, pages kept only when somebody debugs. */
export function logRequest(logger: Logger, line: RequestLine): void {
  const entry = { ...line, path: line.path.slice(0, LONGEST_PATH), ms: Math.round(line.ms * 10) / 10 };
  if (line.status >= 500) logger.error(entry, 'request failed');
  else if (line.from === 'fresh' || line.from === 'stale') logger.debug(entry, 'request');
  else logger.info(entry, 'request');
}

const REQUEST_ID = /^[\w-]{8,64}$/;

/** The id a proxy gave the request, or a new one. */
export function requestIdOf(header: string | null): string {
  return header !== null && REQUEST_ID.test(header) ? header : crypto.randomUUID();
}
