import { useMemo } from 'react';
import { putInSearch, useSearch } from '../address/location.ts';

/** By what a list is narrowed. It stands in the address: a reload, the way back and a colleague get the same list. */
export interface Filters<Name extends string = string> {
  readonly values: Readonly<Partial<Record<Name, string>>>;
  readonly isAny: boolean;
  set(values: Partial<Record<Name, string | undefined>>): void;
  clear(): void;
}

/** @param names of the filters, as they stand in the address. */
export function useFilters<Name extends string>(names: readonly Name[]): Filters<Name> {
  const search = useSearch();
  const joined = names.join();
  return useMemo(() => {
    const params = new URLSearchParams(search);
    const all = joined.split(',') as Name[];
    const given = all.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value] as const] : [];
    });
    return {
      values: Object.fromEntries(given) as Partial<Record<Name, string>>,
      isAny: given.length > 0,
      set: putInSearch,
      clear: () => putInSearch(Object.fromEntries(all.map((name) => [name, undefined]))),
    };
  }, [search, joined]);
}
