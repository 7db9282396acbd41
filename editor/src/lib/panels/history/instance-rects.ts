export interface InstanceRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where instances stand on a page that was made with marks around them, in pixels of the page. */
export function instanceRects(page: Document, ids: Iterable<string>): ReadonlyMap<string, InstanceRect> {
  const wanted = new Set(ids);
  const found = new Map<string, InstanceRect>();
  const begun = new Map<string, Comment>();
  const marks = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT);
  for (let mark = marks.nextNode() as Comment | null; mark; mark = marks.nextNode() as Comment | null) {
    const [, end, id] = /^(\/?)vt:(.+)$/.exec(mark.data) ?? [];
    if (id === undefined || !wanted.has(id)) continue;
    const start = begun.get(id);
    if (end === '') begun.set(id, mark);
    else if (start) found.set(id, rectBetween(page, start, mark));
  }
  return found;
}

function rectBetween(page: Document, start: Comment, end: Comment): InstanceRect {
  const range = page.createRange();
  range.setStartAfter(start);
  range.setEndBefore(end);
  const { x, y, width, height } = range.getBoundingClientRect();
  const { scrollX = 0, scrollY = 0 } = page.defaultView ?? {};
  return { x: x + scrollX, y: y + scrollY, width, height };
}
