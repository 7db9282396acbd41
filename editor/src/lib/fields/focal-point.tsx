import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { cropAround, middle, type Point, percent, pointAfterKey, pointIn } from './focal-geometry.ts';
import css from './focal-point.module.css';

export interface FocalPointProps {
  /** Address of the picture. */
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly point: Point | undefined;
  /** Width divided by height of the part that will show. */
  readonly ratio?: number;
  readonly onChange: (point: Point) => void;
  readonly isReadOnly: boolean;
}

/** A picture with the point that stays in sight when it is cropped. Written once, when the handle is let go. */
export function FocalPoint(props: FocalPointProps) {
  const { width, height, ratio, isReadOnly, onChange } = props;
  const picture = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Point>();
  const [isBroken, setBroken] = useState(false);
  const point = dragged ?? props.point ?? middle;
  const crop = ratio && cropAround({ width, height }, ratio, point);

  const follow = (event: PointerEvent) => {
    if (picture.current) setDragged(pointIn(picture.current.getBoundingClientRect(), event));
  };
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (isReadOnly || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    follow(event);
  };
  const end = () => {
    if (dragged) onChange(dragged);
    setDragged(undefined);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && dragged) {
      event.stopPropagation();
      return setDragged(undefined);
    }
    const next = isReadOnly ? undefined : pointAfterKey(point, event.key, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    onChange(next);
  };
  return (
    <div className={css.frame}>
      <div
        ref={picture}
        className={css.picture}
        style={{
          aspectRatio: `${width} / ${height}`,
          width: `min(100%, ${Math.round((180 * width) / height)}px)`,
        }}
        data-read-only={isReadOnly || undefined}
        onPointerDown={begin}
        onPointerMove={dragged && follow}
        onPointerUp={end}
        onPointerCancel={() => setDragged(undefined)}
      >
        {isBroken ? (
          <span className={css.broken}>This picture cannot be loaded.</span>
        ) : (
          <img src={props.src} alt={props.alt} draggable={false} onError={() => setBroken(true)} />
        )}
        {crop && (
          <span
            className={css.crop}
            style={{
              left: percent(crop.left),
              top: percent(crop.top),
              width: percent(crop.width),
              height: percent(crop.height),
            }}
          />
        )}
        <button
          type="button"
          className={css.handle}
          style={{ left: percent(point.x), top: percent(point.y) }}
          aria-label={`Focal point: ${percent(point.x)} from the left, ${percent(point.y)} from the top. Arrow keys move it.`}
          aria-disabled={isReadOnly}
          onKeyDown={press}
        />
      </div>
    </div>
  );
}
