import { Avatar, Tooltip } from '@mantine/core';
import { useEditor } from '../app/editor-context.tsx';
import { scrollIntoView } from '../commands/edit.ts';
import { usePeers } from './use-peers.ts';

/** Who else is here. Pressing a face shows what that person is at. */
export function PeerFaces() {
  const editor = useEditor();
  const peers = usePeers();
  return (
    <Avatar.Group>
      {peers.slice(0, 5).map(({ client, name, colour, selection }) => (
        <Tooltip key={client} label={`Go to where ${name} is`}>
          <Avatar
            component="button"
            type="button"
            size={26}
            radius="xl"
            aria-label={`${name}: go there`}
            styles={{ placeholder: { background: colour, color: '#fff' } }}
            onClick={() => {
              const at = selection[0];
              if (at !== undefined) scrollIntoView(editor, at);
            }}
          >
            {initialsOf(name)}
          </Avatar>
        </Tooltip>
      ))}
    </Avatar.Group>
  );
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
}
