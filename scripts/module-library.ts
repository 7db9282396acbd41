import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyModule, Preset } from '@vitrine/modules';

/** A module's folder, read without running any view. */
interface ModuleFolder {
  readonly id: string;
  readonly module: AnyModule;
  readonly presets: readonly Preset[];
}

const header = '// Written by `npm run generate`; do not edit.\n';

/**
 * Writes what is generated for a library folder: `library.gen.ts` (everything to render with), `definitions.gen.ts` (definitions
 * alone; Node runs it without a build), `islands.gen.ts` (views by module, fetched when needed) and each module's stories.
 * Returns the paths that differed; `check` leaves them as they are. Throws when a folder is not a whole module.
 */
export async function generateLibrary(library: string, { check = false } = {}): Promise<string[]> {
  const changed = (await libraryFiles(library)).filter(
    ({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text,
  );
  if (!check) for (const { path, text } of changed) writeFileSync(path, text);
  return changed.map(({ path }) => path);
}

async function libraryFiles(library: string): Promise<{ path: string; text: string }[]> {
  const names = readdirSync(library, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(library, entry.name, `${entry.name}.module.ts`)),
    )
    .map((entry) => entry.name)
    .sort();
  const folders: ModuleFolder[] = [];
  for (const name of names) folders.push(await readFolder(library, name));
  return [
    { path: join(library, 'library.gen.ts'), text: libraryText(folders) },
    { path: join(library, 'definitions.gen.ts'), text: definitionsText(folders) },
    { path: join(library, 'islands.gen.ts'), text: islandsText(folders) },
    ...folders.map((folder) => ({
      path: join(library, folder.id, `${folder.id}.stories.tsx`),
      text: storiesText(folder),
    })),
  ];
}

/** `cart-badge` → `cartBadge`. */
export function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `cart-badge` or `Wide picture` → `CartBadge`, `WidePicture`. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');
}

async function readFolder(library: string, id: string): Promise<ModuleFolder> {
  const file = (suffix: string) => join(library, id, `${id}.${suffix}`);
  for (const suffix of ['view.tsx', 'module.css', 'presets.ts']) {
    if (!existsSync(file(suffix)))
      throw new Error(`Module "${id}" has no ${id}.${suffix}. Add it, or remove the folder.`);
  }
  const module = (await load(file('module.ts')))[camelCase(id)] as AnyModule | undefined;
  if (module?.id !== id) {
    const found = module ? `its id is "${module.id}"` : 'there is no such export';
    throw new Error(
      `${id}.module.ts must export "${camelCase(id)}", a module with the id "${id}" like its folder; ${found}.`,
    );
  }
  const view = `${pascalCase(id)}View`;
  if (
    !new RegExp(`export (?:async )?(?:function|const) ${view}\\b`).test(
      readFileSync(file('view.tsx'), 'utf8'),
    )
  ) {
    throw new Error(`${id}.view.tsx must export "${view}".`);
  }
  const presets = (await load(file('presets.ts'))).presets as readonly Preset[] | undefined;
  if (!presets?.length)
    throw new Error(`${id}.presets.ts must export "presets" with at least one preset in it.`);
  const stories = presets.map((preset) => pascalCase(preset.name));
  const twice = stories.find((story, index) => !/^[A-Z]/.test(story) || stories.indexOf(story) !== index);
  if (twice !== undefined) {
    throw new Error(
      `${id}.presets.ts: names must begin with a letter and differ in their letters; "${twice}" does not.`,
    );
  }
  return { id, module, presets };
}

async function load(path: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (cause) {
    throw new Error(
      `${path} cannot be loaded: ${(cause as Error).message}. A module's definition and presets are plain TypeScript; they import no view and no style sheet.`,
      { cause },
    );
  }
}

function libraryText(folders: readonly ModuleFolder[]): string {
  const imports = folders.flatMap(({ id }) => {
    const name = camelCase(id);
    return [
      `import ${name}Css from './${id}/${id}.module.css?inline';`,
      `import { ${name} } from './${id}/${id}.module.ts';`,
      `import { presets as ${name}Presets } from './${id}/${id}.presets.ts';`,
      `import { ${pascalCase(id)}View } from './${id}/${id}.view.tsx';`,
    ];
  });
  const entries = folders.map(({ id }) => {
    const name = camelCase(id);
    return `  { module: ${name}, view: ${pascalCase(id)}View, css: ${name}Css, presets: ${name}Presets },`;
  });
  return file([
    "import type { RegisteredModule } from '@vitrine/modules';",
    ...imports,
    '',
    '/** Every module of the library with what is needed to render it. */',
    'export const library: readonly RegisteredModule[] = [',
    ...entries,
    '];',
  ]);
}

function definitionsText(folders: readonly ModuleFolder[]): string {
  return file([
    "import type { AnyModule } from '@vitrine/modules';",
    ...folders.map(({ id }) => `import { ${camelCase(id)} } from './${id}/${id}.module.ts';`),
    '',
    '/** What every module of the library is, without views and styles: for checking and migrating content. */',
    `export const definitions: readonly AnyModule[] = [`,
    ...folders.map(({ id }) => `  ${camelCase(id)},`),
    '];',
  ]);
}

function islandsText(folders: readonly ModuleFolder[]): string {
  const entries = folders
    .filter(({ module }) => module.island)
    .map(
      ({ id }) =>
        `  '${id}': () => import('./${id}/${id}.view.tsx').then((file) => file.${pascalCase(id)}View),`,
    );
  return file([
    "import type { AnyView } from '@vitrine/modules';",
    '',
    '/** Module id → its view, fetched when its island wakes up. */',
    'export const islands: Readonly<Record<string, () => Promise<AnyView>>> = {',
    ...entries,
    '};',
  ]);
}

function storiesText({ id, module, presets }: ModuleFolder): string {
  return file([
    "import { moduleStories } from '@vitrine/modules/testing';",
    "import { library } from '../library.gen.ts';",
    '',
    `const { meta, story } = moduleStories(library, '${id}');`,
    `export default { title: 'Modules/${module.title.replaceAll("'", "\\'")}', ...meta };`,
    ...presets.map(
      (preset) => `export const ${pascalCase(preset.name)} = story('${preset.name.replaceAll("'", "\\'")}');`,
    ),
  ]);
}

function file(lines: readonly string[]): string {
  return `${header}${lines.join('\n')}\n`;
}
