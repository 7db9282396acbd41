// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'hero');
export default { title: 'Modules/Hero', ...meta };
export const BesideThePicture = story('Beside the picture');
export const PictureOnTheLeftAccent = story('Picture on the left, accent');
export const OnThePicture = story('On the picture');
export const AboveThePicture = story('Above the picture');
export const LongGermanWordsNoPicture = story('Long German words, no picture');
