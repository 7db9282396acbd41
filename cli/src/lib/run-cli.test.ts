import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';
import type { ShopProject } from './shop-project.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Whoever asks wrongly must be told before anything is changed: nothing may be asked of the shop's catalogue.
const untouched: ShopProject = {
  running: async () => undefined,
  open: async () => ({
    commerce: new Proxy({} as never, {
      get: () => {
        throw new Error('The catalogue was touched.');
      },
    }),
    seed: async () => ({ products: 61, already: true }),
    check: async () => [
      { kind: 'good', text: 'The database answers.' },
      { kind: 'problem', text: 'No pages.', advice: 'Run: vitrine seed' },
    ],
    close: async () => {},
  }),
  migrate: async () => [],
  mediaFolder: '/nowhere',
};

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli({
    args,
    project: untouched,
    cwd: folder,
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
    terminal: false,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('the vitrine command', () => {
  it.each([
    [['dance'], "unknown command 'dance'"],
    [['import', 'magento', 'a.csv'], "unknown command 'magento'"],
    [['import', 'shopify'], "missing required argument 'file'"],
    [['import', 'shopify', 'a.csv', '--nope'], "unknown option '--nope'"],
    [['import', 'shopify', 'a.csv', '--currency', 'EURO'], '"EURO" is no currency code'],
    [['import', 'shopify', 'a.csv', '--currency', '€'], '"€" is no currency code'],
    [['import', 'shopify', 'missing.csv'], 'cannot be read (ENOENT)'],
    [['import', 'shopify', '.'], 'cannot be read (EISDIR)'],
  ])('refuses %j with exit code 2 and a sentence, and touches nothing', async (args, says) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('refuses what is no export, whatever it is, and touches nothing', async () => {
    for (const [content, says] of [
      ['', /header|lacks|no products|empty/],
      ['Name,Price\nMug,3\n', /lacks "Handle"/],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00]), /not UTF-8|binary/],
      ['{"products": []}', /lacks|not well-formed/],
      ['<html><body>Sign in</body></html>', /lacks|not well-formed/],
    ] as const) {
      const file = join(folder, 'wrong.csv');
      writeFileSync(file, content);
      const { code, err } = await run('import', 'shopify', file);
      expect(code).toBe(2);
      expect(err).toMatch(says);
    }
  });

  it('gives help with exit code 0', async () => {
    const { code, out } = await run('import', 'shopify', '--help');
    expect(code).toBe(0);
    expect(out).toContain('--dry-run');
  });

  it('says that a seeded shop was left as it is', async () => {
    expect(await run('seed')).toMatchObject({
      code: 0,
      out: 'The shop already has 61 products; nothing was changed.',
    });
  });

  it('tells findings with their advice and ends with 1 when there is a problem', async () => {
    const { code, out } = await run('doctor');
    expect(code).toBe(1);
    expect(out).toBe('✓ The database answers.\n✗ No pages.\n  Run: vitrine seed');
  });

  it('says when there is nothing to migrate', async () => {
    expect(await run('migrate')).toMatchObject({ code: 0, out: 'The schema is up to date.' });
  });
});
