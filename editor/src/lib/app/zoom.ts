/** Sizes at which a page can be looked at; 1 = as shoppers see it. */
export const zoomSteps: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2];

/** The next larger or smaller size, from any. */
export function nextZoom(from: number, by: 1 | -1): number {
  // What fits into the window is rarely a round number; one that looks the same is not another step.
  const isBeyond = (step: number) => (step - from) * by > 0.01;
  const step = by === 1 ? zoomSteps.find(isBeyond) : zoomSteps.findLast(isBeyond);
  return step ?? (by === 1 ? Math.max(from, zoomSteps.at(-1)!) : Math.min(from, zoomSteps[0]!));
}

export function zoomWords(zoom: number | 'fit'): string {
  return zoom === 'fit' ? 'Fit' : `${Math.round(zoom * 100)} %`;
}
