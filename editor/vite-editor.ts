import { fileURLToPath } from 'node:url';
import type { Alias, Rolldown } from 'vite';

const warnings = 'lib0/logging';
const legacyServer = 'cjs/react-dom-server-legacy.browser.production.js';

/** `resolve.alias` of every Vite configuration that builds the editor. */
export const editorAliases: Alias[] = [
  // The canvas makes strings of modules, nothing else: this would bring its streams along, which is half of it and 30 kB.
  {
    find: /^react-dom\/server$/,
    replacement: fileURLToPath(new URL(legacyServer, import.meta.resolve('react-dom/package.json'))),
  },
  // What Yjs warns with: the one for browsers brings pictures, colours and a way to describe the document along.
  { find: /^lib0\/logging$/, replacement: fileURLToPath(import.meta.resolve(warnings)) },
];

/** Files that windows start with. */
export interface EditorEntries {
  readonly editor: string;
  readonly canvas: string;
}

/**
 * `output.codeSplitting` of every Vite configuration that builds the editor. What its window needs at once is two files and not forty:
 * fewer to ask for, and smaller together. The second is what the canvas uses as well, for the canvas must not bring the editor along.
 */
export function editorChunks({ editor, canvas }: EditorEntries): Rolldown.CodeSplittingOptions {
  let ofCanvas: Set<string> | undefined;
  let ofEditor: Set<string> | undefined;
  return {
    groups: [
      {
        name: (id, graph) => {
          ofCanvas ??= everythingBelow(canvas, graph, true);
          ofEditor ??= everythingBelow(editor, graph, false);
          if (!ofCanvas.has(id)) return 'editor-first';
          return ofEditor.has(id) ? 'editor-and-canvas' : null;
        },
        tags: ['$initial'],
        includeDependenciesRecursively: false,
      },
    ],
  };
}

function everythingBelow(entry: string, graph: Rolldown.ChunkingContext, andLater: boolean): Set<string> {
  const found = new Set([entry]);
  // A set grows while it is walked.
  for (const id of found) {
    const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
    for (const each of [...importedIds, ...(andLater ? dynamicallyImportedIds : [])]) found.add(each);
  }
  return found;
}
