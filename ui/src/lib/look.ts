import { type CSSVariablesResolver, createTheme } from '@mantine/core';

/** How our applications look: calm, small, dense. */
export const look = createTheme({
  primaryColor: 'blue',
  // White letters on it can be read.
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: 'sm',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: { fontWeight: '600' },
  cursorType: 'pointer',
  // Without the components themselves, which come when they are needed.
  components: {
    // On its tinted ground the colour of an alert is too pale to be read.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
  },
});

/** Words that stand back can still be read, and those of a button under the pointer. */
export const readableColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#646d75',
    '--mantine-color-placeholder': '#6c757d',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-blue-light-color': '#155a96',
    '--mantine-color-red-light-color': '#aa2121',
  },
  dark: {
    '--mantine-color-dimmed': '#a0a0a0',
    '--mantine-color-placeholder': '#949494',
    '--mantine-color-error': '#ff8787',
  },
});
