import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fontFaces } from '@vitrine/themes';
import { plain } from '@vitrine/themes/library';
import { buildFolder } from './builds.ts';
import { renderPicture } from './seed/pictures/index.ts';

// Runs after Vite: puts the theme's fonts and the shop's icon beside the islands, and compresses every text file once, as small as it gets.

for (const { src, file } of fontFaces(plain)) {
  if (!file) continue;
  const target = join(buildFolder, 'islands', src.replace(/^\/_assets\//, ''));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(fileURLToPath(import.meta.resolve(file)), target);
}

writeFileSync(join(buildFolder, 'islands', 'icon.svg'), renderPicture('favicon'));

for (const folder of ['islands', 'client', 'editor', 'office']) {
  for (const entry of readdirSync(join(buildFolder, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|svg|json)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    );
  }
}
