import { checkDocuments, publishedDocuments } from './check-documents.ts';
import type { Platform } from './platform.ts';
import { countProducts } from './seed-store.ts';
import type { Settings } from './settings.ts';

/** Something `vitrine doctor` says. */
export interface Finding {
  readonly kind: 'good' | 'warning' | 'problem';
  readonly text: string;
  /** What to do about it. */
  readonly advice?: string;
}

/** What `vitrine doctor` looks at; with `deep` every row of stock, money and orders. Reads only. */
export async function checkShop(
  platform: Platform,
  settings: Settings,
  { deep }: { readonly deep: boolean },
): Promise<Finding[]> {
  const { engine, pages } = platform;
  const findings: Finding[] = [
    settings.databaseUrl
      ? { kind: 'good', text: 'The database is a PostgreSQL server.' }
      : {
          kind: 'warning',
          text: `The database is the embedded one in ${settings.folder}.`,
          advice: 'Good for trying and developing. A shop that earns money sets DATABASE_URL.',
        },
  ];
  const channels = await engine.channels();
  if (channels.length === 0) {
    findings.push({
      kind: 'problem',
      text: 'The shop has no channel.',
      advice: 'Fill it with the demo store: npm run vitrine seed',
    });
    return findings;
  }
  const products = await countProducts(platform);
  findings.push({
    kind: products > 0 ? 'good' : 'warning',
    text: `${products} products in ${channels.length} channel(s).`,
  });
  const unequal = await engine.inventory.discrepancies();
  findings.push(
    unequal.length === 0
      ? { kind: 'good', text: 'Stock levels equal the ledger.' }
      : {
          kind: 'problem',
          text: `${unequal.length} stock level(s) differ from the ledger's sum: ${unequal
            .slice(0, 5)
            .map((level) => `${level.variantId} at ${level.locationId}`)
            .join(', ')}.`,
          advice: 'Book a count for these variants; then look for writes that bypassed the engine.',
        },
  );
  if (deep) findings.push(...(await examined(platform)));
  for (const channel of channels.filter((one) => one.kind === 'online')) {
    const home = await pages.resolveUrl(channel.id, channel.locales[0] ?? 'en', '/');
    const documents = await publishedDocuments(pages, channel.id);
    const problems = checkDocuments(documents, {
      base: channel.locales[0] ?? 'en',
      required: channel.locales,
    });
    findings.push(
      problems.length === 0
        ? { kind: 'good', text: `${documents.length} documents of channel "${channel.id}" are valid.` }
        : { kind: 'problem', text: problems.join('\n  '), advice: 'Correct and publish them.' },
    );
    findings.push(
      home
        ? { kind: 'good', text: `Channel "${channel.id}" has a home page.` }
        : { kind: 'problem', text: `Channel "${channel.id}" has no page at "/".`, advice: 'Publish one.' },
    );
  }
  return findings;
}

async function examined({ engine }: Platform): Promise<Finding[]> {
  const found = await engine.examine();
  if (found.length === 0)
    return [{ kind: 'good', text: 'Stock, reservations, payments, orders and checkouts agree, row by row.' }];
  return found.map(({ rule, problem, row }) => ({
    kind: 'problem',
    text: `${problem} ${JSON.stringify(row)}`,
    advice: `${rule} of the engine's doctor/SPEC.md. Nothing was mended: decide what is right, and book it.`,
  }));
}
