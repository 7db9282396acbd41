import type { AnyModule } from './define-module.ts';
import { localeChain } from './locale-chain.ts';
import { words } from './words.ts';

/** Texts by key, all of one locale. JSON: an island's table travels to the browser. */
export type MessageTable = Readonly<Record<string, string>>;

export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The module's `t` in a locale. A text missing there is taken from the language, the fallbacks, then English. */
export function translate(
  module: Pick<AnyModule, 'messages'>,
  locale: string,
  fallbackLocales: readonly string[] = [],
): Translate {
  return createTranslator(messageTable(module, locale, fallbackLocales), locale);
}

/** All texts a module can say in a locale, its fallbacks and the common words merged in. */
export function messageTable(
  module: Pick<AnyModule, 'messages'>,
  locale: string,
  fallbackLocales: readonly string[] = [],
): MessageTable {
  const chain = [...new Set([...localeChain(locale, fallbackLocales), 'en'])].reverse();
  return Object.assign(
    {},
    ...chain.map((each) => words[each]),
    ...chain.map((each) => module.messages?.[each]),
  );
}

/**
 * `t` over a table. `{name}` becomes the value of that name, numbers written as the locale writes them. With a `count` among the
 * values, `cart.items` means `cart.items.one`, `cart.items.other` … by the locale's plural rules. An unknown key is answered
 * with itself, so that a missing text is seen and breaks nothing.
 */
export function createTranslator(table: MessageTable, locale: string): Translate {
  return (key, values = {}) => {
    const text = table[key] ?? pluralText(table, locale, key, values.count) ?? key;
    return text.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
    });
  };
}

function pluralText(
  table: MessageTable,
  locale: string,
  key: string,
  count: string | number | undefined,
): string | undefined {
  if (typeof count !== 'number') return undefined;
  return table[`${key}.${new Intl.PluralRules(locale).select(count)}`] ?? table[`${key}.other`];
}
