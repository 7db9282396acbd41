import { fileURLToPath } from 'node:url';
import type { Alias, Rolldown } from 'vite';

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

/**
 * `output.codeSplitting` of every Vite configuration that builds the editor. What its window needs at once is one file and not forty:
 * fewer to ask for, and smaller together. What the canvas uses as well stays apart, for the canvas must not bring the editor along.
 */
export function editorChunks(canvasEntry: string): Rolldown.CodeSplittingOptions {
  let ofCanvas: Set<string> | undefined;
  return {
    groups: [
      {
        name: (id, graph) => {
          ofCanvas ??= everythingBelow(canvasEntry, graph);
          return ofCanvas.has(id) ? null : 'editor-first';
        },
        tags: ['$initial'],
        includeDependenciesRecursively: false,
      },
    ],
  };
}

function everythingBelow(entry: string, graph: Rolldown.ChunkingContext): Set<string> {
  const found = new Set([entry]);
  // A set grows while it is walked.
  for (const id of found) {
    const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
    for (const each of [...importedIds, ...dynamicallyImportedIds]) found.add(each);
  }
  return found;
}
