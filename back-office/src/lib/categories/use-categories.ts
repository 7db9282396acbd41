import type { StaffCategoryView } from '@vitrine/commerce-engine/client';
import { useAnswer } from '../asking/use-answer.ts';

/** All categories in the order of the menu. */
export function useCategories() {
  return useAnswer<{ readonly categories: readonly StaffCategoryView[] }>('/categories');
}

/** Those among which it may stand: in no category that is itself or below it. */
export function othersThan(
  category: StaffCategoryView,
  categories: readonly StaffCategoryView[],
): readonly StaffCategoryView[] {
  const parents = new Map(categories.map(({ id, parentId }) => [id, parentId]));
  const isWithin = (id: string | undefined): boolean =>
    id !== undefined && (id === category.id || isWithin(parents.get(id)));
  return categories.filter(({ id, hierarchy }) => hierarchy === category.hierarchy && !isWithin(id));
}

/** Choices of a select: `– – Mugs`. */
export function asChoices(categories: readonly StaffCategoryView[]) {
  return categories.map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth)}${name}` }));
}
