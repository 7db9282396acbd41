import { ActionIcon, Avatar, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { dateAndTime, timeAgo } from '../app/when.ts';
import { colourOf } from '../presence/person-colour.ts';
import type { MessageFacts, ThreadFacts, WrittenWords } from './comment-facts.ts';
import css from './comments.module.css';
import { Composer } from './composer.tsx';
import { ConfirmDelete } from './confirm-delete.tsx';
import { messageParts } from './message-parts.ts';
import { threadsOf } from './threads-of.ts';
import { noWords } from './use-kept-words.ts';

/** One message: who, when, what; its author changes it, and whoever may deletes it. */
export function MessageView({ thread, message }: { thread: ThreadFacts; message: MessageFacts }) {
  const editor = useEditor();
  const threads = threadsOf(editor);
  const [state, setState] = useState<'read' | 'edit' | 'delete'>('read');
  const { id, author, isDeleted, revision } = message;
  // Who edits has read it as it was when he began, until he is told that it has changed.
  const [begun, setBegun] = useState(revision);
  const [isTold, setTold] = useState(false);
  const begin = () => {
    setBegun(revision);
    setTold(false);
    setState('edit');
  };
  async function save(words: WrittenWords) {
    try {
      await threads.edit(thread.id, id, { ...words, revision: isTold ? revision : begun });
    } catch (error) {
      setTold(true);
      throw error;
    }
  }
  const isOwn = author.id === editor.session.user.id;
  const isAlone = !thread.messages.some((each) => each.author.id !== author.id && !each.isDeleted);
  const isFirst = thread.messages[0]?.id === id;
  const mayDelete = isOwn || editor.can('staff.manage');
  return (
    <article className={css.message} aria-label={`Comment by ${author.name}`}>
      <header className={css.byline}>
        <Avatar
          size={20}
          radius="xl"
          styles={{ placeholder: { background: colourOf(author.id), color: '#fff' } }}
          aria-hidden
        >
          {author.name.charAt(0).toUpperCase()}
        </Avatar>
        <strong className={css.author}>{author.name}</strong>
        <When message={message} />
        {!isDeleted && mayDelete && (
          <Menu position="bottom-end" shadow="md" withinPortal>
            <Menu.Target>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                className={css.more}
                aria-label={`More about the comment by ${author.name}`}
              >
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {isOwn && (
                <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={begin}>
                  Edit
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={() => setState('delete')}>
                Delete …
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </header>
      {state === 'edit' && isTold && revision !== begun && <Words message={message} />}
      {state === 'edit' ? (
        <Composer
          what={`edit ${id} ${begun}`}
          first={() => ({ ...noWords(message.words), chosen: message.mentions.map((each) => each.id) })}
          label="Edit the comment"
          placeholder=""
          verb="Save"
          caretOn={1}
          onSend={(_, words) => save(words)}
          onOver={() => setState('read')}
        />
      ) : isDeleted ? (
        <p className={css.deleted}>Deleted</p>
      ) : (
        <Words message={message} />
      )}
      {state === 'delete' && (
        <ConfirmDelete
          words={
            !isFirst
              ? 'Delete this answer?'
              : isAlone
                ? 'Delete this comment for good?'
                : 'Delete these words? What others answered stays.'
          }
          onDelete={() => threads.remove(thread.id, id)}
          onKeep={() => setState('read')}
        />
      )}
    </article>
  );
}

function When({ message: { writtenAt, editedAt, isDeleted } }: { message: MessageFacts }) {
  const at = new Date(writtenAt);
  return (
    <span className={css.when}>
      <time dateTime={writtenAt} title={dateAndTime(at)}>
        {timeAgo(at)}
      </time>
      {editedAt !== undefined && !isDeleted && <span title={dateAndTime(new Date(editedAt))}> · edited</span>}
    </span>
  );
}

function Words({ message: { words, mentions } }: { message: MessageFacts }) {
  return (
    <p className={css.words}>
      {messageParts(words, mentions).map((part, index) => {
        if (part.kind === 'words') return part.text;
        if (part.kind === 'mention')
          return (
            <span key={index} className={css.mention}>
              {part.text}
            </span>
          );
        return (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        );
      })}
    </p>
  );
}
