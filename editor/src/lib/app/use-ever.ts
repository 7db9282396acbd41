import { useState } from 'react';

/** Whether something has been so since this was first on the screen. */
export function useEver(now: boolean): boolean {
  const [ever, setEver] = useState(now);
  if (now && !ever) setEver(true);
  return ever || now;
}
