import type { Programme } from '@vitrine/commerce-engine/client';
import type { ProblemAt } from '../asking/command-dialog.tsx';

/** What parts of the form get. */
export interface ProgrammeEditing {
  readonly draft: Programme;
  readonly currencies: readonly string[];
  readonly onChange: (part: Partial<Programme>) => void;
  readonly problemAt: ProblemAt;
}
