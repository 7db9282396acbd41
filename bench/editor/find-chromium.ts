import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Path of a Chromium on this machine; `undefined` when there is none. */
export function findChromium(): string | undefined {
  const places = [process.env.VITRINE_CHROMIUM, chromium.executablePath(), '/usr/bin/chromium'];
  return places.find((path) => path && existsSync(path));
}
