import { type PointerEvent, useRef } from 'react';
import { type Point, percent } from '../fields/focal-geometry.ts';
import type { MediaAsset } from '../media-api/media-wire.ts';
import css from './crop.module.css';
import {
  type Corner,
  type Frame,
  frameAfterKey,
  movedFrame,
  type Pixels,
  pulledFrame,
} from './crop-geometry.ts';
import { pictureOf } from './picture-of.ts';

const corners: readonly Corner[] = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
];

export interface CropFrameProps {
  readonly asset: MediaAsset;
  readonly size: Pixels;
  readonly ratio: number;
  readonly frame: Frame;
  readonly onChange: (frame: Frame) => void;
}

/** The picture with the frame on it. */
export function CropFrame({ asset, size, ratio, frame, onChange }: CropFrameProps) {
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<{ readonly from: Point; readonly frame: Frame; readonly corner: Corner | undefined }>(
    undefined,
  );
  const pointOf = (event: PointerEvent): Point => {
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  };
  const hold = (corner: Corner | undefined) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { from: pointOf(event), frame, corner };
  };
  const follow = (event: PointerEvent) => {
    const hand = held.current;
    if (!hand) return;
    const to = pointOf(event);
    onChange(
      hand.corner
        ? pulledFrame(hand.frame, hand.corner, to, size, ratio)
        : movedFrame(hand.frame, { x: to.x - hand.from.x, y: to.y - hand.from.y }),
    );
  };
  const letGo = () => {
    held.current = undefined;
  };
  return (
    <div className={css.ground}>
      <div
        ref={box}
        className={css.picture}
        style={{
          aspectRatio: `${size.width} / ${size.height}`,
          width: `min(100%, calc(56vh * ${size.width / size.height}))`,
        }}
        onPointerMove={follow}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      >
        <img src={pictureOf(asset, 1280)} alt="" draggable={false} />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset has inputs in it; this has corners. */}
        <div
          role="group"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move the frame.
          tabIndex={0}
          data-autofocus
          className={css.frame}
          style={{
            left: percent(frame.x),
            top: percent(frame.y),
            width: percent(frame.w),
            height: percent(frame.h),
          }}
          aria-label={`Frame: ${percent(frame.x)} from the left, ${percent(frame.y)} from the top, ${percent(frame.w)} wide. Arrow keys move it, plus and minus change its size.`}
          onPointerDown={hold(undefined)}
          onKeyDown={(event) => {
            const next = frameAfterKey(frame, event.key, { isFast: event.shiftKey, size, ratio });
            if (!next) return;
            event.preventDefault();
            onChange(next);
          }}
        >
          {corners.map((corner) => (
            <span
              key={corner.join()}
              className={css.corner}
              data-x={corner[0]}
              data-y={corner[1]}
              onPointerDown={hold(corner)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
