import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';
import { parseExport } from './parse-export.ts';

const header =
  'Handle,Title,Body (HTML),Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant Price,Image Src,Image Position,Image Alt Text';
const realExport = new URL('../../../../../shared/data/shopify/apparel.csv', import.meta.url);

describe('reading a Shopify export', () => {
  it('gathers the rows of a handle into one product with its variants and pictures in order', () => {
    const [product] = parseExport(
      `${header}\nmug,Mug,"<p>Two\nlines, one ""cell""</p>",Size,S,Colour,Red,9.90,https://x.example/2.jpg,2,\nmug,,,,M,,Red,10.90,https://x.example/1.jpg,1,Front\nmug,,,,,,,,https://x.example/3.jpg,3,\n`,
    );
    expect(product?.variants.map((variant) => variant.options)).toEqual([
      ['S', 'Red'],
      ['M', 'Red'],
    ]);
    expect(product?.images.map((image) => image.src.at(-5))).toEqual(['1', '2', '3']);
    expect(product?.images[0]?.alt).toBe('Front');
    expect(product?.fields['Body (HTML)']).toBe('<p>Two\nlines, one "cell"</p>');
  });

  it('says which columns a file lacks that is no such export', () => {
    expect(() => parseExport('Name,Price\nMug,3\n')).toThrow(
      'This is not a Shopify product export: its first line lacks "Handle", "Title"',
    );
  });

  it('names the line of a row without a handle', () => {
    expect(() => parseExport(`${header}\nmug,Mug,,Title,Default Title,,,9,,,\n,Lost,,,,,,9,,,\n`)).toThrow(
      'Line 3 has no Handle',
    );
  });

  it('refuses an unclosed quote and rows with too many cells instead of guessing', () => {
    expect(() => parseExport(`${header}\nmug,"Mug,,,\n`)).toThrow('not well-formed CSV');
    expect(() => parseExport(`${header}\n${'a,'.repeat(20)}\n`)).toThrow('not well-formed CSV');
  });

  it('refuses a header without products', () => {
    expect(() => parseExport(`${header}\n`)).toThrow('no products');
  });

  it.skipIf(!existsSync(realExport))('reads a real export completely', () => {
    const products = parseExport(decodeText(readFileSync(realExport)));
    expect(products.length).toBe(20);
    expect(products.find((product) => product.handle === 'classic-varsity-top')?.variants).toHaveLength(3);
  });
});

describe('decoding a file', () => {
  it('reads UTF-8 with BOM and UTF-16, and the encoding that is named', () => {
    expect(decodeText(Buffer.from('\ufeffGröße')).replace('\ufeff', '')).toBe('Größe');
    expect(decodeText(Buffer.from('\ufeffGröße', 'utf16le')).replace('\ufeff', '')).toBe('Größe');
    expect(decodeText(Buffer.from([0x47, 0x72, 0xf6, 0xdf, 0x65]), 'windows-1252')).toBe('Größe');
  });

  it('does not guess at bytes that are not UTF-8', () => {
    expect(() => decodeText(Buffer.from([0x47, 0x72, 0xf6, 0xdf, 0x65]))).toThrow('--encoding windows-1252');
    expect(() => decodeText(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]))).toThrow('binary data');
    expect(() => decodeText(Buffer.from('a'), 'klingon')).toThrow('no encoding "klingon"');
  });
});
