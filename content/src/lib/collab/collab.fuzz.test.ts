import { expect, test } from 'vitest';
import { runFuzzSession } from './testing/fuzz-session.ts';

const sessions = Number(process.env.VITRINE_FUZZ_SESSIONS ?? 200);
const first = Number(process.env.VITRINE_FUZZ_SEED ?? 1);

test(`[DOCY-20] ${sessions} sessions of three people apart and together: all have the same page, and nothing is lost or doubled`, () => {
  for (let seed = first; seed < first + sessions; seed++) expect(runFuzzSession(seed)).toBeUndefined();
}, 3_600_000);
