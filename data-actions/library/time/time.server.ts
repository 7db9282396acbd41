import { type Handler, handleAction } from '@vitrine/data-actions/server';
import { getTime } from './get-time.action.ts';

export function timeAnswers(): Handler[] {
  return [handleAction(getTime, async (inputs) => inputs.map(() => ({ now: Date.now() })))];
}
