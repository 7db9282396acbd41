import { runCli } from '@vitrine/cli';
import { project } from '../shop/vitrine.config.ts';

process.exitCode = await runCli({
  args: process.argv.slice(2),
  project,
  cwd: process.env.VITRINE_CWD ?? process.cwd(),
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
  terminal: process.stdout.isTTY,
});
