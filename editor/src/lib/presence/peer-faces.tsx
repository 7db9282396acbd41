import { Avatar, VisuallyHidden } from '@mantine/core';
import { hint } from '@vitrine/ui';
import { useEffect } from 'react';
import { useEditor, useView } from '../app/editor-context.tsx';
import { scrollIntoView } from '../commands/edit.ts';
import { usePeers } from './use-peers.ts';

/** Who else is here. Pressing a face follows that person: the page scrolls to what they point at or select. */
export function PeerFaces() {
  const editor = useEditor();
  const people = usePeers((state) => state.people);
  const following = useView((view) => view.following);
  const at = usePeers(({ peers }) => {
    const followed = peers.find(({ client }) => client === following);
    return followed?.pointer?.id ?? followed?.selection[0];
  });
  useEffect(() => {
    if (at !== undefined) scrollIntoView(editor, at);
  }, [editor, at]);
  return (
    <Avatar.Group>
      {people.slice(0, 5).map(({ client, name, colour }) => {
        const words = following === client ? `Stop following ${name}` : `Follow ${name}`;
        return (
          <Avatar
            key={client}
            component="button"
            type="button"
            size={26}
            radius="xl"
            {...hint(words)}
            aria-pressed={following === client}
            styles={{
              root: following === client ? { outline: `2px solid ${colour}`, outlineOffset: 1 } : {},
              placeholder: { background: colour, color: '#fff' },
            }}
            onClick={() => editor.view.set({ following: following === client ? undefined : client })}
          >
            <span aria-hidden>{initialsOf(name)}</span>
            <VisuallyHidden>{words}</VisuallyHidden>
          </Avatar>
        );
      })}
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
