import type { MediaAsset } from '../media-api/media-wire.ts';
import type { Frame } from './crop-geometry.ts';
import css from './details.module.css';
import { pictureOf } from './picture-of.ts';

/** What a frame shows of a picture. */
export function CutPicture({
  asset,
  ratio,
  frame,
  width = 320,
}: {
  asset: MediaAsset;
  ratio: number;
  frame: Frame;
  width?: number;
}) {
  return (
    <span className={css.cutPicture} style={{ aspectRatio: String(ratio) }}>
      <img
        src={pictureOf(asset, width)}
        alt=""
        draggable={false}
        style={{
          width: `${100 / frame.w}%`,
          height: `${100 / frame.h}%`,
          left: `${(-100 * frame.x) / frame.w}%`,
          top: `${(-100 * frame.y) / frame.h}%`,
        }}
      />
    </span>
  );
}
