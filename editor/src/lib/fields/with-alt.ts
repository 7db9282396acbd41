import type { ImageValue } from '@vitrine/modules';

/** In another language no words of its own means those of the first one. */
export function withAlt(value: ImageValue, key: 'alt' | `alt@${string}`, alt: string): ImageValue {
  if (key === 'alt' || alt !== '') return { ...value, [key]: alt };
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as unknown as ImageValue;
}
