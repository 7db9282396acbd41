import { Button, Loader, NumberInput, SegmentedControl, Text, TextInput } from '@mantine/core';
import type { CountLineOutcome, StaffVariantChoice } from '@vitrine/commerce-engine/client';
import { type FormEvent, useRef, useState } from 'react';
import { api, sentenceOf } from '../asking/ask.ts';
import { useCommand } from '../asking/use-command.ts';
import { Section } from '../look/section.tsx';
import { findVariants } from './find-variants.ts';
import { lineTold } from './line-told.ts';
import { ScansLeft } from './scans-left.tsx';
import css from './stock-counts.module.css';
import { useScans } from './use-scans.ts';

interface Entered {
  readonly variant: StaffVariantChoice;
  readonly pieces: number;
}

/**
 * What was counted, entered without a mouse: a number or barcode, Enter, the pieces, Enter, and the next. Or each scan is one piece, as
 * fast as a scanner goes.
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
  const sent = useRef<string>(undefined);
  const scans = useScans(countId);

  function beginAnew() {
    setCode('');
    setFound(undefined);
    setSeveral([]);
    setPieces('');
    setProblem(undefined);
    codeField.current?.focus();
  }

  /** Whoever scans the next article before there was an answer replaces this one, and then it is the next that counts. */
  function makeWay() {
    codeField.current?.focus();
    codeField.current?.select();
  }

  const command = useCommand<Entered, CountLineOutcome>({
    send: ({ variant, pieces: counted }, options) =>
      api.post(
        `/counts/${countId}/lines`,
        { variantId: variant.variantId, pieces: counted, mode: 'set' },
        options,
      ),
    tells: (answer, { variant }) => lineTold(answer, variant.name),
    onDone() {
      if (codeField.current?.value.trim() === sent.current) beginAnew();
    },
  });

  function choose(variant: StaffVariantChoice) {
    setFound(variant);
    setSeveral([]);
    setProblem(undefined);
    piecesField.current?.focus();
  }

  async function look(wanted: string) {
    makeWay();
    const isStillWanted = () => codeField.current?.value.trim() === wanted;
    setLooking(true);
    setProblem(undefined);
    try {
      const exact = await findVariants({ code: wanted });
      const variants = exact.length > 0 ? exact : await findVariants({ q: wanted });
      if (!isStillWanted()) return;
      if (exact.length === 1) choose(exact[0]!);
      else if (variants.length === 0) setProblem(`Nothing has the number, barcode or name “${wanted}”.`);
      else setSeveral(variants);
    } catch (error) {
      if (isStillWanted()) setProblem(sentenceOf(error));
    } finally {
      setLooking(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const wanted = code.trim();
    if (wanted === '') return;
    if (mode === 'add') {
      scans.scan(wanted);
      beginAnew();
    } else if (found && pieces !== '') {
      sent.current = wanted;
      command.send({ variant: found, pieces });
      makeWay();
    } else void look(wanted);
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
            setPieces('');
            setProblem(undefined);
            command.forget();
          }}
          // Not on the button: one that is disabled would swallow the Enter of the next scan.
          rightSection={(command.isBusy || isLooking) && <Loader size="xs" />}
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
        <Button type="submit" disabled={code.trim() === ''}>
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
              {several.length > 1
                ? 'Several fit. Which is it?'
                : 'One fits by its name or the beginning of its number. Is it this?'}
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
        <ScansLeft of={scans} />
      </div>
    </Section>
  );
}
