// Runs a task of this repository on any machine with Node 20 or newer and npm: installs what is missing,
// then goes on under the Node version the lockfile pins. Nothing outside Node's own library may be used here.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [task, ...rest] = process.argv.slice(2);

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

function installWhatIsMissing() {
  // npm writes this file last, whoever installed: it is there and newer than the lockfile when nothing is missing.
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  )
    return;
  console.log('Installing packages (once; about a minute) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    fail('Installing packages failed; npm said why above. Fix that and run the same command again.');
  }
}

function nodeToUse() {
  const suffix = process.platform === 'win32' ? 'node.exe' : join('bin', 'node');
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const pinned = join(root, 'node_modules', name, suffix);
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 22)) return process.execPath;
  return fail(
    `Vitrine needs Node 22.22 or newer on ${process.platform}-${process.arch}, where npm carries no Node of its own; ` +
      `this is ${process.version}. Install a newer Node and run the same command again.`,
  );
}

if (!task || !existsSync(join(root, 'scripts', `${task}.ts`))) {
  fail(`No task named "${task ?? ''}". The tasks are the scripts in package.json; start with: npm start`);
}
installWhatIsMissing();
const node = nodeToUse();
const env = {
  ...process.env,
  PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  STORYBOOK_DISABLE_TELEMETRY: '1',
};
const child = spawn(
  node,
  ['--disable-warning=ExperimentalWarning', join(root, 'scripts', `${task}.ts`), ...rest],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, VITRINE_CWD: process.env.INIT_CWD ?? process.cwd() },
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
