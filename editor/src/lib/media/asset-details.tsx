import { Button } from '@mantine/core';
import { IconMovie, IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { timeAgo } from '../app/when.ts';
import type { MediaAsset } from '../media-api/media-wire.ts';
import { AssetActions } from './asset-actions.tsx';
import { AssetCuts } from './asset-cuts.tsx';
import { AssetFacts } from './asset-facts.tsx';
import { AssetUses } from './asset-uses.tsx';
import { AssetVersions } from './asset-versions.tsx';
import { AssetWords } from './asset-words-form.tsx';
import css from './details.module.css';
import { useLibraryTools } from './library-context.ts';
import { filmOf, pictureOf } from './picture-of.ts';
import { useAssetDetails } from './use-asset-details.ts';

export function AssetDetails({ asset }: { asset: MediaAsset }) {
  const { versions, uses, problem, retry } = useAssetDetails(asset);
  const { mayWrite } = useLibraryTools();
  const isReadOnly = !mayWrite || asset.trashedAt !== undefined;
  return (
    <div className={css.details}>
      <Preview key={asset.revision} asset={asset} />
      <h2 className={css.title} title={asset.name}>
        {asset.name}
      </h2>
      {asset.trashedAt && (
        <p className={css.trashed}>
          In the trash since {timeAgo(new Date(asset.trashedAt))}. Pages show nothing in its place.
        </p>
      )}
      <AssetActions asset={asset} />
      <AssetWords asset={asset} isReadOnly={isReadOnly} />
      {asset.kind === 'picture' && !asset.trashedAt && <AssetCuts asset={asset} isReadOnly={isReadOnly} />}
      {problem !== undefined && (
        <div className={css.problem} role="alert">
          {problem}{' '}
          <Button size="compact-xs" variant="light" color="red" onClick={retry}>
            Try again
          </Button>
        </div>
      )}
      <AssetUses uses={uses} />
      <AssetFacts asset={asset} />
      <AssetVersions asset={asset} versions={versions} isReadOnly={isReadOnly} />
    </div>
  );
}

function Preview({ asset }: { asset: MediaAsset }) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken || asset.trashedAt)
    return (
      <div className={css.preview}>
        {asset.kind === 'film' ? (
          <IconMovie size={40} stroke={1.25} aria-hidden />
        ) : (
          <IconPhotoOff size={40} stroke={1.25} aria-hidden />
        )}
        {isBroken && <span>It cannot be shown here.</span>}
      </div>
    );
  if (asset.kind === 'film')
    return (
      <div className={css.preview}>
        {/* biome-ignore lint/a11y/useMediaCaption: it is shown as it was uploaded, without words of its own. */}
        <video
          src={filmOf(asset)}
          controls
          preload="metadata"
          aria-label={asset.name}
          onError={() => setBroken(true)}
        />
      </div>
    );
  return (
    <a
      className={css.preview}
      href={pictureOf(asset, 1920)}
      target="_blank"
      rel="noreferrer"
      aria-label="Open it large in a new tab"
    >
      <img
        src={pictureOf(asset, 960)}
        alt=""
        width={asset.width}
        height={asset.height}
        onError={() => setBroken(true)}
      />
    </a>
  );
}
