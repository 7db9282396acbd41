import { useQueryClient } from '@tanstack/react-query';
import type { CountLineOutcome } from '@vitrine/commerce-engine/client';
import { useRef, useState } from 'react';
import { api, sentenceOf } from '../asking/ask.ts';
import { newKey } from '../asking/new-key.ts';
import { useSay } from '../asking/said.tsx';
import { findVariants } from './find-variants.ts';
import { lineTold } from './line-told.ts';

interface Scan {
  readonly code: string;
  /** Sent again, it is counted once. */
  readonly key: string;
}

/** A scan that is not counted, and why. */
export interface LeftScan extends Scan {
  readonly problem: string;
  /** Whether it may go well another time. */
  readonly isWorthAnotherTry: boolean;
}

export interface Scans {
  /** How many are not answered yet. */
  readonly waiting: number;
  readonly left: readonly LeftScan[];
  /** One piece of what has this very number or barcode. */
  scan(code: string): void;
  sendAgain(left: LeftScan): void;
  takeAway(left: LeftScan): void;
}

/** Counts scans one after the other, however fast they come. Each is answered; what was not counted stays until somebody saw it. */
export function useScans(countId: string): Scans {
  const [waiting, setWaiting] = useState(0);
  const [left, setLeft] = useState<readonly LeftScan[]>([]);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const client = useQueryClient();
  const say = useSay();

  async function countOne(scan: Scan) {
    const stays = (problem: string, isWorthAnotherTry = false) =>
      setLeft((before) => [...before, { ...scan, problem, isWorthAnotherTry }]);
    try {
      const [variant, ...others] = await findVariants({ code: scan.code });
      if (!variant) return stays('Nothing has this number or barcode.');
      if (others.length > 0) return stays('Several articles have it. Choose, under “Type the pieces”.');
      const { variantId, name } = variant;
      const answer = await api.post<CountLineOutcome>(
        `/counts/${countId}/lines`,
        { variantId, pieces: 1, mode: 'add' },
        { idempotencyKey: scan.key },
      );
      void client.invalidateQueries();
      const told = lineTold(answer, name);
      if ('done' in told) say(told.done);
      else stays(told.refused);
    } catch (error) {
      stays(sentenceOf(error), true);
    }
  }

  function queue(scan: Scan) {
    setWaiting((before) => before + 1);
    turn.current = turn.current.then(() => countOne(scan)).finally(() => setWaiting((before) => before - 1));
  }

  const takeAway = ({ key }: LeftScan) => setLeft((before) => before.filter((each) => each.key !== key));
  return {
    waiting,
    left,
    scan: (code) => queue({ code, key: newKey() }),
    sendAgain(scan) {
      takeAway(scan);
      queue({ code: scan.code, key: scan.key });
    },
    takeAway,
  };
}
