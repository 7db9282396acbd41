import { createTheme } from '@mantine/core';

/** How our applications look: calm, small, dense. What it changes of the library's variables is in `look.css`. */
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
