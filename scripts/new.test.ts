import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RegisteredModule } from '@vitrine/modules';
import { checkModule } from '@vitrine/modules/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateLibrary } from './module-library.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
let library: string;

beforeAll(() => {
  library = mkdtempSync(join(tmpdir(), 'vitrine-new-'));
  symlinkSync(join(root, 'node_modules'), join(library, 'node_modules'), 'dir');
});
afterAll(() => rmSync(library, { recursive: true }));

function run(script: string, ...args: string[]) {
  const quiet = '--disable-warning=ExperimentalWarning';
  const command = [quiet, join(root, 'scripts', script), '--library', library, ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, stderr: stderr.trim() };
}

test('[MOD-23] A new module is complete: listed, formatted, typed and keeps every rule', async () => {
  expect(run('new.ts', 'module', 'size-guide')).toEqual({ status: 0, stderr: '' });
  expect(run('generate.ts', '--check').status).toBe(0);

  const bin = join(root, 'node_modules', '.bin');
  execFileSync(join(bin, 'biome'), [
    'check',
    '--error-on-warnings',
    '--vcs-enabled=false',
    `--config-path=${root}`,
    join(library, 'size-guide'),
  ]);
  writeFileSync(
    join(library, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      include: ['**/*.ts', '**/*.tsx'],
      exclude: ['node_modules'],
    }),
  );
  execFileSync(join(bin, 'tsc'), ['-p', library], { stdio: 'inherit' });

  const file = (await import(pathToFileURL(join(library, 'library.gen.ts')).href)) as {
    library: RegisteredModule[];
  };
  expect(file.library.map((each) => each.module.id)).toEqual(['size-guide']);
  expect(checkModule(file.library[0]!, { folder: 'size-guide' })).toEqual([]);
});

test('[MOD-23] Names that are taken, reserved or no names are refused with what to do', () => {
  expect(run('new.ts', 'module', 'size-guide').stderr).toMatch(
    /^There is already a module "size-guide" in .* Choose another name\.$/,
  );
  expect(run('new.ts', 'module', 'fragment').stderr).toBe(
    '"fragment" is a reserved name. Choose another one.',
  );
  for (const name of ['SizeGuide', '../up', 'a b', '-a', '1a', '']) {
    expect(run('new.ts', 'module', '--', name)).toEqual({
      status: 1,
      stderr: expect.stringContaining('Expected kebab-case'),
    });
  }
  expect(run('new.ts', 'page', 'home').stderr).toMatch(/^Usage: npm run new module NAME/);
});

test('[MOD-22] A list that is out of date is named, and generating brings it up to date', () => {
  const definition = join(library, 'size-guide', 'size-guide.module.ts');
  writeFileSync(
    definition,
    readFileSync(definition, 'utf8').replace('version: 1,', "version: 1,\n  island: 'visible',"),
  );
  expect(run('generate.ts', '--check')).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^Out of date: \S*islands\.gen\.ts\. Run: npm run generate$/),
  });
  expect(run('generate.ts').status).toBe(0);
  expect(readFileSync(join(library, 'islands.gen.ts'), 'utf8')).toContain(
    "'size-guide': () => import('./size-guide/size-guide.view.tsx').then((file) => file.SizeGuideView),",
  );
  expect(run('generate.ts', '--check').status).toBe(0);
});

test('[MOD-22] A folder that is not a whole module stops generating and says what is missing', () => {
  rmSync(join(library, 'size-guide', 'size-guide.module.css'));
  expect(run('generate.ts').stderr).toBe(
    'Module "size-guide" has no size-guide.module.css. Add it, or remove the folder.',
  );
});

test("[MOD-22] The lists of the engine's own example modules are current", async () => {
  const fixture = join(root, 'modules', 'src', 'lib', 'testing-fixture');
  expect(await generateLibrary(fixture, { check: true })).toEqual([]);
});
