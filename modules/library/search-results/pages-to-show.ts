/** First, last, and the neighbours of the current page, in order; `undefined` stands for pages left out. */
export function pagesToShow(page: number, pages: number): readonly (number | undefined)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((number, at) => {
    const before = sorted[at - 1];
    if (before === undefined || number === before + 1) return [number];
    return number === before + 2 ? [before + 1, number] : [undefined, number];
  });
}
