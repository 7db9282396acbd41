/** For the style sheet of a preview: what stands last on it can be scrolled out from under the bar. */
export const previewCss = 'body:has(>[data-preview-bar=lying]){padding-block-end:7rem}';
