import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { ServerBuild } from 'react-router';

/** The parts that Vite builds. */
export interface Builds {
  /** The same object as long as the code has not changed. */
  load(): Promise<ServerBuild>;
  /** Names the code that is running now. */
  id(): string;
  /** In front of everything else, in development. */
  readonly middleware?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  readonly development: boolean;
}

/** Where the builds are left: `server`, `client` (application pages), `islands` (the storefront's browser side), `editor`, `office`. */
export const buildFolder = join(import.meta.dirname, 'build');
