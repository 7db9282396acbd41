import { fileURLToPath } from 'node:url';
import type { Alias } from 'vite';

const legacyServer = 'cjs/react-dom-server-legacy.browser.production.js';

/**
 * `resolve.alias` of every Vite configuration that builds the editor. The canvas makes strings of modules, nothing else:
 * `react-dom/server` would bring its streams along, which is half of it and 30 kB.
 */
export const editorAliases: Alias[] = [
  {
    find: /^react-dom\/server$/,
    replacement: fileURLToPath(new URL(legacyServer, import.meta.resolve('react-dom/package.json'))),
  },
];
