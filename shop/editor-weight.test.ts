import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';

interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  readonly name: string;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly moduleIds: readonly string[];
}

/** Bytes, compressed as they are sent. */
const MOST = 167_500;

let first: readonly Chunk[];
let canvas: readonly Chunk[];

beforeAll(async () => {
  // Of the name tests run under, Vite makes a build for development.
  vi.stubEnv('NODE_ENV', 'production');
  const { output } = (await build({
    configFile: fileURLToPath(new URL('editor.vite.config.ts', import.meta.url)),
    logLevel: 'silent',
    mode: 'production',
    build: { write: false, emptyOutDir: false },
  })) as unknown as { output: Chunk[] };
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const entries = output.filter(({ isEntry }) => isEntry);
  const below = (from: readonly Chunk[], next: (chunk: Chunk) => readonly string[]) => {
    const needed = new Set(from);
    // A set grows while it is walked.
    for (const chunk of needed)
      for (const name of next(chunk)) if (chunks.has(name)) needed.add(chunks.get(name)!);
    return [...needed];
  };
  first = below(entries, ({ imports }) => imports);
  canvas = below(
    entries.filter(({ name }) => name === 'canvas'),
    ({ imports, dynamicImports }) => [...imports, ...dynamicImports],
  );
});

describe('the scripts of the editor and its canvas', () => {
  it('[EDIT-FAST-6] are at most 167.5 kB until the first edit is possible', () => {
    const sizes = first.map(({ code }) => gzipSync(code, { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST);
  });

  it('[EDIT-FAST-6] bring nothing along that the first edit does not need', () => {
    const modules = first.flatMap(({ moduleIds }) => moduleIds).join('\n');
    for (const heavy of [
      '/lexical/',
      '/zod/',
      'react-dom-server',
      '/axe-core/',
      '/tus-js-client/',
      '/@mantine/core/esm/',
      '/@hocuspocus/',
    ])
      expect(modules).not.toContain(heavy);
  });

  it('[EDIT-FAST-6] are not brought along by the canvas, now or later', () => {
    const modules = canvas.flatMap(({ moduleIds }) => moduleIds).join('\n');
    expect(modules).toContain('/canvas/start-canvas.ts');
    for (const ofEditor of ['/yjs/', '/@mantine/', 'react-dom-client', '/app/editor-app.tsx'])
      expect(modules).not.toContain(ofEditor);
  });
});
