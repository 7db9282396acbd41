import type { StorybookConfig } from '@storybook/react-vite';
import { cssModules } from '@vitrine/modules/vite';
import { mergeConfig } from 'vite';
import { shopFiles } from './shop-files.ts';

// The engine's own two example modules are there for its tests, not to be looked at.
const fixture = process.env.VITEST ? ['../modules/src/lib/testing-fixture/*/*.stories.tsx'] : [];

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../modules/library/*/*.stories.tsx', ...fixture],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Controls come from the modules' own schemas.
  typescript: { reactDocgen: false },
  viteFinal: (base) =>
    mergeConfig(base, { css: cssModules, plugins: [shopFiles()], build: { chunkSizeWarningLimit: 4000 } }),
};

export default config;
