import { useMediaQuery } from '@mantine/hooks';

/** Narrower than this a page and its panels do not fit side by side; style sheets say it too. */
const NARROW = '(max-width: 720px)';

/** Whether panels are shown in place of the page, one at a time. SPEC rule PHONE-1. */
export function useIsPhone(): boolean {
  return useMediaQuery(NARROW, isPhone(), { getInitialValueInEffect: false });
}

export function isPhone(): boolean {
  return typeof matchMedia === 'function' && matchMedia(NARROW).matches;
}
