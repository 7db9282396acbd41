import { createRequire } from 'node:module';
import type { Theme } from './define-theme.ts';
import { fontFaces } from './font-css.ts';

/**
 * Where on disk the theme's fonts lie, by the address they are to be served under. Server only.
 * `from` is the `import.meta.url` of a file in the package that has the font packages among its dependencies;
 * default: this one.
 */
export function fontFiles(theme: Theme, { from = import.meta.url } = {}): ReadonlyMap<string, string> {
  const require = createRequire(from);
  return new Map(
    fontFaces(theme).flatMap((face) => (face.file ? [[face.src, require.resolve(face.file)]] : [])),
  );
}
