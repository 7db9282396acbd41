import { checks } from './checks.ts';
import { runSteps } from './step.ts';

process.exitCode = (await runSteps(checks)) === 0 ? 0 : 1;
