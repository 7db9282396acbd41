import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import css from './crop.module.css';
import { CropFrame } from './crop-frame.tsx';
import { type Frame, frameAround, isForRatio, ratioWords } from './crop-geometry.ts';
import { CutPicture } from './cut-picture.tsx';
import { useLibraryTools } from './library-context.ts';

/** A frame is drawn on a picture for one ratio. */
export function CropEditor({ id, ratio, onClose }: { id: string; ratio: number; onClose: () => void }) {
  const { library } = useLibraryTools();
  const [asset] = useState(() => library.find(id));
  const size = { width: asset?.width ?? 1, height: asset?.height ?? 1 };
  const drawn = asset?.crops.find((crop) => isForRatio(crop, ratio));
  const [frame, setFrame] = useState<Frame>(drawn ?? frameAround(size, ratio, asset?.focalPoint));
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  if (!asset) return <Text size="sm">This file is not in the library any more.</Text>;
  const save = (kept: Frame | undefined) => {
    const rest = asset.crops.filter((crop) => !isForRatio(crop, ratio));
    const { x, y, w, h } = kept ?? frame;
    setBusy(true);
    library
      .change(id, { crops: kept ? [...rest, { ratio, x, y, w, h }] : rest })
      .then(onClose, (error: Error) => {
        setProblem(error.message);
        setBusy(false);
      });
  };
  const pixels = `${Math.round(frame.w * size.width)} × ${Math.round(frame.h * size.height)} px`;
  return (
    <div className={css.editor}>
      <div className={css.columns}>
        <CropFrame asset={asset} size={size} ratio={ratio} frame={frame} onChange={setFrame} />
        <div className={css.side}>
          <Text size="sm" fw={600}>
            What shows at {ratioWords(ratio)}
          </Text>
          <CutPicture asset={asset} ratio={ratio} frame={frame} width={640} />
          <Text size="xs" c="var(--field-quiet)">
            {pixels}. Drag the frame, pull a corner, or use the arrow keys; + and − change its size.
          </Text>
        </div>
      </div>
      {problem !== undefined && (
        <Alert color="red" role="alert" title="The frame was not kept">
          {problem}
        </Alert>
      )}
      <Group justify="flex-end">
        {drawn && (
          <Button variant="subtle" color="gray" mr="auto" onClick={() => save(undefined)}>
            Remove the frame
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={isBusy} onClick={() => save(frame)}>
          Keep the frame
        </Button>
      </Group>
    </div>
  );
}
