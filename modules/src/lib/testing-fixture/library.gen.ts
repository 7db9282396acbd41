// Written by `npm run generate`; do not edit.
import type { RegisteredModule } from '@vitrine/modules';
import counterCss from './counter/counter.module.css?inline';
import { counter } from './counter/counter.module.ts';
import { presets as counterPresets } from './counter/counter.presets.ts';
import { CounterView } from './counter/counter.view.tsx';
import teaserCss from './teaser/teaser.module.css?inline';
import { teaser } from './teaser/teaser.module.ts';
import { presets as teaserPresets } from './teaser/teaser.presets.ts';
import { TeaserView } from './teaser/teaser.view.tsx';

/** Every module of the library with what is needed to render it. */
export const library: readonly RegisteredModule[] = [
  { module: counter, view: CounterView, css: counterCss, presets: counterPresets },
  { module: teaser, view: TeaserView, css: teaserCss, presets: teaserPresets },
];
