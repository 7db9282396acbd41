import { type Experiment, equalJson, versionId } from '@vitrine/content';
import type { Editor } from '../app/editor.ts';
import { crowdListOf } from './crowd-list.ts';
import { showUsualVersion } from './show-as.ts';

/** Once a test has ended the page is shown with what won, as far as this browser has heard of it. */
export function followWinners(editor: Editor): void {
  const { state } = crowdListOf(editor.documents);
  let open: readonly string[] = [];
  const look = () => {
    const { crowd } = state.get();
    if (!crowd) return;
    const winners = winnersAmong(crowd.experiments);
    if (!equalJson([...winners], [...editor.view.get().winners])) editor.view.set({ winners });
    const now = crowd.experiments.filter((each) => each.state.kind !== 'ended').map(({ id }) => id);
    const ended = crowd.experiments.filter(({ id }) => open.includes(id) && !now.includes(id));
    open = now;
    for (const { id } of ended) showUsualVersion(editor, id);
  };
  look();
  editor.over.signal.addEventListener('abort', state.subscribe(look));
}

/** What everybody is shown whose test has ended, unless the original won. */
export function winnersAmong(experiments: readonly Experiment[]): readonly string[] {
  return experiments.flatMap(({ id, state }) =>
    state.kind === 'ended' && state.winner !== 'a' ? [versionId(id, state.winner)] : [],
  );
}
