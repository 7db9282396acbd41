import { createElement, type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { identifierPrefix } from '../view/identifier-prefix.ts';
import { slotsOfIsland } from '../view/slot-content.tsx';
import type { PresetIsland } from './render-preset.ts';

/**
 * A rendered preset on a page, its islands awake, as a shopper has it. Throws into React when an island's first render in the
 * browser differs from its HTML.
 */
export function LivePreset({
  html,
  islands,
  css,
}: {
  html: string;
  islands: readonly PresetIsland[];
  css: string;
}): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<Error>();
  useLayoutEffect(() => {
    const element = host.current!;
    element.innerHTML = html;
    const roots = islands.map(({ id, view, props }) => {
      const island = element.querySelector(`vt-island[id="${CSS.escape(id)}"]`)!;
      return hydrateRoot(
        island,
        createElement(view, { ...props, slots: { ...props.slots, ...slotsOfIsland(island) } }),
        {
          identifierPrefix: identifierPrefix(id),
          onRecoverableError: (error) => setFailure(error as Error),
          onUncaughtError: (error) => setFailure(error as Error),
        },
      );
    });
    return () => {
      // A root may not be taken down while React renders.
      queueMicrotask(() => {
        for (const root of roots) root.unmount();
      });
    };
  }, [html, islands]);
  if (failure) throw failure;
  return (
    <>
      <style>{css}</style>
      <div ref={host} />
    </>
  );
}
