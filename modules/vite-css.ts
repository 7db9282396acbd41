import { basename } from 'node:path';
import type { CSSOptions } from 'vite';

/**
 * The `css` option of every Vite configuration that compiles modules: tests, Storybook, the shop's server and its
 * islands. Class names are a function of file name and class alone, so that the style sheet read as text and the class
 * map a view imports agree, whoever built them. Module ids are unique, which makes the names unique.
 */
export const cssModules: CSSOptions = {
  modules: {
    generateScopedName: (local, file) =>
      `${basename(file.split('?')[0]!).replace(/\.module\.css$/, '')}__${local}`,
  },
};
