import { Stack, TextInput } from '@mantine/core';
import type { Tier } from '@vitrine/commerce-engine/client';
import { CountField, Sentence, Words } from '../look/sentence.tsx';
import { Steps } from '../look/steps.tsx';
import { useLocales } from '../shell/session.ts';
import css from './loyalty.module.css';
import { randomTail } from './programme-draft.ts';
import type { ProgrammeEditing } from './programme-editing.ts';

/** The steps members climb, the lowest first. */
export function TierFields({ draft, onChange, problemAt }: ProgrammeEditing) {
  const locales = useLocales();
  const { tiers, tierWindowDays } = draft;
  return (
    <Stack gap="sm">
      <Steps<Tier>
        items={tiers}
        least={0}
        onChange={(next) => onChange({ tiers: next })}
        next={(last) => ({ id: `tier-${randomTail()}`, name: {}, from: last ? last.from + 250 : 0 })}
        more={tiers.length === 0 ? 'A tier' : 'Another tier'}
      >
        {(tier, set, at) => (
          <>
            {locales.map((locale) => (
              <TextInput
                key={locale}
                aria-label={`Name of tier ${at + 1} (${locale})`}
                placeholder={`Name (${locale})`}
                lang={locale}
                value={tier.name[locale] ?? ''}
                onChange={(event) =>
                  set({ ...tier, name: { ...tier.name, [locale]: event.currentTarget.value } })
                }
                error={problemAt(`tiers.${at}.name.${locale}`) ?? problemAt(`tiers.${at}.name`)}
                maxLength={200}
                className={css.name}
              />
            ))}
            <Words>from</Words>
            <CountField
              label={`Points that reach tier ${at + 1}`}
              value={tier.from}
              onChange={(from = 0) => set({ ...tier, from })}
              least={0}
              most={1_000_000_000}
              error={problemAt(`tiers.${at}.from`)}
            />
            <Words>points on, prices of</Words>
            <TextInput
              aria-label={`Price group of tier ${at + 1}`}
              placeholder="everyone"
              value={tier.priceGroup ?? ''}
              onChange={(event) =>
                set({ ...tier, priceGroup: event.currentTarget.value.trim() || undefined })
              }
              error={problemAt(`tiers.${at}.priceGroup`)}
              maxLength={63}
              w={120}
            />
          </>
        )}
      </Steps>
      {tiers.length > 0 && (
        <Sentence>
          <Words>Points of the last</Words>
          <CountField
            label="Days whose points count"
            value={tierWindowDays || undefined}
            onChange={(days = 0) => onChange({ tierWindowDays: days })}
            most={3_660}
            error={problemAt('tierWindowDays')}
          />
          <Words>days count.</Words>
        </Sentence>
      )}
    </Stack>
  );
}
