import { Loader, SegmentedControl } from '@mantine/core';
import type { PageNode } from '@vitrine/content';
import { type Ref, useCallback, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { widths } from '../../app/editor.ts';
import { useEditor } from '../../app/editor-context.tsx';
import type { ChangeGroup } from './change-groups.ts';
import { CurtainHandle } from './curtain-handle.tsx';
import css from './history.module.css';
import type { InstanceRect } from './instance-rects.ts';
import { type Mark, StaticFrame } from './static-frame.tsx';
import { useScaledWidth } from './use-scaled-width.ts';
import { type StaticState, useStatic } from './use-static.ts';

export interface ComparisonHandle {
  /** Scrolls to a module. */
  show(node: string): void;
}

export interface ComparisonProps {
  readonly before: readonly PageNode[];
  readonly after: readonly PageNode[];
  /** The version is what shoppers saw: it is shown in the styles they see, and not in drafted ones. */
  readonly isPublished: boolean;
  readonly groups: readonly ChangeGroup[];
  readonly shown: string | undefined;
  readonly ref: Ref<ComparisonHandle>;
}

const GAP = 16;

/** The version and now, as shoppers would see them: beside each other, or one drawn over the other like a curtain. */
export function Comparison({ before, after, isPublished, groups, shown, ref }: ComparisonProps) {
  const editor = useEditor();
  const [look, setLook] = useState<'beside' | 'curtain'>('beside');
  const [device, setDevice] = useState<'desktop' | 'phone'>('desktop');
  const [curtain, setCurtain] = useState(50);
  const address = editor.canvasAddress();
  const old = useStatic(isPublished ? inPublishedStyles(address) : address, before);
  const now = useStatic(address, after);
  const marks = useMemo(() => ({ old: marksOf(groups, 'added'), now: marksOf(groups, 'removed') }), [groups]);
  const scroller = useRef<HTMLDivElement>(null);
  const rects = useRef({ old: new Map() as Rects, now: new Map() as Rects });
  const isBeside = look === 'beside';
  const width = widths[device];
  const scale = useScaledWidth(scroller, { width, parts: isBeside ? 2 : 1, gap: GAP });
  const keepOld = useCallback((found: Rects) => {
    rects.current.old = found;
  }, []);
  const keepNow = useCallback((found: Rects) => {
    rects.current.now = found;
  }, []);

  useImperativeHandle(ref, () => ({
    show(node) {
      const rect = rects.current.now.get(node) ?? rects.current.old.get(node);
      if (rect) scroller.current?.scrollTo({ top: Math.max(0, rect.y * scale - 80), behavior: 'smooth' });
    },
  }));

  const then = (
    <Side {...{ state: old, title: 'Then', marks: marks.old, onRects: keepOld, width, scale, shown }} />
  );
  const today = (
    <Side {...{ state: now, title: 'Now', marks: marks.now, onRects: keepNow, width, scale, shown }} />
  );

  return (
    <section className={css.comparison} aria-label="To compare">
      <div className={css.tools}>
        <SegmentedControl
          size="xs"
          aria-label="How it is compared"
          data={[
            { value: 'beside', label: 'Side by side' },
            { value: 'curtain', label: 'One over the other' },
          ]}
          value={look}
          onChange={(value) => setLook(value === 'curtain' ? 'curtain' : 'beside')}
        />
        <SegmentedControl
          size="xs"
          aria-label="Width of the page"
          data={[
            { value: 'desktop', label: 'Desktop' },
            { value: 'phone', label: 'Phone' },
          ]}
          value={device}
          onChange={(value) => setDevice(value === 'phone' ? 'phone' : 'desktop')}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keys. */}
      <div className={css.scroller} ref={scroller} tabIndex={0}>
        {isBeside ? (
          <div className={css.beside} style={{ gap: GAP }}>
            <div>
              <h3 className={css.sideTitle}>Then</h3>
              {then}
            </div>
            <div>
              <h3 className={css.sideTitle}>Now</h3>
              {today}
            </div>
          </div>
        ) : (
          <div className={css.curtain} style={{ width: width * scale }}>
            {today}
            <div className={css.over} style={{ clipPath: `inset(0 ${100 - curtain}% 0 0)` }}>
              {then}
            </div>
            <CurtainHandle value={curtain} onChange={setCurtain} />
          </div>
        )}
      </div>
    </section>
  );
}

/** A canvas without drafted styles. */
function inPublishedStyles(address: string): string {
  return `${address}&_styles=published`;
}

type Rects = ReadonlyMap<string, InstanceRect>;

function Side({
  state,
  ...frame
}: { state: StaticState } & Omit<React.ComponentProps<typeof StaticFrame>, 'html'>) {
  if (state.kind === 'made') return <StaticFrame html={state.html} {...frame} />;
  return (
    <div className={css.blank} style={{ width: frame.width * frame.scale }} role="status">
      {state.kind === 'waiting' ? (
        <Loader size="sm" role="img" aria-label="It is being made" />
      ) : (
        state.message
      )}
    </div>
  );
}

function marksOf(groups: readonly ChangeGroup[], without: ChangeGroup['change']): readonly Mark[] {
  return groups.flatMap(({ node, change }) =>
    node === undefined || change === without ? [] : [{ id: node, change }],
  );
}
