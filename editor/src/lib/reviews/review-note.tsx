import { Text } from '@mantine/core';
import { useEditor } from '../app/editor-context.tsx';
import { useReview } from './review-of.ts';
import { changesWords, reviewSentence } from './review-words.ts';

/** Before a page is published: that somebody asks for its review, and whether it is as it was then. */
export function ReviewNote() {
  const editor = useEditor();
  const now = useReview((state) => state.now);
  if (now?.review?.state !== 'asked') return null;
  const changes = changesWords(now.changes);
  return (
    <Text size="sm">
      {reviewSentence(now.review, editor.session)}
      {changes !== undefined && `, ${changes}`}. Publishing the page now answers that.
    </Text>
  );
}
