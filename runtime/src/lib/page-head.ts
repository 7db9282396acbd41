import { hash } from 'node:crypto';
import { frameCss } from '@vitrine/modules/render';
import { canvasCss } from './canvas/canvas-css.ts';
import { escapeHtml, scriptJson } from './segments/escape-html.ts';
import { PartList } from './segments/part-list.ts';
import { headHtml } from './seo/head-html.ts';
import { speculationRules, viewTransitionCss } from './seo/speculation-rules.ts';
import type { HeadModel, PageFrame, PlannedInstance, RenderedPage } from './stages.ts';
import { VIEWED_SCRIPT } from './visitor/viewed.ts';

/** Files a page refers to, as the build named them. */
export interface PageAssets {
  /** Module script that wakes islands; only on pages that have any. */
  readonly islands?: string;
  /** Chunks the island script always needs, fetched beside it. */
  readonly islandImports?: readonly string[];
  /** Fonts of the first screen (woff2). */
  readonly fonts?: readonly string[];
  readonly icon?: string;
}

export interface PageHeadOptions {
  readonly head: HeadModel;
  readonly frame: PageFrame;
  readonly instances: readonly PlannedInstance[];
  readonly assets: PageAssets;
  readonly themeCss: string;
  /** Prefixes of all locales of the channel. */
  readonly prefixes: readonly string[];
  readonly trust: 'nonce' | 'hashes';
  /** The product the page shows, as the browser is to remember it. */
  readonly viewed?: string;
  /** Style rules of this page alone. */
  readonly ownCss?: string;
}

const HOUSE_CSS = frameCss + viewTransitionCss;

/**
 * Everything up to `<body>`. The style sheets of the modules on the page stand in it once each, so that nothing has to be
 * fetched before the page is drawn. Budget: 14 kB compressed for a page of the library.
 */
export function pageHead(options: PageHeadOptions): {
  readonly parts: PartList;
  readonly inline: RenderedPage['inline'];
} {
  const { head, frame, instances, assets, trust } = options;
  const ofModules = new Set(instances.map((instance) => instance.css));
  const { canvas } = frame;
  const ownCss = canvas ? canvasCss : (options.ownCss ?? '');
  const css = [options.themeCss, HOUSE_CSS, ...ofModules, ownCss].join('\n');
  const rules = scriptJson(speculationRules(options.prefixes));
  const hasIslands = !canvas && instances.some(({ module }) => module.island);
  const parts = new PartList();

  parts.html(
    [
      `<!doctype html><html lang="${escapeHtml(frame.shared.locale)}"><head><meta charset="utf-8">`,
      '<meta name="viewport" content="width=device-width,initial-scale=1">',
      headHtml(head, { locale: frame.shared.locale }),
      ...(assets.fonts ?? []).map(
        (font) => `<link rel="preload" href="${escapeHtml(font)}" as="font" type="font/woff2" crossorigin>`,
      ),
      assets.icon ? `<link rel="icon" href="${escapeHtml(assets.icon)}">` : '',
    ].join(''),
  );
  inline('style', css);
  if (canvas) {
    tag(`script type="module" src="${escapeHtml(canvas.script)}"`);
    parts.html('</script>');
  } else inline('script type="speculationrules"', rules);
  if (hasIslands && assets.islands) {
    for (const address of assets.islandImports ?? [])
      tag(`link rel="modulepreload" href="${escapeHtml(address)}"`);
    tag(`script type="module" src="${escapeHtml(assets.islands)}"`);
    parts.html('</script>');
  }
  if (options.viewed !== undefined)
    inline(`script data-viewed="${escapeHtml(options.viewed)}"`, VIEWED_SCRIPT);
  parts.html('</head>');

  return {
    parts,
    inline:
      trust === 'nonce'
        ? { kind: 'nonce' }
        : {
            kind: 'hashes',
            styles: [hashOf(css)],
            scripts: [rules, ...(options.viewed === undefined ? [] : [VIEWED_SCRIPT])].map(hashOf),
          },
  };

  function inline(opening: string, content: string): void {
    tag(opening);
    parts.html(`${content}</${opening.split(' ', 1)[0]}>`);
  }

  function tag(opening: string): void {
    if (trust === 'hashes') {
      parts.html(`<${opening}>`);
      return;
    }
    parts.html(`<${opening} nonce="`);
    parts.hole({ kind: 'nonce' });
    parts.html('">');
  }
}

function hashOf(text: string): string {
  return hash('sha256', text, 'base64');
}
