import type { Editor } from './editor.ts';

/** The path the canvas shows, without the prefix of its language: the shop may have led on from the one it was asked for. */
export function pathOnCanvas(editor: Editor): string {
  const shown = editor.frame?.contentWindow?.location.pathname;
  const asked = editor.canvasAddress().split('?')[0]!;
  return withoutLocale(decodeURI(shown ?? asked), editor);
}

function withoutLocale(path: string, editor: Editor): string {
  const { locale } = editor.view.get();
  if (locale === editor.baseLocale) return path;
  const prefix = `/${locale.toLowerCase()}`;
  return path.toLowerCase() === prefix || path.toLowerCase().startsWith(`${prefix}/`)
    ? path.slice(prefix.length) || '/'
    : path;
}
