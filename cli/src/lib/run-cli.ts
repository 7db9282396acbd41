import { resolve } from 'node:path';
import { createHttpClient } from '@vitrine/commerce-engine/client';
import { SingleBar } from 'cli-progress';
import { Command, CommanderError } from 'commander';
import { CommandError } from './command-error.ts';
import type { ShopProject } from './shop-project.ts';
import { reportText } from './shopify/import-report.ts';
import { importShopify } from './shopify/import-shopify.ts';

export interface CliOptions {
  /** Arguments after the command's own name. */
  readonly args: readonly string[];
  readonly project: ShopProject;
  /** Folder that relative file names are meant from. */
  readonly cwd: string;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Whether a progress bar may be drawn. */
  readonly terminal: boolean;
}

/**
 * Runs one `vitrine` command.
 * @returns the exit code: 0 done, 1 done with refusals or problems found, 2 asked for wrongly, or the shop cannot
 * be opened.
 */
export async function runCli(options: CliOptions): Promise<number> {
  let code = 0;
  const program = new Command('vitrine')
    .description('Looks after a Vitrine shop.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => options.print(text.trimEnd()),
      writeErr: (text) => options.printError(text.trimEnd()),
    });
  const importer = program.command('import').description('Brings data of another system into the shop.');
  importer
    .command('shopify')
    .description("Imports products from Shopify's product export (CSV).")
    .argument('<file>', 'the exported CSV file')
    .option('--dry-run', 'say what would change, change nothing', false)
    .option('--currency <code>', 'currency of the prices in the file', 'EUR')
    .option('--locale <tag>', 'language of the texts in the file', 'en')
    .option('--location <id>', 'location the stock counts are for', 'warehouse')
    .option('--category <handle>', 'put everything into this category instead of one per type or tag')
    .option('--encoding <name>', 'encoding of the file when it is not UTF-8')
    .option('--no-pictures', 'do not fetch pictures')
    .action(async (file: string, flags: ImportFlags) => {
      code = await importCommand(resolve(options.cwd, file), flags, options);
    });
  program
    .command('migrate')
    .description("Brings the database's schema up to date.")
    .action(async () => {
      const done = await options.project.migrate();
      options.print(
        done.length === 0
          ? 'The schema is up to date.'
          : `Done:\n${done.map((step) => `  ${step}`).join('\n')}`,
      );
    });
  program
    .command('seed')
    .description('Fills an empty shop with the demo store.')
    .action(async () => {
      await withOpenShop(options.project, async (shop) => {
        const { products, already } = await shop.seed();
        options.print(
          already
            ? `The shop already has ${products} products; nothing was changed.`
            : `Seeded ${products} products.`,
        );
      });
    });
  program
    .command('doctor')
    .description('Looks for what is wrong with the shop.')
    .option('--deep', 'holds every row of stock, money and orders against what must always hold', false)
    .action(async ({ deep }: { deep: boolean }) => {
      await withOpenShop(options.project, async (shop) => {
        const findings = await shop.check({ deep });
        const mark = { good: '✓', warning: '!', problem: '✗' };
        for (const { kind, text, advice } of findings)
          options.print(`${mark[kind]} ${text}${advice ? `\n  ${advice}` : ''}`);
        code = findings.some((finding) => finding.kind === 'problem') ? 1 : 0;
      });
    });
  try {
    await program.parseAsync([...options.args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CommandError || isOpenError(error)) {
      options.printError(error.message);
      return 2;
    }
    throw error;
  }
}

// A database that cannot be opened says why in a sentence for an operator. Known by its name, which is part of its door.
function isOpenError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'DatabaseOpenError';
}

interface ImportFlags {
  readonly dryRun: boolean;
  readonly currency: string;
  readonly locale: string;
  readonly location: string;
  readonly category?: string;
  readonly encoding?: string;
  readonly pictures: boolean;
}

async function importCommand(file: string, flags: ImportFlags, options: CliOptions): Promise<number> {
  const currency = flags.currency.toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency))
    throw new CommandError(`"${flags.currency}" is no currency code; expected one like EUR.`);
  const bar = options.terminal
    ? new SingleBar({ format: '{doing} [{bar}] {value}/{total}', hideCursor: true })
    : undefined;
  let doing = '';
  const onProgress = (done: number, of: number, now: string): void => {
    if (now === doing) bar?.update(done);
    else bar?.start(of, done, { doing: now });
    doing = now;
  };
  const work = async (commerce: Parameters<typeof importShopify>[0]['commerce']): Promise<number> => {
    const report = await importShopify({
      ...flags,
      currency,
      file,
      commerce,
      mediaFolder: options.project.mediaFolder,
      onProgress,
    });
    bar?.stop();
    options.print(reportText(report));
    return report.outcomes.some((outcome) => outcome.kind === 'refused') ? 1 : 0;
  };
  try {
    const running = await options.project.running();
    if (!running) return await withOpenShop(options.project, (shop) => work(shop.commerce));
    options.print(`The shop is running at ${running.url}; importing there.`);
    return await work(createHttpClient({ url: running.url, token: running.token }));
  } finally {
    bar?.stop();
  }
}

async function withOpenShop<T>(
  project: ShopProject,
  work: (shop: Awaited<ReturnType<ShopProject['open']>>) => Promise<T>,
): Promise<T> {
  const shop = await project.open();
  try {
    return await work(shop);
  } finally {
    await shop.close();
  }
}
