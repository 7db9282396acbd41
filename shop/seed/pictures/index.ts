import { departmentHandles, departmentPicture } from './departments.ts';
import { giftCardPicture } from './gift-card.ts';
import { icon, mark, wordmark } from './logo.ts';
import { dawnTable, headland, rainWalk, winterTable, workshop } from './scenes.ts';
import { lookOf, subjects } from './subjects.ts';
import { portrait } from './views.ts';

export interface SeedPicture {
  /** Path below the shop's image address. */
  readonly src: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

interface Recipe {
  readonly width: number;
  readonly height: number;
  readonly draw: () => string;
}

/** Every picture of the demo shop, drawn. */
export function allPictures(): SeedPicture[] {
  return Object.entries(recipes()).map(([id, { width, height, draw }]) => ({
    src: `demo/${id}.svg`,
    svg: draw(),
    width,
    height,
  }));
}

/** The picture with this id (`tide-mug-ochre-1` for `demo/tide-mug-ochre-1.svg`), as SVG. The same every time. */
export function renderPicture(id: string): string {
  const recipe = recipes()[id];
  if (!recipe) throw new Error(`There is no picture "${id}". pictureIds() lists what there is.`);
  return recipe.draw();
}

/** Ids of all pictures, in a stable order. */
export function pictureIds(): string[] {
  return Object.keys(recipes());
}

function recipes(): Record<string, Recipe> {
  const products = Object.entries(subjects).flatMap(([handle, subject]) =>
    subject.colours.flatMap((colour) =>
      ([1, 2, 3] as const).map((view) => [
        `${handle}-${colour}-${view}`,
        upright(() => portrait({ ...subject, look: lookOf(subject, colour) }, view)),
      ]),
    ),
  );
  const departments = departmentHandles.map((handle) => [
    `department-${handle}`,
    upright(() => departmentPicture(handle)),
  ]);
  return {
    ...Object.fromEntries(products),
    ...Object.fromEntries(departments),
    'scene-dawn': { width: 2000, height: 1125, draw: dawnTable },
    'scene-winter-table': { width: 2000, height: 1125, draw: winterTable },
    'scene-workshop': { width: 2000, height: 1125, draw: workshop },
    'scene-rain-walk': { width: 2000, height: 1125, draw: rainWalk },
    'scene-headland': { width: 2000, height: 1125, draw: headland },
    'gift-card': upright(giftCardPicture),
    wordmark: { width: 720, height: 200, draw: wordmark },
    mark: { width: 512, height: 512, draw: mark },
    favicon: { width: 64, height: 64, draw: icon },
  };
}

function upright(draw: () => string): Recipe {
  return { width: 1200, height: 1500, draw };
}
