export { dataClient, startData } from './lib/data-client.ts';
export type { DataStart, DehydratedAnswers } from './lib/dehydrate.ts';
export type { AskedAnswer, UseActionOptions } from './lib/use-action.ts';
export { useAction } from './lib/use-action.ts';
export type { AskedChange } from './lib/use-mutate.ts';
export { useMutate } from './lib/use-mutate.ts';
