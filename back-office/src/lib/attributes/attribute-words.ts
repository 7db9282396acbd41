import type { StaffAttributeView } from '@vitrine/commerce-engine/client';

export const typeWords: Readonly<Record<StaffAttributeView['type'], string>> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
};

/** What it holds: `Number in mm`. */
export function holdsWords({ type, unit }: Pick<StaffAttributeView, 'type' | 'unit'>): string {
  return unit === undefined ? typeWords[type] : `${typeWords[type]} in ${unit}`;
}
