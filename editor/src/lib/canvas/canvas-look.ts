import { NOTHING_PERSONAL } from './measure.ts';

/** Style rules of what the editor itself puts onto a canvas. */
export const canvasLook = [
  'vt-nothing,vt-waiting{display:block;box-sizing:border-box;margin:8px;padding:20px 16px;border:1px dashed color-mix(in srgb,currentColor 40%,transparent);border-radius:8px;font:14px/1.5 system-ui,sans-serif;text-align:center;opacity:.75}',
  `${NOTHING_PERSONAL}{display:block;position:absolute;width:0;height:0}`,
  'vt-waiting{animation:vt-waiting 1.2s ease-in-out infinite alternate}',
  '@keyframes vt-waiting{to{opacity:.4}}',
  '@media (prefers-reduced-motion:reduce){vt-waiting{animation:none}}',
  'body,body *{cursor:default}',
  // A finger that rests takes hold of a module, and not of words.
  '@media (pointer:coarse){body *{-webkit-user-select:none;user-select:none;-webkit-touch-callout:none}[data-vt-held],[data-vt-held] *{-webkit-user-select:text;user-select:text}}',
  '[data-vt-held],[data-vt-held] *{cursor:text;outline:none}',
].join('\n');
