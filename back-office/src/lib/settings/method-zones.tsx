import {
  Button,
  Fieldset,
  MultiSelect,
  NativeSelect,
  Radio,
  Stack,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { regionsOf } from '@vitrine/commerce-engine/client';
import type { ProblemAt } from '../asking/command-dialog.tsx';
import { useSession } from '../shell/session.ts';
import { countries, country as nameOf } from '../words/country.ts';
import { begunZone, type MethodDraft, type ZoneDraft } from './method-draft.ts';

/** Where parcels go: anywhere, or to countries and parts of them. */
export function MethodZones({
  draft: { isAnywhere, zones },
  set,
  problemAt,
}: {
  draft: MethodDraft;
  set: (part: Partial<MethodDraft>) => void;
  problemAt: ProblemAt;
}) {
  const { channels } = useSession();
  const own = channels[0]?.country ?? 'DE';
  return (
    <Stack gap="sm">
      <Radio.Group
        label="Goes to"
        value={isAnywhere ? 'anywhere' : 'some'}
        onChange={(value) =>
          set({
            isAnywhere: value === 'anywhere',
            zones: zones.length === 0 ? [begunZone(own)] : zones,
          })
        }
        error={problemAt('zones')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="some" label="These countries" />
          <Radio value="anywhere" label="Anywhere" />
        </Stack>
      </Radio.Group>
      {!isAnywhere && (
        <>
          {zones.map((zone, at) => (
            <Zone
              key={at}
              zone={zone}
              onChange={(changed) => set({ zones: zones.with(at, changed) })}
              onTakeOut={zones.length > 1 ? () => set({ zones: zones.toSpliced(at, 1) }) : undefined}
              problemAt={problemAt}
              at={`zones.${at}`}
            />
          ))}
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => set({ zones: [...zones, begunZone(nextCountry(zones, own))] })}
            >
              Another country
            </Button>
          </div>
        </>
      )}
    </Stack>
  );
}

function nextCountry(zones: readonly ZoneDraft[], own: string): string {
  const isFree = (code: string) => zones.every(({ country }) => country !== code);
  return isFree(own) ? own : (countries().find(({ value }) => isFree(value))?.value ?? own);
}

function Zone({
  zone,
  onChange,
  onTakeOut,
  problemAt,
  at,
}: {
  zone: ZoneDraft;
  onChange: (zone: ZoneDraft) => void;
  onTakeOut: (() => void) | undefined;
  problemAt: ProblemAt;
  at: string;
}) {
  const set = (part: Partial<ZoneDraft>) => onChange({ ...zone, ...part });
  const known = countries();
  const name = nameOf(zone.country);
  const data = known.some(({ value }) => value === zone.country)
    ? known
    : [{ value: zone.country, label: name }, ...known];
  return (
    <Fieldset legend={name}>
      <Stack gap="sm">
        <NativeSelect
          label="Country"
          data={data}
          value={zone.country}
          onChange={(event) => set({ country: event.currentTarget.value, regions: [] })}
          error={problemAt(`${at}.country`)}
        />
        <Switch
          label="Only to a part of it"
          checked={zone.isPart}
          onChange={(event) => set({ isPart: event.currentTarget.checked })}
        />
        {zone.isPart && <PartOf {...{ zone, set, problemAt, at }} />}
        {onTakeOut && (
          <div>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={onTakeOut}>
              {`Not to ${name} any more`}
            </Button>
          </div>
        )}
      </Stack>
    </Fieldset>
  );
}

function PartOf({
  zone,
  set,
  problemAt,
  at,
}: {
  zone: ZoneDraft;
  set: (part: Partial<ZoneDraft>) => void;
  problemAt: ProblemAt;
  at: string;
}) {
  const regions = regionsOf(zone.country).map(({ code, name }) => ({ value: code, label: name }));
  const chosen = {
    label: 'Regions',
    value: [...zone.regions],
    onChange: (values: string[]) => set({ regions: values }),
    placeholder: zone.regions.length === 0 ? 'All' : '',
    error: problemAt(`${at}.regions`),
  };
  return (
    <>
      {regions.length > 0 ? (
        <MultiSelect {...chosen} data={regions} searchable />
      ) : (
        <TagsInput {...chosen} description="As they stand in addresses; Enter after each." />
      )}
      <Textarea
        label="Postal codes"
        description="How they begin, or from where to where: 10, 80–85. Empty = all."
        autosize
        maxRows={6}
        value={zone.postalCodes}
        onChange={(event) => set({ postalCodes: event.currentTarget.value })}
        error={problemAt(`${at}.postalCodes`)}
      />
      <Textarea
        label="But not to postal codes"
        description="Islands, for example."
        autosize
        maxRows={6}
        value={zone.except}
        onChange={(event) => set({ except: event.currentTarget.value })}
        error={problemAt(`${at}.except`)}
      />
      <TextInput
        label="Towns"
        description="With commas between them. Empty = all."
        value={zone.cities}
        onChange={(event) => set({ cities: event.currentTarget.value })}
        error={problemAt(`${at}.cities`)}
      />
    </>
  );
}
