import { parse } from 'csv-parse/sync';
import { CommandError } from '../command-error.ts';

/** One product of a Shopify export, its rows gathered; values as they stand in the file. */
export interface ExportedProduct {
  readonly handle: string;
  /** Line of the file it begins at, from 1. */
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly optionNames: readonly string[];
  readonly variants: readonly ExportedVariant[];
  readonly images: readonly { readonly src: string; readonly alt: string; readonly position: number }[];
}

export interface ExportedVariant {
  readonly line: number;
  /** In the order of `optionNames`. */
  readonly options: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

const needed = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Variant Price'];

/**
 * Reads Shopify's product export (format: Shopify's documentation "Using CSV files to import and export products"): the first
 * row of a handle carries the product, further rows of the same handle its other variants and pictures.
 * @throws CommandError when the text is not such an export.
 */
export function parseExport(text: string): ExportedProduct[] {
  const rows = readRows(text);
  const products = new Map<string, { first: Row; rows: Row[] }>();
  for (const row of rows) {
    const handle = (row.fields.Handle ?? '').trim();
    if (!handle)
      throw new CommandError(
        `Line ${row.line} has no Handle. Every row of a Shopify export names its product.`,
      );
    const known = products.get(handle);
    if (known) known.rows.push(row);
    else products.set(handle, { first: row, rows: [row] });
  }
  return [...products].map(([handle, { first, rows: own }]) => gather(handle, first, own));
}

interface Row {
  readonly line: number;
  readonly fields: Record<string, string>;
}

function readRows(text: string): Row[] {
  let records: { info: { lines: number }; record: Record<string, string> }[];
  try {
    // The library's types do not follow the `info` option.
    records = parse(text, {
      columns: (header: string[]) => checkHeader(header),
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(
      `The file is not well-formed CSV: ${(error as Error).message}. Nothing was imported.`,
      { cause: error },
    );
  }
  if (records.length === 0) throw new CommandError('The file has a header but no products.');
  return records.map(({ info, record }) => ({ line: info.lines, fields: record }));
}

function checkHeader(header: string[]): string[] {
  const names = header.map((name) => name.trim());
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw new CommandError(
      `This is not a Shopify product export: its first line lacks ${missing.map((name) => `"${name}"`).join(', ')}.`,
    );
  }
  return names;
}

function gather(handle: string, first: Row, rows: readonly Row[]): ExportedProduct {
  const optionNames = [1, 2, 3].map((n) => (first.fields[`Option${n} Name`] ?? '').trim()).filter(Boolean);
  // A row without a price or option value carries only a further picture.
  const variants = rows
    .filter(
      (row) => row === first || row.fields['Variant Price']?.trim() || row.fields['Option1 Value']?.trim(),
    )
    .map((row) => ({
      line: row.line,
      options: optionNames.map((_, index) => (row.fields[`Option${index + 1} Value`] ?? '').trim()),
      fields: row.fields,
    }));
  const images = rows
    .filter((row) => row.fields['Image Src']?.trim())
    .map((row, index) => ({
      src: row.fields['Image Src']!.trim(),
      alt: (row.fields['Image Alt Text'] ?? '').trim(),
      position: Number(row.fields['Image Position']) || index + 1,
    }))
    .sort((a, b) => a.position - b.position);
  return { handle, line: first.line, fields: first.fields, optionNames, variants, images };
}
