import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pictureWidths } from '@vitrine/modules';
import { plain } from '@vitrine/themes/library';
import { fontFiles } from '@vitrine/themes/server';
import type { Plugin } from 'vite';
import { renderPicture } from '../shop/seed/pictures/index.ts';

const library = fileURLToPath(new URL('../modules/library/', import.meta.url));
const fonts = fontFiles(plain);

/** The addresses a story fetches from the shop: pictures at `/_image/<width>/<src>` and the theme's fonts. */
export function shopFiles(): Plugin {
  return {
    name: 'vitrine-shop-files',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = fileAt(decodeURI((request.url ?? '').split('?', 1)[0]!));
        if (!file) return next();
        response.setHeader('content-type', file.type);
        response.end(file.body);
      });
    },
    async generateBundle() {
      const pictures = await picturesOfPresets();
      const images = pictures.flatMap((src) => pictureWidths.map((width) => `/_image/${width}/${src}`));
      for (const address of [...images, ...fonts.keys()]) {
        const file = fileAt(address);
        if (file) this.emitFile({ type: 'asset', fileName: address.slice(1), source: file.body });
      }
    },
  };
}

function fileAt(address: string): { type: string; body: string | Uint8Array } | undefined {
  const font = fonts.get(address);
  if (font) return { type: 'font/woff2', body: readFileSync(font) };
  const src = /^\/_image\/\d+\/(.+)$/.exec(address)?.[1];
  const svg = src && renderPicture(src);
  return svg ? { type: 'image/svg+xml', body: svg } : undefined;
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
