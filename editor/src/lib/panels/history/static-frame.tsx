import { useEffect, useRef, useState } from 'react';
import css from './history.module.css';
import { type InstanceRect, instanceRects } from './instance-rects.ts';

export interface Mark {
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
}

/** A page as it was made once, at its full height, with frames around what is different. */
export function StaticFrame({
  html,
  title,
  width,
  scale,
  marks,
  shown,
  onRects,
}: {
  html: string;
  title: string;
  width: number;
  scale: number;
  marks: readonly Mark[];
  shown: string | undefined;
  onRects: (rects: ReadonlyMap<string, InstanceRect>) => void;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(800);
  const [rects, setRects] = useState<ReadonlyMap<string, InstanceRect>>(new Map());
  const [loads, setLoads] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is measured again once it has loaded, and at another width.
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!page?.body || loads === 0) return;
    const measure = () => {
      setHeight(Math.max(200, Math.ceil(page.body.getBoundingClientRect().height)));
      const found = instanceRects(
        page,
        marks.map(({ id }) => id),
      );
      setRects(found);
      onRects(found);
    };
    measure();
    // Pictures and fonts come later.
    const observer = new ResizeObserver(measure);
    observer.observe(page.body);
    return () => observer.disconnect();
  }, [loads, marks, width]);

  return (
    <div className={css.page} style={{ width: width * scale, height: height * scale }}>
      <iframe
        ref={frame}
        title={title}
        tabIndex={-1}
        className={css.frame}
        sandbox="allow-same-origin"
        srcDoc={html}
        style={{ width, height, transform: `scale(${scale})` }}
        onLoad={() => setLoads((count) => count + 1)}
      />
      {marks.map(({ id, change }) => {
        const rect = rects.get(id);
        if (!rect || rect.height === 0) return null;
        return (
          <div
            key={id}
            className={css.mark}
            data-change={change}
            data-shown={id === shown || undefined}
            style={{
              left: rect.x * scale,
              top: rect.y * scale,
              width: rect.width * scale,
              height: rect.height * scale,
            }}
          />
        );
      })}
    </div>
  );
}
