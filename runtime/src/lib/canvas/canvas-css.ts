/** Style rules of a canvas: the places of empty slots can be seen and hit. */
export const canvasCss = [
  'html{scroll-behavior:auto}',
  // Cross-document transitions would show an old page while the editor looks for the new one.
  '@view-transition{navigation:none}',
  'vt-slot:empty{display:block;box-sizing:border-box;min-height:72px;min-width:72px;border:1px dashed color-mix(in srgb,currentColor 35%,transparent);border-radius:6px;background:repeating-linear-gradient(45deg,transparent 0 6px,color-mix(in srgb,currentColor 4%,transparent) 6px 12px)}',
  // What belongs to the layout is there to be seen.
  '[data-vt-text]{outline:none;cursor:text}',
].join('\n');
