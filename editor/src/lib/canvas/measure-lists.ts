import type { CanvasRect, CanvasSource, MeasuredList } from './canvas-door.ts';
import type { CanvasPage } from './canvas-page.ts';
import { rectOfPlace, rectOfSlot, unionOf } from './measure.ts';

/** Every list on the page with its items, measured in one go: nothing is changed in between, so the page is laid out once. */
export function measureLists(source: CanvasSource, page: CanvasPage): readonly MeasuredList[] {
  const lists: MeasuredList[] = [];
  measure(undefined, undefined, undefined);
  return lists;

  function measure(parent: string | undefined, slot: string | undefined, element: Element | undefined): void {
    const items = source.children(parent, slot).flatMap((id): { id: string; rect: CanvasRect }[] => {
      const place = page.place(id);
      const rect = place && rectOfPlace(place);
      return rect ? [{ id, rect }] : [];
    });
    const around = unionOf(items.map(({ rect }) => rect));
    const rect = (element && rectOfSlot(element)) ?? around ?? page.rootRect();
    if (rect) lists.push({ parent, slot, rect: around && element ? unionOf([around, rect])! : rect, items });
    for (const { id } of items) for (const [name, own] of page.place(id)!.slots) measure(id, name, own);
  }
}
