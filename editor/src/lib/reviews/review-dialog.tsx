import { Alert, Button, Group, Loader, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import { isOnItsWay } from '../document/open-document.ts';
import { AnswerForm } from './answer-form.tsx';
import { AskForm } from './ask-form.tsx';
import { reviewOf, useReview } from './review-of.ts';
import { isToAnswer } from './review-words.ts';

/** Asks for a review, or answers it: whichever is somebody's to do. */
export function ReviewDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Review" size="lg">
      <Opened onClose={onClose} />
    </Modal>
  );
}

function Opened({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const now = useReview((state) => state.now);
  const problem = useReview((state) => state.problem);
  const [isLooked, setLooked] = useState(false);
  const isSaving = useStore(editor.open.state, isOnItsWay);
  // One's own last words belong to what is looked at.
  useEffect(() => {
    if (isSaving || isLooked) return;
    let isOver = false;
    void reviewOf(editor)
      .load()
      .then(() => isOver || setLooked(true));
    return () => {
      isOver = true;
    };
  }, [editor, isSaving, isLooked]);
  if (isLooked && problem !== undefined)
    return (
      <Alert color="red" role="alert" title="The review could not be fetched">
        {problem}
        <Group mt="sm">
          <Button size="compact-sm" variant="light" color="red" onClick={() => setLooked(false)}>
            Try again
          </Button>
        </Group>
      </Alert>
    );
  if (!isLooked || !now)
    return (
      <Group justify="center" p="lg" role="status" aria-label="The review is being fetched">
        <Loader size="sm" />
      </Group>
    );
  if (now.review && isToAnswer(now.review, editor.session))
    return <AnswerForm now={now} review={now.review} onClose={onClose} />;
  return <AskForm now={now} onClose={onClose} />;
}
