import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { libraryFiles } from './module-library.ts';

// Writes the files that list the modules of the library: npm run generate [-- --check] [--library FOLDER].
// `--check` writes nothing and fails when a file would change.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const options = process.argv.slice(2);
const check = options.includes('--check');
const folder = options.includes('--library')
  ? options[options.indexOf('--library') + 1]!
  : join(root, 'modules', 'library');

try {
  const changed = (await libraryFiles(folder)).filter(({ path, text }) => read(path) !== text);
  if (check && changed.length > 0) {
    const names = changed.map(({ path }) => relative(root, path)).join(', ');
    throw new Error(`Out of date: ${names}. Run: npm run generate`);
  }
  for (const { path, text } of changed) {
    writeFileSync(path, text);
    console.log(`Wrote ${relative(root, path)}`);
  }
  if (changed.length === 0) console.log('Everything generated is up to date.');
} catch (thrown) {
  console.error(`\n${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
