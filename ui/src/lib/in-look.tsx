import { DEFAULT_THEME, MantineContext, MantineThemeContext, mergeMantineTheme } from '@mantine/core';
import { type ReactNode, useContext } from 'react';
import { look } from './look.ts';

const theme = mergeMantineTheme(DEFAULT_THEME, look);
/** As the library's own provider begins; nobody asks it for the colour scheme, see `colour-scheme-kept.ts`. */
const settings = {
  colorScheme: 'auto',
  setColorScheme: () => {},
  clearColorScheme: () => {},
  getRootElement: () => document.documentElement,
  classNamesPrefix: 'mantine',
  cssVariablesSelector: ':root',
  withStaticClasses: true,
} as const;

/**
 * Puts what is made of the component library into a window that did not begin with it. The window itself has the library's styles,
 * `look.css` and `followColourScheme`. Nothing is made or listened to for it: there is one around each part.
 */
export function InLook({ children }: { readonly children: ReactNode }) {
  if (useContext(MantineContext)) return children;
  return (
    <MantineContext value={settings}>
      <MantineThemeContext value={theme}>{children}</MantineThemeContext>
    </MantineContext>
  );
}
