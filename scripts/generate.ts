import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateLibrary } from './module-library.ts';

// Writes the files that list the modules of the library: npm run generate [-- --check] [--library FOLDER]
// `--check` writes nothing and fails when a file would change.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const name = (path: string) => relative(root, path);

try {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, library: { type: 'string' } } });
  const { check = false, library = join(root, 'modules', 'library') } = values;
  const changed = await generateLibrary(library, { check });
  if (check && changed.length > 0)
    throw new Error(`Out of date: ${changed.map(name).join(', ')}. Run: npm run generate`);
  for (const path of changed) console.log(`Wrote ${name(path)}`);
  if (changed.length === 0) console.log('Everything generated is up to date.');
} catch (thrown) {
  console.error(`\n${(thrown as Error).message}\n`);
  process.exitCode = 1;
}
