import type { IncomingMessage, ServerResponse } from 'node:http';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Something that serves the bench page. */
export interface Contender {
  readonly id: string;
  /** One line for the report. */
  readonly note: string;
  /** Whether it is asked for gzip. */
  readonly gzip: boolean;
  /** Everything that is done once; the listener is what is measured. The load sends the cookie, for personalised pages. */
  start(): Promise<{ readonly listener: Listener; readonly cookie?: string }>;
}

/** Sends a page the way every hand-written server would. */
export function sendPage(response: ServerResponse, body: Buffer, headers: Record<string, string> = {}): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    ...headers,
  });
  response.end(body);
}
