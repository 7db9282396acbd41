import { NativeSelect, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import type { ProblemAt } from '../asking/command-dialog.tsx';
import { useSession } from '../shell/session.ts';
import { language } from '../words/language.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly locale: string;
  readonly groups: readonly string[];
}

/** As commands take it. */
export function personInput({ name, email, phone, locale, groups }: Person) {
  return {
    name: name.trim(),
    ...(email.trim() && { email: email.trim() }),
    phone: phone.trim(),
    locale,
    groups,
  };
}

/** Asks who somebody is. */
export function PersonFields({
  person,
  onChange,
  problemAt,
}: {
  person: Person;
  onChange: (person: Person) => void;
  problemAt: ProblemAt;
}) {
  const { channels } = useSession();
  const locales = [...new Set([person.locale, ...channels.flatMap((channel) => channel.locales)])];
  return (
    <>
      <TextInput
        label="Name"
        value={person.name}
        onChange={(event) => onChange({ ...person, name: event.currentTarget.value })}
        error={problemAt('name')}
      />
      <TextInput
        label="E-mail"
        type="email"
        value={person.email}
        onChange={(event) => onChange({ ...person, email: event.currentTarget.value })}
        error={problemAt('email')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label="Telephone"
          type="tel"
          value={person.phone}
          onChange={(event) => onChange({ ...person, phone: event.currentTarget.value })}
          error={problemAt('phone')}
        />
        <NativeSelect
          label="Language"
          value={person.locale}
          onChange={(event) => onChange({ ...person, locale: event.currentTarget.value })}
          data={locales.map((locale) => ({ value: locale, label: language(locale) }))}
          error={problemAt('locale')}
        />
      </SimpleGrid>
      <TagsInput
        label="Groups"
        description="Prices and taxes may depend on them. Small letters, for example trade."
        value={[...person.groups]}
        onChange={(groups) => onChange({ ...person, groups })}
        error={problemAt('groups') ?? problemAt('groups.0')}
      />
    </>
  );
}
