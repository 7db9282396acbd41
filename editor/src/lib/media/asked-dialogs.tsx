import { Modal } from '@mantine/core';
import { CropEditor } from './crop-editor.tsx';
import { ratioWords } from './crop-geometry.ts';
import { DeleteAssets } from './delete-assets.tsx';
import css from './library.module.css';
import { type Asking, useLibrary } from './library-context.ts';
import { RemoveFolder } from './remove-folder.tsx';

/** What is asked above the library. */
export function AskedDialogs({ asking, onClose }: { asking: Asking | undefined; onClose: () => void }) {
  const folder = useLibrary(({ folders }) =>
    asking?.kind === 'remove-folder' ? folders.find(({ id }) => id === asking.id) : undefined,
  );
  return (
    <>
      <Modal
        opened={asking?.kind === 'delete'}
        onClose={onClose}
        classNames={{ content: css.readable }}
        title={
          asking?.kind === 'delete' && asking.ids.length > 1
            ? `Delete ${asking.ids.length} files?`
            : 'Delete it?'
        }
      >
        {asking?.kind === 'delete' && <DeleteAssets ids={asking.ids} onClose={onClose} />}
      </Modal>
      <Modal
        opened={asking?.kind === 'crop'}
        onClose={onClose}
        classNames={{ content: css.readable }}
        size="xl"
        title={asking?.kind === 'crop' ? `Frame for ${ratioWords(asking.ratio)}` : ''}
      >
        {asking?.kind === 'crop' && <CropEditor id={asking.id} ratio={asking.ratio} onClose={onClose} />}
      </Modal>
      <Modal
        opened={folder !== undefined}
        onClose={onClose}
        classNames={{ content: css.readable }}
        title={`Delete the folder “${folder?.name ?? ''}”?`}
      >
        {folder && <RemoveFolder folder={folder} onClose={onClose} />}
      </Modal>
    </>
  );
}
