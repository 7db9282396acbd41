import type { Preview } from '@storybook/react-vite';
import type { RegisteredModule } from '@vitrine/modules';
import { frameCss } from '@vitrine/modules/render';
import { chooseView, type Theme, themeCss } from '@vitrine/themes';
import { plain } from '@vitrine/themes/library';
import { useLayoutEffect } from 'react';

const themes: Readonly<Record<string, Theme>> = { [plain.id]: plain };
const themeOf = (id: string | undefined): Theme => themes[id ?? ''] ?? plain;

const preview: Preview = {
  globalTypes: {
    theme: toolbar(
      'Theme',
      'paintbrush',
      Object.values(themes).map(({ id, name }) => [id, name]),
    ),
    locale: toolbar('Language', 'globe', [
      ['en', 'English'],
      ['de', 'Deutsch'],
    ]),
    currency: toolbar('Currency', 'credit', [
      ['EUR', 'Euro'],
      ['GBP', 'Pound'],
    ]),
    scheme: toolbar('Colours', 'mirror', [
      ['light', 'Light'],
      ['dark', 'Dark'],
    ]),
  },
  initialGlobals: {
    theme: plain.id,
    locale: 'en',
    currency: 'EUR',
    scheme: 'light',
  },
  parameters: {
    a11y: { test: 'error' },
    viewport: {
      options: {
        phone: { name: 'Phone, 360', styles: { width: '360px', height: '740px' }, type: 'mobile' },
        tablet: { name: 'Tablet, 768', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
        desktop: { name: 'Desktop, 1280', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
      },
    },
    backgrounds: { disable: true },
    controls: { expanded: true, sort: 'none' },
    choose: (registered: RegisteredModule, theme: string | undefined) =>
      chooseView(themeOf(theme), registered),
  },
  decorators: [
    (Story, { globals }) => {
      const { locale, scheme, theme } = globals as Record<string, string>;
      useLayoutEffect(() => {
        document.documentElement.lang = locale!;
        document.documentElement.dataset.scheme = scheme!;
      }, [locale, scheme]);
      return (
        <>
          <style>{`${frameCss}\n${themeCss(themeOf(theme))}`}</style>
          <Story />
        </>
      );
    },
  ],
};

export default preview;

type ToolbarArgType = NonNullable<Preview['globalTypes']>[string];
type Icon = NonNullable<NonNullable<ToolbarArgType['toolbar']>['icon']>;

function toolbar(
  title: string,
  icon: Icon,
  items: readonly (readonly [value: string, title: string])[],
): ToolbarArgType {
  return {
    description: title,
    toolbar: {
      title,
      icon,
      dynamicTitle: true,
      items: items.map(([value, label]) => ({ value, title: label })),
    },
  };
}
