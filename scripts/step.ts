import { spawn } from 'node:child_process';

/** Runs one command to its end, its output shown. @returns its exit code. */
export function step(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

export interface Step {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
}

/** Runs the steps one after the other, all of them, and says at the end which failed. @returns how many did. */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  const failed: string[] = [];
  for (const one of steps) {
    console.log(`\n── ${one.title}`);
    const began = Date.now();
    const code = await step(one.command, one.args, one.env);
    console.log(
      `── ${one.title}: ${code === 0 ? 'passed' : `FAILED (exit code ${code})`} in ${((Date.now() - began) / 1000).toFixed(0)} s`,
    );
    if (code !== 0) failed.push(one.title);
  }
  console.log(`\n${failed.length === 0 ? 'Everything passed.' : `Failed: ${failed.join(' · ')}`}`);
  console.log(`${steps.length - failed.length} passed, ${failed.length} failed`);
  return failed.length;
}
