import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { cssModules } from '../../vite-css.ts';
import type { RegisteredModule } from './registry.ts';
import { renderPreset } from './testing/render-preset.ts';
import { library } from './testing-fixture/library.gen.ts';

const classesIn = (css: string) =>
  [...new Set([...css.matchAll(/\.([a-z_][\w-]*)/gi)].map((match) => match[1]!))].sort();
const teaserOf = (all: readonly RegisteredModule[]) => all.find((each) => each.module.id === 'teaser')!;

test('[MOD-20] Class names in the style sheet as text are those the view uses: here, and in a production build', async () => {
  const { build } = await import('vite');
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-css-'));
  try {
    await build({
      configFile: false,
      logLevel: 'silent',
      css: cssModules,
      ssr: { noExternal: [/./] },
      build: {
        ssr: fileURLToPath(new URL('./testing-fixture/library.gen.ts', import.meta.url)),
        outDir: folder,
        minify: true,
      },
    });
    const built = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'library.gen.js')).href)) as {
      library: readonly RegisteredModule[];
    };
    for (const teaser of [teaserOf(library), teaserOf(built.library)]) {
      expect(classesIn(teaser.css)).toEqual(['teaser__centre', 'teaser__teaser']);
    }
    expect(classesOfView(teaserOf(built.library))).toEqual(['teaser__teaser', 'teaser__centre']);
    expect(classesOfView(teaserOf(library))).toEqual(['teaser__teaser', 'teaser__centre']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

function classesOfView(teaser: RegisteredModule): string[] {
  // Without hooks a view is a function from props to elements, whichever React it was built with.
  const registered = { ...teaser, presets: [{ name: 'Centre', props: { title: 'a', align: 'centre' } }] };
  return /class="([^"]*)"/.exec(renderPreset(registered, 'Centre'))![1]!.split(' ');
}
