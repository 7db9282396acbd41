import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

// Plants one fault in a small copy of the house and looks whether the walls see it. A wall that cannot fail guards nothing.

const root = join(import.meta.dirname, '..');
const houses: string[] = [];

afterEach(() => {
  for (const house of houses.splice(0)) rmSync(house, { recursive: true, force: true });
});

function house(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-walls-'));
  houses.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function cruise(files: Record<string, string>): string {
  const folder = house({ 'tsconfig.json': '{"compilerOptions":{"module":"ESNext"}}', ...files });
  cpSync(join(root, 'dependency-cruiser.config.mjs'), join(folder, 'dependency-cruiser.config.mjs'));
  const bin = join(root, 'node_modules', '.bin', 'depcruise');
  const run = spawnSync(bin, ['--config', 'dependency-cruiser.config.mjs', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return run.status === 0 ? 'clean' : run.stdout + run.stderr;
}

describe('the walls inside rooms', () => {
  it('stand for a house without faults', () => {
    expect(
      cruise({
        'database/src/index.ts': "export { a } from './lib/a.ts';",
        'database/src/lib/a.ts': 'export const a = 1;',
        'content/src/server.ts': "import { a } from '../../database/src/index.ts'; export const b = a;",
      }),
    ).toBe('clean');
  });

  it.each([
    ['floor-database', 'database/src/lib/a.ts', '../../../content/src/index.ts', 'content/src/index.ts'],
    [
      'floor-content',
      'content/src/server.ts',
      '../../commerce-engine/src/index.ts',
      'commerce-engine/src/index.ts',
    ],
    [
      'floor-runtime',
      'runtime/src/index.ts',
      '../../commerce-engine/src/client.ts',
      'commerce-engine/src/client.ts',
    ],
    ['through-the-door', 'shop/server.ts', '../database/src/lib/a.ts', 'database/src/lib/a.ts'],
    [
      'data-actions-engine-asks-nobody',
      'data-actions/src/index.ts',
      '../../content/src/index.ts',
      'content/src/index.ts',
    ],
    [
      'library-asks-the-client',
      'data-actions/library/x.server.ts',
      '../../commerce-engine/src/index.ts',
      'commerce-engine/src/index.ts',
    ],
    ['floor-ui', 'ui/src/index.ts', '../../editor/src/index.ts', 'editor/src/index.ts'],
    ['floor-editor', 'editor/src/index.ts', '../../back-office/src/index.ts', 'back-office/src/index.ts'],
    [
      'office-asks-the-client',
      'back-office/src/index.ts',
      '../../commerce-engine/src/index.ts',
      'commerce-engine/src/index.ts',
    ],
    [
      'engine-never-imports-its-collection',
      'modules/src/index.ts',
      '../library/index.ts',
      'modules/library/index.ts',
    ],
    [
      'runtime-names-no-module',
      'runtime/src/index.ts',
      '../../modules/library/index.ts',
      'modules/library/index.ts',
    ],
    ['content-index-is-pure', 'content/src/index.ts', '../../database/src/index.ts', 'database/src/index.ts'],
    [
      'tables-stay-home',
      'commerce-engine/src/lib/cart/cart.queries.ts',
      '../catalog/catalog.tables.ts',
      'commerce-engine/src/lib/catalog/catalog.tables.ts',
    ],
    [
      'rules-are-pure',
      'commerce-engine/src/lib/cart/cart.rules.ts',
      './cart.queries.ts',
      'commerce-engine/src/lib/cart/cart.queries.ts',
    ],
    [
      'client-door-is-browser-safe',
      'commerce-engine/src/client.ts',
      '../../database/src/index.ts',
      'database/src/index.ts',
    ],
    [
      'views-are-views',
      'modules/library/hero/hero.view.tsx',
      '../cart/cart.view.tsx',
      'modules/library/cart/cart.view.tsx',
    ],
    [
      'questions-are-browser-safe',
      'data-actions/library/x.action.ts',
      './x.server.ts',
      'data-actions/library/x.server.ts',
    ],
    ['resolvable', 'shop/server.ts', './nowhere.ts', 'shop/somewhere.ts'],
  ])('%s falls when %s imports %s', (rule, from, specifier, target) => {
    const report = cruise({
      [from]: `import { x } from '${specifier}'; export const y = x;`,
      [target]: 'export const x = 1;',
    });
    expect(report).toContain(rule);
  });

  it('no-rings falls for a ring of types alone', () => {
    const report = cruise({
      'shop/a.ts': "import type { B } from './b.ts'; export interface A { b: B }",
      'shop/b.ts': "import type { A } from './a.ts'; export interface B { a: A }",
    });
    expect(report).toContain('no-rings');
  });
});

describe('the walls between packages', () => {
  const manifest = (name: string, dependencies: Record<string, string> = {}) =>
    JSON.stringify({
      name: `@vitrine/${name}`,
      version: '1.0.0',
      type: 'module',
      exports: { '.': './index.ts' },
      dependencies,
    });
  const tag = (name: string) => JSON.stringify({ extends: ['//'], tags: [name] });

  function boundaries(
    databaseDependencies: Record<string, string>,
    databaseText: string,
  ): { status: number | null; text: string } {
    const folder = house({
      'package.json': JSON.stringify({
        name: 'house',
        private: true,
        packageManager: 'npm@11.0.0',
        workspaces: ['database', 'shop'],
      }),
      'package-lock.json': JSON.stringify({ name: 'house', lockfileVersion: 3, packages: {} }),
      'database/package.json': manifest('database', databaseDependencies),
      'database/turbo.json': tag('ground'),
      'database/index.ts': databaseText,
      'shop/package.json': manifest('shop', { '@vitrine/database': '*' }),
      'shop/turbo.json': tag('app'),
      'shop/index.ts': "import { a } from '@vitrine/database'; export const b = a;",
    });
    cpSync(join(root, 'turbo.json'), join(folder, 'turbo.json'));
    for (const name of ['database', 'shop']) {
      mkdirSync(join(folder, 'node_modules', '@vitrine'), { recursive: true });
      symlinkSync(join(folder, name), join(folder, 'node_modules', '@vitrine', name));
    }
    spawnSync('git', ['init', '-q'], { cwd: folder });
    const run = spawnSync(join(root, 'node_modules', '.bin', 'turbo'), ['boundaries'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    });
    return { status: run.status, text: run.stdout + run.stderr };
  }

  it('stand when an app imports the ground', () => {
    const { status, text } = boundaries({}, 'export const a = 1;');
    expect(text).toContain('no issues found');
    expect(status).toBe(0);
  });

  it('fall when the ground imports an app', () => {
    const { status, text } = boundaries(
      { '@vitrine/shop': '*' },
      "import { b } from '@vitrine/shop'; export const a = b;",
    );
    expect(text).toContain('@vitrine/shop');
    expect(status).not.toBe(0);
  });

  it('fall when a package imports one it does not depend on', () => {
    const { status } = boundaries({}, "import { b } from '@vitrine/shop'; export const a = b;");
    expect(status).not.toBe(0);
  });
});
