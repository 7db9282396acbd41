import { Button, NumberInput, SegmentedControl, Text, TextInput } from '@mantine/core';
import type { CountLineOutcome, StaffVariantChoice } from '@vitrine/commerce-engine/client';
import { type FormEvent, useRef, useState } from 'react';
import { api, sentenceOf } from '../asking/ask.ts';
import { useCommand } from '../asking/use-command.ts';
import { Section } from '../look/section.tsx';
import { pieces as piecesInWords } from '../words/state.ts';
import css from './stock-counts.module.css';

interface Entered {
  readonly variant: StaffVariantChoice;
  readonly pieces: number;
  readonly mode: 'set' | 'add';
}

/**
 * What was counted, entered without a mouse: a number or barcode, Enter, the pieces, Enter, and the next. Or each scan is one piece.
 */
export function EnterLine({ countId }: { countId: string }) {
  const [mode, setMode] = useState<'set' | 'add'>('set');
  const [code, setCode] = useState('');
  const [found, setFound] = useState<StaffVariantChoice>();
  const [several, setSeveral] = useState<readonly StaffVariantChoice[]>([]);
  const [pieces, setPieces] = useState<number | ''>('');
  const [problem, setProblem] = useState<string>();
  const [isLooking, setLooking] = useState(false);
  const codeField = useRef<HTMLInputElement>(null);
  const piecesField = useRef<HTMLInputElement>(null);

  function beginAnew() {
    setCode('');
    setFound(undefined);
    setSeveral([]);
    setPieces('');
    setProblem(undefined);
    codeField.current?.focus();
  }

  const command = useCommand<Entered, CountLineOutcome>({
    send: ({ variant, ...line }, options) =>
      api.post(`/counts/${countId}/lines`, { variantId: variant.variantId, ...line }, options),
    tells(answer, { variant }) {
      switch (answer.kind) {
        case 'counted':
          return { done: `${variant.name}: ${piecesInWords(answer.line.counted?.pieces ?? 0)} counted.` };
        case 'moved-since':
          return {
            refused: `${variant.name} came or went since it was counted. Count all of it anew, under “Type the pieces”.`,
          };
        default:
          return { refused: 'The count is closed by now.' };
      }
    },
    onDone: beginAnew,
  });

  function choose(variant: StaffVariantChoice) {
    setFound(variant);
    setSeveral([]);
    setProblem(undefined);
    if (mode === 'add') command.send({ variant, pieces: 1, mode });
    else piecesField.current?.focus();
  }

  async function look() {
    const wanted = code.trim();
    if (wanted === '' || isLooking) return;
    setLooking(true);
    setProblem(undefined);
    try {
      const { variants } = await api.get<{ readonly variants: readonly StaffVariantChoice[] }>('/variants', {
        q: wanted,
        limit: '8',
      });
      const exact = variants.find(({ sku }) => sku.toLowerCase() === wanted.toLowerCase());
      const only = exact ?? (variants.length === 1 ? variants[0] : undefined);
      if (only) choose(only);
      else if (variants.length === 0) setProblem(`Nothing has the number, barcode or name “${wanted}”.`);
      else setSeveral(variants);
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setLooking(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (mode === 'set' && found && pieces !== '') command.send({ variant: found, pieces, mode });
    else void look();
  }

  return (
    <Section
      title="Enter what was counted"
      actions={
        <SegmentedControl
          size="xs"
          aria-label="How pieces are counted"
          data={[
            { value: 'set', label: 'Type the pieces' },
            { value: 'add', label: 'Each scan is one' },
          ]}
          value={mode}
          onChange={(value) => {
            setMode(value as 'set' | 'add');
            beginAnew();
          }}
        />
      }
    >
      <form onSubmit={submit} noValidate className={css.enter}>
        <TextInput
          ref={codeField}
          label="Article number or barcode"
          autoComplete="off"
          value={code}
          onChange={(event) => {
            setCode(event.currentTarget.value);
            setFound(undefined);
            setSeveral([]);
            setProblem(undefined);
            command.forget();
          }}
          error={problem}
          className={css.code}
        />
        {mode === 'set' && (
          <NumberInput
            ref={piecesField}
            label="Pieces"
            value={pieces}
            onChange={(typed) => setPieces(typed === '' ? '' : Math.trunc(Number(typed)) || 0)}
            min={0}
            max={1_000_000}
            allowDecimal={false}
            allowNegative={false}
            className={css.pieces}
          />
        )}
        <Button type="submit" loading={command.isBusy || isLooking} disabled={code.trim() === ''}>
          {mode === 'set' && !found ? 'Find' : 'Count'}
        </Button>
      </form>
      <div aria-live="polite">
        {found && mode === 'set' && (
          <Text size="sm" mt="xs">
            {found.name}{' '}
            <Text span c="dimmed">
              {found.sku}
            </Text>
            : how many are there?
          </Text>
        )}
        {command.problem && (
          <Text size="sm" c="red" mt="xs">
            {command.problem.sentence}
            {command.problem.fields.map(({ problem: what }) => ` ${what}.`).join('')}
          </Text>
        )}
        {several.length > 0 && (
          <>
            <Text size="sm" mt="xs">
              Several fit. Which is it?
            </Text>
            <ul className={css.several}>
              {several.map((variant) => (
                <li key={variant.variantId}>
                  <Button variant="default" size="compact-sm" onClick={() => choose(variant)}>
                    {variant.name} ({variant.sku})
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Section>
  );
}
