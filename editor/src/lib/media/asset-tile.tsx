import { IconAlertTriangle, IconMovie, IconPhotoOff } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, memo, useState } from 'react';
import type { MediaAsset } from '../media-api/media-wire.ts';
import { assetName, formatWords, sizeWords } from './asset-words.ts';
import { lacksAlt } from './chosen-image.ts';
import css from './grid.module.css';
import { useLibraryTools } from './library-context.ts';
import { pictureOf } from './picture-of.ts';
import type { DragSource } from './use-asset-drag.tsx';

export interface AssetTileProps {
  readonly asset: MediaAsset;
  readonly isSelected: boolean;
  readonly isFocusable: boolean;
  readonly isMoving: boolean;
  readonly onSelect: (id: string, event: MouseEvent | KeyboardEvent) => void;
  readonly onChoose: (id: string) => void;
  readonly source: DragSource;
}

export const AssetTile = memo(Tile);

function Tile({ asset, isSelected, isFocusable, isMoving, onSelect, onChoose, source }: AssetTileProps) {
  const { locales } = useLibraryTools();
  const isMissing = lacksAlt(asset, locales[0] ?? 'en');
  const facts =
    asset.width && asset.height
      ? `${formatWords(asset.mime)} · ${asset.width} × ${asset.height}`
      : `${formatWords(asset.mime)} · ${sizeWords(asset.bytes)}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it hears the keys.
    <div
      role="option"
      className={css.tile}
      data-asset={asset.id}
      data-moving={isMoving || undefined}
      aria-selected={isSelected}
      aria-label={`${assetName(asset)}, ${facts}${isMissing ? ', without alternative text' : ''}`}
      tabIndex={isFocusable ? 0 : -1}
      onClick={(event) => onSelect(asset.id, event)}
      onDoubleClick={() => onChoose(asset.id)}
      {...source(asset)}
    >
      <Thumbnail key={asset.revision} asset={asset} />
      {isMissing && (
        <span className={css.missing} title="Without alternative text">
          <IconAlertTriangle size={14} stroke={2} aria-hidden />
        </span>
      )}
      <span className={css.name} title={asset.name}>
        {assetName(asset)}
      </span>{' '}
      <span className={css.facts}>{facts}</span>
    </div>
  );
}

function Thumbnail({ asset }: { asset: MediaAsset }) {
  const [isBroken, setBroken] = useState(false);
  return (
    <span className={css.picture}>
      {asset.kind === 'film' ? (
        <IconMovie size={36} stroke={1.25} aria-hidden />
      ) : isBroken || asset.trashedAt ? (
        <IconPhotoOff size={36} stroke={1.25} aria-hidden />
      ) : (
        <img
          src={pictureOf(asset, 320)}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setBroken(true)}
        />
      )}
    </span>
  );
}
