import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateLibrary } from './module-library.ts';
import { moduleTemplate } from './module-template.ts';

// Begins something new: npm run new module NAME [-- --library FOLDER]

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const usage = 'Usage: npm run new module NAME, for example: npm run new module size-guide';
// Words of the language, types of node that content knows by itself, and names the generated lists use.
const reserved = new Set(
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield fragment outlet library definitions islands'.split(
    ' ',
  ),
);

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { library: { type: 'string' } },
  });
  const { library = join(root, 'modules', 'library') } = values;
  const [what, id, ...more] = positionals;
  if (what !== 'module' || id === undefined || more.length > 0) throw new Error(usage);
  await newModule(library, id);
} catch (thrown) {
  console.error(`\n${(thrown as Error).message}\n`);
  process.exitCode = 1;
}

async function newModule(library: string, id: string): Promise<void> {
  const problem = problemWithName(library, id);
  if (problem) throw new Error(problem);
  // A library that cannot be listed is found out before anything is written.
  await generateLibrary(library, { check: true });
  const folder = join(library, id);
  mkdirSync(folder);
  for (const [name, text] of Object.entries(moduleTemplate(id)))
    writeFileSync(join(folder, name), text, { flag: 'wx' });
  await generateLibrary(library);
  console.log(`Module "${id}" is in ${relative(root, folder)} and in the lists of the library.`);
  console.log('See it: npm run storybook   Prove it: npm run check && npm test');
}

function problemWithName(library: string, id: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 40) {
    return `"${id}" cannot be the name of a module. Expected kebab-case of up to 40 characters, for example: size-guide`;
  }
  if (reserved.has(id) || /-(css|presets|view)$/.test(id))
    return `"${id}" is a reserved name. Choose another one.`;
  if (!existsSync(library)) return `There is no folder ${library} to put modules in.`;
  if (existsSync(join(library, id))) {
    return `There is already a module "${id}" in ${relative(root, library)}. Choose another name.`;
  }
  return undefined;
}
