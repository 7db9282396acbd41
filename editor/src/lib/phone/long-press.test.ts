import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LongPress } from './long-press.ts';

const at = (clientX: number, clientY: number) => ({ clientX, clientY });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('[PHONE-3] a finger that rests, and at most trembles, takes hold; once', () => {
  const press = new LongPress();
  const hold = vi.fn();
  press.begin(at(10, 10), hold);
  expect(press.isResting(at(14, 13))).toBe(true);
  vi.advanceTimersByTime(400);
  expect(hold).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2000);
  expect(hold).toHaveBeenCalledTimes(1);
  expect(press.isResting(at(10, 10))).toBe(false);
});

test('[PHONE-3] one that moves away, or is lifted, does not', () => {
  for (const end of [
    (press: LongPress) => press.isResting(at(10, 40)),
    (press: LongPress) => press.end(),
    (press: LongPress) => press.begin(at(90, 90), () => {}),
  ]) {
    const press = new LongPress();
    const hold = vi.fn();
    press.begin(at(10, 10), hold);
    end(press);
    vi.advanceTimersByTime(2000);
    expect(hold).not.toHaveBeenCalled();
  }
});
