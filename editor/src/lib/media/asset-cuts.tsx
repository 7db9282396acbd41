import { Button, Tooltip } from '@mantine/core';
import { IconCrop } from '@tabler/icons-react';
import { useState } from 'react';
import { FocalPoint } from '../fields/focal-point.tsx';
import type { MediaAsset } from '../media-api/media-wire.ts';
import { frameAround, isForRatio, ratioWords, shownRatios } from './crop-geometry.ts';
import { CutPicture } from './cut-picture.tsx';
import css from './details.module.css';
import { useLibraryTools } from './library-context.ts';
import { pictureOf } from './picture-of.ts';

/** What stays in sight where the picture is cut: around a point, or as somebody drew it. */
export function AssetCuts({ asset, isReadOnly }: { asset: MediaAsset; isReadOnly: boolean }) {
  const { library, pick, ask } = useLibraryTools();
  const [problem, setProblem] = useState<string>();
  const { id, width, height, focalPoint, crops } = asset;
  if (!width || !height) return null;
  const wanted = pick?.options.ratio;
  const ratios = shownRatios([...(wanted ? [wanted] : []), ...crops.map(({ ratio }) => ratio)]);
  const put = (point: { x: number; y: number } | null) => {
    setProblem(undefined);
    library.change(id, { focalPoint: point }).catch((error: Error) => setProblem(error.message));
  };
  return (
    <section className={css.section} aria-label="Cuts">
      <h3 className={css.heading}>
        Focal point
        {focalPoint && !isReadOnly && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => put(null)}>
            To the middle
          </Button>
        )}
      </h3>
      <FocalPoint
        key={asset.revision}
        src={pictureOf(asset, 640)}
        alt=""
        width={width}
        height={height}
        point={focalPoint}
        ratio={wanted}
        onChange={put}
        isReadOnly={isReadOnly}
      />
      {problem !== undefined && (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      )}
      <p className={css.hint}>
        It stays in sight wherever the picture is cut. Where that is not enough, draw a frame.
      </p>
      <ul className={css.cuts}>
        {ratios.map((ratio) => {
          const crop = crops.find((each) => isForRatio(each, ratio));
          const name = ratioWords(ratio);
          const isWanted = wanted !== undefined && isForRatio({ ratio }, wanted);
          return (
            <li key={ratio} className={css.cut} style={{ flexGrow: ratio }}>
              <CutPicture
                asset={asset}
                ratio={ratio}
                frame={crop ?? frameAround({ width, height }, ratio, focalPoint)}
              />
              <span className={css.cutName}>
                {name}
                {isWanted && ' here'}
                {!isReadOnly && (
                  <Tooltip label={crop ? 'Change the frame' : 'Draw a frame'}>
                    <Button
                      size="compact-xs"
                      px={4}
                      variant={crop ? 'light' : 'subtle'}
                      color={crop ? undefined : 'gray'}
                      aria-label={crop ? `Change the frame for ${name}` : `Draw a frame for ${name}`}
                      onClick={() => ask({ kind: 'crop', id, ratio })}
                    >
                      <IconCrop size={14} stroke={1.5} aria-hidden />
                    </Button>
                  </Tooltip>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
