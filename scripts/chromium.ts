import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

// First the one without windows: what it opens costs a seventh of the time.
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Path of a Chromium on this machine, `undefined` when there is none. `VITRINE_CHROMIUM` names one outright. */
export function findChromium(): string | undefined {
  const named = process.env.VITRINE_CHROMIUM;
  if (named) {
    if (!existsSync(named))
      throw new Error(`VITRINE_CHROMIUM is "${named}", where there is no file. Unset it or correct it.`);
    return named;
  }
  return [chromium.executablePath(), ...places].find((path) => path && existsSync(path));
}

function run(command: string, args: string[]): boolean {
  console.log(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** Finds a Chromium, installing one when there is none: Playwright's own, else the system's package as root. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found; installing one for the browser tests …');
  const ways = [
    () => run('playwright', ['install', 'chromium']),
    () =>
      process.getuid?.() === 0 &&
      existsSync('/usr/bin/apt-get') &&
      run('apt-get', ['update']) &&
      (run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell']) ||
        run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])),
  ];
  for (const way of ways) {
    if (!way()) continue;
    const path = findChromium();
    if (path) return path;
  }
  throw new Error(
    'The browser tests need Chromium, and it could not be installed. Install it and set VITRINE_CHROMIUM to its path.',
  );
}
