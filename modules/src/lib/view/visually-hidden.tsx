import type { ReactElement, ReactNode } from 'react';

/** Words for screen readers only. The class `vt-hidden` is in `frameCss`. */
export function VisuallyHidden({ children }: { children: ReactNode }): ReactElement {
  return <span className="vt-hidden">{children}</span>;
}
