import { useCallback } from 'react';
import { type CategoryHit, type PageHit, type ProductHit, useFieldTools } from './field-tools.tsx';
import { type Found, useFound } from './use-found.ts';

const never = new AbortController().signal;

export function useProducts(ids: readonly string[]): Found<ProductHit> {
  const tools = useFieldTools();
  const find = useCallback(
    async (keys: readonly string[]) => (await tools.productsByIds(keys)).map((hit) => [hit.id, hit] as const),
    [tools],
  );
  return useFound(ids, find);
}

export function useProductsBySlug(slugs: readonly string[]): Found<ProductHit> {
  const tools = useFieldTools();
  const find = useCallback(
    async (keys: readonly string[]) => {
      const hits = tools.productsBySlugs
        ? await tools.productsBySlugs(keys)
        : await searchEach(keys, (key) => tools.searchProducts(key, never));
      return hits.map((hit) => [hit.slug, hit] as const);
    },
    [tools],
  );
  return useFound(slugs, find);
}

export function useCategories(slugs: readonly string[]): Found<CategoryHit> {
  const tools = useFieldTools();
  const find = useCallback(
    async (keys: readonly string[]) => {
      const hits = tools.categoriesBySlugs
        ? await tools.categoriesBySlugs(keys)
        : await searchEach(keys, (key) => tools.searchCategories(key, never));
      return hits.map((hit) => [hit.slug, hit] as const);
    },
    [tools],
  );
  return useFound(slugs, find);
}

export function usePages(paths: readonly string[]): Found<PageHit> {
  const tools = useFieldTools();
  const find = useCallback(
    async (keys: readonly string[]) =>
      (await searchEach(keys, (key) => tools.searchPages(key, never))).map((hit) => [hit.path, hit] as const),
    [tools],
  );
  return useFound(paths, find);
}

async function searchEach<H>(
  keys: readonly string[],
  search: (key: string) => Promise<readonly H[]>,
): Promise<readonly H[]> {
  return (await Promise.all(keys.map(search))).flat();
}
