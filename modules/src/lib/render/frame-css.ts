/** Style rules of the elements this package puts around and into modules. Belongs on every page, before the modules' own. */
export const frameCss = [
  'vt-island,vt-slot{display:contents}',
  'vt-fallback:not([hidden]){display:block}',
  '.vt-hidden:not(:focus):not(:active){position:absolute;width:1px;height:1px;margin:-1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}',
].join('\n');
