import { Button, Group, NumberInput, Text } from '@mantine/core';
import type { ProblemAt } from '../asking/command-dialog.tsx';
import { Picture } from '../look/picture.tsx';
import { pieces as inPieces } from '../words/state.ts';
import type { LinePieces } from './consignments.ts';
import { Contents } from './contents.tsx';
import css from './orders.module.css';

/** How many of each line are meant, by its id. */
export type ChosenPieces = Readonly<Record<string, number>>;

export function allOf(pieces: readonly LinePieces[]): ChosenPieces {
  return Object.fromEntries(pieces.map(({ line, quantity }) => [line.id, quantity]));
}

export function sumOf(chosen: ChosenPieces): number {
  return Object.values(chosen).reduce((sum, quantity) => sum + quantity, 0);
}

/** As commands take them, without those of which none is meant. */
export function linesOf(chosen: ChosenPieces): { readonly lineId: string; readonly quantity: number }[] {
  return Object.entries(chosen).flatMap(([lineId, quantity]) => (quantity > 0 ? [{ lineId, quantity }] : []));
}

/** Asks how many of each line, at most as many as there are. */
export function PiecesField({
  of: pieces,
  chosen,
  onChange,
  problemAt,
}: {
  of: readonly LinePieces[];
  chosen: ChosenPieces;
  onChange: (chosen: ChosenPieces) => void;
  problemAt: ProblemAt;
}) {
  const all = allOf(pieces);
  return (
    <>
      {sumOf(chosen) < sumOf(all) && (
        <Button
          variant="default"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange(all)}
        >
          Choose all {inPieces(sumOf(all))}
        </Button>
      )}
      <ul className={css.pieces}>
        {pieces.map(({ line, quantity: most }) => (
          <li key={line.id}>
            <Picture of={line.media} />
            <div className={css.what}>
              <Text fw={600}>{line.name}</Text>
              <Text size="sm" c="dimmed">
                {[line.options, line.sku].filter(Boolean).join(' · ')}
              </Text>
              <Contents of={line} pieces={chosen[line.id] ?? 0} />
            </div>
            <Group gap={6} wrap="nowrap" align="baseline">
              <NumberInput
                aria-label={`Pieces of ${line.name}`}
                value={chosen[line.id] ?? 0}
                onChange={(value) => onChange({ ...chosen, [line.id]: Math.trunc(Number(value)) || 0 })}
                min={0}
                max={most}
                clampBehavior="strict"
                allowDecimal={false}
                allowNegative={false}
                error={problemAt(`pieces.${line.id}`)}
                w={84}
              />
              <Text size="sm" c="dimmed" className={css.sum}>
                of {most}
              </Text>
            </Group>
          </li>
        ))}
      </ul>
    </>
  );
}
