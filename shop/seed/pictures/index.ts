import { lookOf, subjects } from './subjects.ts';
import { portrait, type ViewNumber } from './views.ts';

export interface SeedPicture {
  /** Path below the shop's image address. */
  readonly src: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Ids of all pictures, in a stable order. */
export function pictureIds(): string[] {
  return Object.entries(subjects).flatMap(([handle, subject]) => subject.colours.flatMap((colour) => [1, 2, 3].map((view) => `${handle}-${colour}-${view}`)));
}

/** The picture with this id, as SVG. The same every time. */
export function renderPicture(id: string): string {
  for (const [handle, subject] of Object.entries(subjects)) {
    for (const colour of subject.colours) {
      for (const view of [1, 2, 3] as const satisfies readonly ViewNumber[]) {
        if (id === `${handle}-${colour}-${view}`) return portrait({ draw: subject.draw, look: lookOf(subject, colour), setting: subject.setting }, view);
      }
    }
  }
  throw new Error(`There is no picture "${id}". pictureIds() lists what there is.`);
}

/** Every picture of the demo shop, drawn. */
export function allPictures(): SeedPicture[] {
  return pictureIds().map((id) => ({ src: `demo/${id}.svg`, svg: renderPicture(id), width: 1200, height: 1500 }));
}
