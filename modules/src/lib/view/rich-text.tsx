import { createElement, type ReactElement } from 'react';

/** Formatted words: the value of a `richText` field, or HTML of the catalogue that was sanitised before. Nothing else. */
export function RichText({
  html,
  className,
  as = 'div',
}: {
  html: string;
  className?: string;
  as?: 'div' | 'section' | 'span';
}): ReactElement {
  return createElement(as, {
    className,
    dangerouslySetInnerHTML: { __html: html },
    suppressHydrationWarning: true,
  });
}
