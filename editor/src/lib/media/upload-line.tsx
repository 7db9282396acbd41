import { ActionIcon, Button, Progress } from '@mantine/core';
import {
  IconAlertCircle,
  IconCircleCheck,
  IconClock,
  IconCloudOff,
  IconCopy,
  IconPlayerPause,
  IconPlayerPlay,
  IconUpload,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import { memo } from 'react';
import { assetName } from './asset-words.ts';
import { useLibraryTools } from './library-context.ts';
import { isOver, type UploadItem, type UploadState, uploadWords } from './upload-item.ts';
import css from './uploads.module.css';

const faces: Readonly<Record<UploadState['kind'], TablerIcon>> = {
  waiting: IconClock,
  sending: IconUpload,
  paused: IconPlayerPause,
  broken: IconCloudOff,
  checking: IconUpload,
  refused: IconAlertCircle,
  exists: IconCopy,
  created: IconCircleCheck,
  replaced: IconCircleCheck,
  unchanged: IconCopy,
};

export const UploadLine = memo(function UploadLine({ item }: { item: UploadItem }) {
  const { uploads } = useLibraryTools();
  const { id, file, state, sent } = item;
  const Face = faces[state.kind];
  const isOpen = !isOver(item);
  return (
    <li className={css.line} data-state={state.kind}>
      <Face size={16} stroke={1.5} className={css.face} aria-hidden />
      <div className={css.words}>
        <span className={css.name} title={file.name}>
          {file.name}
        </span>
        <span className={css.state} role={state.kind === 'refused' ? 'alert' : undefined}>
          {uploadWords(item)}
        </span>
        {(state.kind === 'sending' || state.kind === 'paused' || state.kind === 'broken') && (
          <Progress
            className={css.bar}
            size={4}
            mt={2}
            color={state.kind === 'sending' ? undefined : 'gray'}
            value={file.size === 0 ? 0 : (sent / file.size) * 100}
            aria-label={`${file.name}: part that has been sent`}
          />
        )}
      </div>
      <Answers item={item} />
      {(state.kind === 'sending' || state.kind === 'waiting') && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={`Pause ${file.name}`}
          onClick={() => uploads.pause(id)}
        >
          <IconPlayerPause size={14} stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
      {(state.kind === 'paused' || state.kind === 'broken') && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={`Resume ${file.name}`}
          onClick={() => uploads.resume(id)}
        >
          <IconPlayerPlay size={14} stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={isOpen ? `Cancel ${file.name}` : `Take ${file.name} off the list`}
        onClick={() => (isOpen ? uploads.cancel(id) : uploads.forget(id))}
      >
        <IconX size={14} stroke={1.5} aria-hidden />
      </ActionIcon>
    </li>
  );
});

/** What can be done with a file that has come. */
function Answers({ item: { id, state, replaces } }: { item: UploadItem }) {
  const { library, uploads, mayWrite } = useLibraryTools();
  if (!('asset' in state)) return null;
  const { asset } = state;
  const button = { size: 'compact-xs', variant: 'default' } as const;
  const show = () => library.showAsset(library.find(asset.id) ?? asset);
  if (state.kind !== 'exists')
    return (
      <Button {...button} variant="subtle" aria-label={`Show ${assetName(asset)}`} onClick={show}>
        Show
      </Button>
    );
  return (
    <>
      <Button
        {...button}
        onClick={() => {
          if (asset.trashedAt)
            void library
              .restore([asset.id])
              .then(() => library.get(asset.id))
              .then(({ asset: restored }) => library.showAsset(restored))
              .catch((error: Error) => library.state.set({ problem: error.message }));
          else show();
          uploads.forget(id);
        }}
      >
        {asset.trashedAt ? 'Restore it' : 'Use it'}
      </Button>
      {mayWrite && replaces === undefined && (
        <Button {...button} onClick={() => uploads.keepBoth(id)}>
          Keep both
        </Button>
      )}
    </>
  );
}
