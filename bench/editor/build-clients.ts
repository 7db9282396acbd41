import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { editorAliases, editorChunks } from '@vitrine/editor/vite';
import { cssModules } from '@vitrine/modules/vite';
import { build, type InlineConfig, type Rolldown } from 'vite';

/** A file a browser fetches, as it is sent. */
export interface ClientFile {
  readonly type: 'text/javascript' | 'text/css';
  readonly gzip: Buffer;
}

/** What a page must name to start one of the clients. */
export interface ClientEntry {
  readonly script: string;
  /** Scripts it needs at once. */
  readonly imports: readonly string[];
  readonly styles: readonly string[];
}

export interface Clients {
  /** By path. */
  readonly files: ReadonlyMap<string, ClientFile>;
  readonly editor: ClientEntry;
  readonly canvas: ClientEntry;
  /** The others are absent when only the editor is wanted, or Puck is not installed. */
  readonly puck?: ClientEntry;
  readonly least?: ClientEntry;
}

interface Output {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
  readonly code?: string;
  readonly source?: string | Uint8Array;
}

const here = (path: string) => join(import.meta.dirname, path);
const puckFolder = here('../peers/node_modules/@puckeditor/core');

/** Builds the editor with its canvas as a shop does, and beside it Puck and the least there can be. */
export async function buildClients({
  isAlone = false,
}: {
  readonly isAlone?: boolean;
} = {}): Promise<Clients> {
  const input = { editor: here('clients/editor.client.ts'), canvas: here('clients/canvas.client.ts') };
  const ours = await bundle('/_editor/', input, { codeSplitting: editorChunks(input) });
  const files = filesOf(ours, '/_editor/');
  const own = {
    files,
    editor: entryOf(ours, '/_editor/', 'editor'),
    canvas: entryOf(ours, '/_editor/', 'canvas'),
  };
  if (isAlone || !existsSync(puckFolder)) return own;
  const theirs = await bundle('/_puck/', { puck: here('clients/puck.client.tsx') });
  const floor = await bundle('/_least/', { least: here('clients/least.client.ts') });
  return {
    ...own,
    files: new Map([...files, ...filesOf(theirs, '/_puck/'), ...filesOf(floor, '/_least/')]),
    puck: entryOf(theirs, '/_puck/', 'puck'),
    least: entryOf(floor, '/_least/', 'least'),
  };
}

async function bundle(
  base: string,
  input: Readonly<Record<string, string>>,
  output: Rolldown.OutputOptions = {},
): Promise<readonly Output[]> {
  const config: InlineConfig = {
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    base,
    css: cssModules,
    resolve: {
      alias: [
        ...editorAliases,
        { find: /^virtual:puck$/, replacement: join(puckFolder, 'dist/index.mjs') },
        { find: /^virtual:puck\.css$/, replacement: join(puckFolder, 'dist/index.css') },
      ],
    },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input, output },
    },
  };
  return ((await build(config)) as { output: Output[] }).output;
}

function filesOf(output: readonly Output[], base: string): Map<string, ClientFile> {
  return new Map(
    output.map(({ fileName, code, source }): [string, ClientFile] => [
      base + fileName,
      {
        type: fileName.endsWith('.css') ? 'text/css' : 'text/javascript',
        gzip: gzipSync(code ?? source ?? '', { level: 9 }),
      },
    ]),
  );
}

function entryOf(output: readonly Output[], base: string, name: string): ClientEntry {
  const chunks = new Map(output.map((each) => [each.fileName, each]));
  const entry = output.find((each) => each.isEntry && each.name === name)!;
  const needed = new Set<Output>();
  const need = (chunk: Output | undefined) => {
    if (!chunk || needed.has(chunk)) return;
    needed.add(chunk);
    for (const each of chunk.imports ?? []) need(chunks.get(each));
  };
  need(entry);
  return {
    script: base + entry.fileName,
    imports: [...needed].filter((each) => each !== entry).map(({ fileName }) => base + fileName),
    styles: [...needed]
      .flatMap((each) => [...(each.viteMetadata?.importedCss ?? [])])
      .map((each) => base + each),
  };
}
