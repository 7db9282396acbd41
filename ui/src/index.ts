export { ColourScheme } from './lib/colour-scheme.tsx';
export { ErrorFrame } from './lib/error-frame.tsx';
export { HintLayer, hint } from './lib/hint.tsx';
export { later } from './lib/later.tsx';
export { look, readableColours } from './lib/look.ts';
export { fetchMissedStyles, noteMissedStyles } from './lib/missed-styles.ts';
export { NewVersion } from './lib/new-version.tsx';
export { newerVersion } from './lib/newer-version.ts';
export { hasUnsaved, useUnsaved } from './lib/unsaved.ts';
