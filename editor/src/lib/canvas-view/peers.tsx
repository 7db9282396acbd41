import { IconPointerFilled } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { usePeers } from '../presence/use-peers.ts';
import css from './canvas-view.module.css';
import { Box } from './overlay-box.tsx';

/** What others have selected, and their pointers. */
export function Peers({ scale }: { scale: number }) {
  const editor = useEditor();
  return usePeers((state) => state.peers).map(({ client, name, colour, selection, pointer }) => {
    const style = { '--peer': colour } as CSSProperties;
    const under = pointer && editor.canvas?.rectOf(pointer.id);
    return (
      <div key={client} style={style}>
        {selection.map((id, index) => {
          const rect = editor.canvas?.rectOf(id);
          return (
            <Box key={id} rect={rect} scale={scale} className={css.peer}>
              {index === 0 && (
                <span className={css.label} data-inside={(rect && rect.y * scale < 26) || undefined}>
                  {name}
                </span>
              )}
            </Box>
          );
        })}
        {under && pointer && (
          <div
            className={css.pointer}
            style={{
              transform: `translate(${(under.x + pointer.x * under.width) * scale}px, ${(under.y + pointer.y * under.height) * scale}px)`,
            }}
          >
            <IconPointerFilled size={14} />
            <span className={css.pointerName}>{name}</span>
          </div>
        )}
      </div>
    );
  });
}
