import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  ssr: true,
  // The storefront is documents; only the few application routes hydrate, and they are all known at build time.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
