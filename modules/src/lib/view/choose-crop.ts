import type { ImageCrop } from '../fields/field.ts';

/** A crop further than this from the ratio asked for would lose more than it wins. */
const FURTHEST = Math.log(1.3);

/** The crop for the nearest ratio; `undefined` when none is near (a third more or less): the focal point decides then. */
export function chooseCrop(
  crops: readonly ImageCrop[] = [],
  ratio: number | undefined,
): ImageCrop | undefined {
  if (ratio === undefined) return undefined;
  const distance = (crop: ImageCrop) => Math.abs(Math.log(crop.ratio / ratio));
  const [nearest] = [...crops].sort((left, right) => distance(left) - distance(right));
  return nearest && distance(nearest) <= FURTHEST ? nearest : undefined;
}
