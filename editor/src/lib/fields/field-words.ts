import type { Breakpoint } from '@vitrine/modules';
import { whenNeeded } from '../app/when-needed.ts';
import type { ValueOrigin } from './field-variant.ts';

export const widthNames: Readonly<Record<Breakpoint, string>> = {
  base: 'Phone',
  sm: 'Tablet',
  md: 'Laptop',
  lg: 'Desktop',
};

/** From which width a value holds. */
export const widthReach: Readonly<Record<Breakpoint, string>> = {
  base: 'all widths',
  sm: '600 px and wider',
  md: '900 px and wider',
  lg: '1200 px and wider',
};

const names = whenNeeded(() => new Intl.DisplayNames(['en'], { type: 'language' }));

/** `de` → `German`, `de-AT` → `Austrian German`; the code itself when nobody knows it. */
export function localeName(locale: string): string {
  try {
    return names().of(locale) ?? locale;
  } catch {
    return locale;
  }
}

/** Where an inherited value comes from: `from English`, `from Phone`, `from English, Phone`. */
export function originWords(origin: Extract<ValueOrigin, { readonly kind: 'inherited' }>): string {
  const parts = [
    origin.locale && localeName(origin.locale),
    origin.breakpoint && widthNames[origin.breakpoint],
  ];
  return `from ${parts.filter(Boolean).join(', ')}`;
}
