const STYLES = 'theme:';

/** How the styles of a theme are called among what is published and planned; no document has such an id. */
export function stylesItem(theme: string): string {
  return STYLES + theme;
}

/** The id of the theme whose styles an item is. */
export function themeOfStyles(item: string): string {
  return item.slice(STYLES.length);
}
