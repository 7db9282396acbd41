import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'peers');

/** Installs the peers into their own folder, once; they are no part of the product's own installation. */
export async function installPeers(): Promise<void> {
  process.env.VITRINE_PEERS = folder;
  if (existsSync(join(folder, 'node_modules', '@puckeditor', 'core'))) return;
  console.log('Installing the peers that are measured beside us …');
  const done = spawnSync('npm', ['install'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error('The peers could not be installed; npm said why above.');
}
