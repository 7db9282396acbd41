import { Badge, Button, Center, Loader, Table, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Shop } from './backend.ts';
import { ask, type DocumentFacts } from './backend.ts';
import { addressOf, goTo } from './location.ts';

const kinds = { page: 'Pages', template: 'Templates', fragment: 'Fragments', layout: 'Layouts' } as const;

/** Every document of the shop, by kind. */
export function PagesHome({ shop }: { shop: Shop }) {
  const [documents, setDocuments] = useState<readonly DocumentFacts[] | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [query, setQuery] = useState('');
  useEffect(() => {
    ask<readonly DocumentFacts[]>('documents').then(setDocuments, (error: Error) =>
      setProblem(error.message),
    );
  }, []);
  if (problem) return <Center h="100vh">{problem}</Center>;
  if (!documents)
    return (
      <Center h="100vh">
        <Loader size="sm" />
      </Center>
    );
  const words = query.toLowerCase();
  const shown = documents.filter(
    ({ name, id, trashedAt }) => !trashedAt && `${name} ${id}`.toLowerCase().includes(words),
  );
  return (
    <main style={{ maxWidth: 960, margin: '0 auto', padding: '32px 24px' }}>
      <Title order={1} size="h3">
        Pages of the shop
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        Signed in as {shop.session.user.name}
      </Text>
      <TextInput
        mb="md"
        aria-label="Search pages"
        placeholder="Search pages"
        leftSection={<IconSearch size={16} />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => {
        const own = shown.filter((each) => each.kind === kind);
        if (own.length === 0) return null;
        return (
          <section key={kind} aria-label={kinds[kind]}>
            <Title order={2} size="h5" mt="md" mb="xs">
              {kinds[kind]}
            </Title>
            <Table verticalSpacing="xs" highlightOnHover>
              <Table.Tbody>
                {own.map(({ id, name, paths, publishedVersion, isChanged }) => (
                  <Table.Tr key={id}>
                    <Table.Td>
                      <a
                        href={addressOf(id)}
                        onClick={(event) => {
                          if (event.metaKey || event.ctrlKey) return;
                          event.preventDefault();
                          goTo(id);
                        }}
                      >
                        {name}
                      </a>
                    </Table.Td>
                    <Table.Td>
                      <Text size="sm" c="dimmed">
                        {Object.values(paths)[0] ?? ''}
                      </Text>
                    </Table.Td>
                    <Table.Td ta="right">
                      <Badge
                        size="sm"
                        variant="light"
                        color={publishedVersion ? (isChanged ? 'yellow' : 'green') : 'gray'}
                      >
                        {publishedVersion ? (isChanged ? 'Changed' : 'Published') : 'Draft'}
                      </Badge>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        );
      })}
      <Button mt="lg" leftSection={<IconPlus size={16} />} disabled>
        New page
      </Button>
    </main>
  );
}
