import { Alert, Button, CloseButton, Group, Loader, Menu, SegmentedControl } from '@mantine/core';
import { type EditableToken, type TokenGroup, weakPairs } from '@vitrine/themes';
import { shownColourScheme } from '@vitrine/ui';
import { useEffect, useMemo, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import panel from '../panels/panels.module.css';
import { PublishStyles } from './publish-styles.tsx';
import { shownTokens } from './shown-tokens.ts';
import css from './styles.module.css';
import { type Scheme, ThemeEditing } from './theme-editing.ts';
import { TokenControl } from './token-control.tsx';
import { useLiveSheet } from './use-live-sheet.ts';
import { WeakPairs } from './weak-pairs.tsx';

const groups: readonly TokenGroup[] = ['Colours', 'Type sizes', 'Line height', 'Spacing', 'Corners'];

/** How the whole shop looks, without code: shown on the canvas at once, live when it is published. */
export function StylesPanel() {
  const editor = useEditor();
  const [editing] = useState(() => new ThemeEditing());
  const facts = useStore(editing.state, (state) => state.facts);
  const chosen = useStore(editing.state, (state) => state.chosen);
  const problem = useStore(editing.state, (state) => state.problem);
  const [group, setGroup] = useState<TokenGroup>('Colours');
  const [scheme, setScheme] = useState<Scheme>(shownColourScheme(document));
  useEffect(() => {
    void editing.load();
    return () => void editing.settle();
  }, [editing]);
  useLiveSheet(editing, group === 'Colours' ? scheme : undefined);
  const side: Scheme = group === 'Colours' ? scheme : 'light';
  const values = useMemo(
    () => ({
      ...facts?.own.light,
      ...(side === 'dark' && facts?.own.dark),
      ...chosen.light,
      ...chosen[side],
    }),
    [facts, chosen, side],
  );
  const shown = useMemo(() => shownTokens(facts, chosen), [facts, chosen]);
  const weak = useMemo(() => weakPairs(shown[scheme]), [shown, scheme]);
  const isReadOnly = !editor.can('content.write');
  const shownValue = ({ name }: EditableToken) =>
    side === 'dark' ? (shown.dark[name] ?? '') : (values[name] ?? '');

  return (
    <>
      <div className={panel.head}>
        <h2 className={panel.title}>Styles</h2>
        <CloseButton size="sm" aria-label="Close" onClick={() => editor.view.set({ left: undefined })} />
      </div>
      {problem && (
        <Alert
          color="red"
          mx="sm"
          mb="xs"
          p="xs"
          role="alert"
          title={facts ? undefined : 'The styles did not come'}
        >
          {problem}
          {!facts && (
            <Button size="compact-xs" mt="xs" variant="light" onClick={() => void editing.load()}>
              Try again
            </Button>
          )}
        </Alert>
      )}
      {!facts && !problem && (
        <Group justify="center" p="lg" role="status" aria-label="The styles are being fetched">
          <Loader size="sm" />
        </Group>
      )}
      {facts && (
        <>
          {isReadOnly && <p className={css.note}>You may look at the styles, but not change them.</p>}
          <Group px="sm" pb="xs" gap="xs" wrap="nowrap">
            <Menu position="bottom-start" shadow="md">
              <Menu.Target>
                <Button size="xs" variant="default" flex={1} justify="space-between" rightSection="▾">
                  {group}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {groups.map((each) => (
                  <Menu.Item
                    key={each}
                    onClick={() => setGroup(each)}
                    aria-current={each === group || undefined}
                  >
                    {each}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            {group === 'Colours' && (
              <SegmentedControl
                size="xs"
                aria-label="Scheme"
                data={[
                  { value: 'light', label: 'Light' },
                  { value: 'dark', label: 'Dark' },
                ]}
                value={scheme}
                onChange={(value) => setScheme(value === 'dark' ? 'dark' : 'light')}
              />
            )}
          </Group>
          <div className={panel.scroll}>
            {group === 'Colours' && <WeakPairs pairs={weak} tokens={facts.tokens} />}
            <div className={css.tokens}>
              {group !== 'Colours' && hasPairs(facts.tokens, group) && (
                <p className={css.columns} aria-hidden>
                  <span>Phone</span>
                  <span>Desktop</span>
                </p>
              )}
              {facts.tokens
                .filter((token) => token.group === group)
                .map((token) => (
                  <TokenControl
                    key={`${token.name} ${side}`}
                    token={token}
                    value={shownValue(token)}
                    isOwn={chosen[side][token.name] === undefined}
                    isReadOnly={isReadOnly}
                    onChoose={(value) => editing.choose(token.name, side, value)}
                  />
                ))}
            </div>
          </div>
          <PublishStyles editing={editing} facts={facts} />
        </>
      )}
    </>
  );
}

function hasPairs(tokens: readonly EditableToken[], group: TokenGroup): boolean {
  return tokens.some((token) => token.group === group && token.light.startsWith('clamp('));
}
