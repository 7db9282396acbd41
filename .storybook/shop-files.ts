import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pictureWidths } from '@vitrine/modules';
import { plain } from '@vitrine/themes/library';
import { fontFiles } from '@vitrine/themes/server';
import type { Plugin } from 'vite';
import { pictureIds, renderPicture } from '../shop/seed/pictures/index.ts';

const library = fileURLToPath(new URL('../modules/library/', import.meta.url));
const fonts = fontFiles(plain);
const pictures = new Set(pictureIds());

/** The addresses a story fetches from the shop: pictures at `/_image/<width>/<src>` and the theme's fonts. */
export function shopFiles(): Plugin {
  return {
    name: 'vitrine-shop-files',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const address = new URL(request.url ?? '/', 'http://storybook.invalid').pathname;
        const font = fonts.get(address);
        const picture = pictureAt(/^\/_image\/\d+\/(.+)$/.exec(address)?.[1] ?? '');
        if (font) response.setHeader('content-type', 'font/woff2').end(readFileSync(font));
        else if (picture) response.setHeader('content-type', 'image/svg+xml').end(picture);
        else next();
      });
    },
    async generateBundle() {
      const unknown: string[] = [];
      for (const src of await picturesOfPresets()) {
        const source = pictureAt(src);
        if (source === undefined) unknown.push(src);
        else
          for (const width of pictureWidths)
            this.emitFile({ type: 'asset', fileName: `_image/${width}/${src}`, source });
      }
      if (unknown.length > 0) {
        this.error(
          `Presets show pictures the demo shop does not have: ${unknown.join(', ')}. Correct their names.`,
        );
      }
      for (const [address, file] of fonts) {
        this.emitFile({ type: 'asset', fileName: address.slice(1), source: readFileSync(file) });
      }
    },
  };
}

function pictureAt(src: string): string | undefined {
  const id = /^demo\/(.+)\.svg$/.exec(src)?.[1];
  return id && pictures.has(id) ? renderPicture(id) : undefined;
}

// The static build cannot draw on demand: it holds what the presets show.
async function picturesOfPresets(): Promise<string[]> {
  const found = new Set<string>();
  for (const path of globSync('*/*.presets.ts', { cwd: library })) {
    const file: unknown = await import(pathToFileURL(library + path).href);
    for (const [src] of JSON.stringify(file).matchAll(/demo\/[\w./-]+?\.svg/g)) found.add(src);
  }
  return [...found].sort();
}
