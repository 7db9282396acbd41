import { Loader, NativeSelect, TextInput } from '@mantine/core';
import { isWaiting } from '@vitrine/content';
import { useEffect, useState } from 'react';
import { momentBounds, momentHere, zoneHere } from '../app/moment-here.ts';
import { dateAndTime } from '../app/when.ts';
import { fetchReleases, type PlanWish } from './change-releases.ts';
import type { ReleaseFacts } from './release-facts.ts';

/** What of a plan is written so far. */
export interface WrittenPlan {
  /** Of a release there is; empty = a new one. */
  readonly release: string;
  readonly name: string;
  /** By this computer's clock, as its control writes it. */
  readonly local: string;
}

export const emptyPlan: WrittenPlan = { release: '', name: '', local: '' };

/** Which release it goes into; a sentence when something is missing. */
export function readPlan(
  { release, name, local }: WrittenPlan,
  fallbackName: string,
): { readonly into: PlanWish['into'] } | { readonly problem: string } {
  if (release !== '') return { into: { id: release } };
  const moment = momentHere(local);
  if (!moment || moment.at === undefined)
    return { problem: 'Choose a date between today and 2099, and a time.' };
  if (new Date(moment.at) <= new Date()) return { problem: 'This moment is over. Choose one to come.' };
  return { into: { name: name.trim() || fallbackName, at: moment.at } };
}

/** When something goes live or offline: at a time of its own, or together with what is planned already. */
export function PlanFields({
  plan,
  fallbackName,
  problem,
  onChange,
}: {
  plan: WrittenPlan;
  /** What a new release is called when no name is written. */
  fallbackName: string;
  problem: string | undefined;
  onChange: (plan: WrittenPlan) => void;
}) {
  const waiting = useWaiting();
  const isGone =
    waiting !== undefined && plan.release !== '' && waiting.every(({ id }) => id !== plan.release);
  useEffect(() => {
    if (isGone) onChange({ ...plan, release: '' });
  }, [isGone, plan, onChange]);
  if (!waiting) return <Loader size="sm" role="img" aria-label="What is planned is being fetched" />;
  return (
    <>
      {waiting.length > 0 && (
        <NativeSelect
          label="Together with"
          data={[
            { value: '', label: 'Nothing else: at a time of its own' },
            ...waiting.map(({ id, name, at }) => ({
              value: id,
              label: `${name} · ${at === undefined ? 'no time yet' : dateAndTime(new Date(at))}`,
            })),
          ]}
          value={plan.release}
          onChange={(event) => onChange({ ...plan, release: event.currentTarget.value })}
        />
      )}
      {plan.release === '' && (
        <>
          <TextInput
            type="datetime-local"
            label="Date and time"
            description={`By your clock (${zoneHere()}).`}
            {...momentBounds}
            value={plan.local}
            error={problem}
            data-autofocus
            onChange={(event) => onChange({ ...plan, local: event.currentTarget.value })}
          />
          <TextInput
            label="Name of the release"
            description="Under it other pages can go along."
            placeholder={fallbackName}
            maxLength={100}
            value={plan.name}
            onChange={(event) => onChange({ ...plan, name: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}

// Those that were fetched when the fields came on the screen; nobody plans so long that others matter.
function useWaiting(): readonly ReleaseFacts[] | undefined {
  const [waiting, setWaiting] = useState<readonly ReleaseFacts[] | undefined>(undefined);
  useEffect(() => {
    const asked = new AbortController();
    fetchReleases(asked.signal).then(
      (all) => setWaiting(all.filter(isWaiting)),
      // A time of its own can be chosen without them.
      () => !asked.signal.aborted && setWaiting([]),
    );
    return () => asked.abort();
  }, []);
  return waiting;
}
