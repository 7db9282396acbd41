import { Button, Group, Menu, Modal } from '@mantine/core';
import type { ChosenTokens } from '@vitrine/themes';
import { later } from '@vitrine/ui';
import { useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import { editedWords, planSentence } from '../releases/plan-words.ts';
import css from './styles.module.css';
import type { ThemeEditing } from './theme-editing.ts';
import type { ThemeFacts } from './theme-facts.ts';

const StylesDialog = later(async () => (await import('./styles-dialog.tsx')).StylesDialog);

/** Whether the styles are safe and live, and what can be done about it. */
export function PublishStyles({ editing, facts }: { editing: ThemeEditing; facts: ThemeFacts }) {
  const editor = useEditor();
  const chosen = useStore(editing.state, (state) => state.chosen);
  const saving = useStore(editing.state, (state) => state.saving);
  const [isAsking, setIsAsking] = useState(false);
  const changes = differences(chosen, facts.published);
  const isOwn = differences(chosen, { light: {}, dark: {} }) === 0;
  const words = {
    saved: 'Kept as a draft',
    waiting: 'Being kept …',
    saving: 'Being kept …',
    failed: 'Not kept',
  };
  const line = saving === 'saved' && changes === 0 ? 'As shoppers see it' : words[saving];

  return (
    <div className={css.foot}>
      {facts.planned && (
        <p className={css.plan}>
          {facts.planned.map((each) => (
            <span key={each.id}>
              {planSentence(each)} {editedWords(each)}
            </span>
          ))}
        </p>
      )}
      <span className={css.state} role="status">
        {line}
        {facts.updatedBy && saving === 'saved' && changes > 0 && `, last by ${facts.updatedBy}`}
      </span>
      <Group gap={6} wrap="nowrap">
        {editor.can('content.write') && (
          <Menu position="top-start" shadow="md">
            <Menu.Target>
              <Button size="compact-sm" variant="default">
                Reset
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={changes === 0} onClick={() => editing.discard()}>
                To what shoppers see
              </Menu.Item>
              <Menu.Item disabled={isOwn} onClick={() => editing.resetAll()}>
                To the theme’s own
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
        {editor.can('content.publish') && (
          <Button
            size="compact-sm"
            disabled={changes === 0 && !facts.planned}
            onClick={() => setIsAsking(true)}
          >
            Publish …
          </Button>
        )}
      </Group>
      <Modal opened={isAsking} onClose={() => setIsAsking(false)} title="Publish the styles">
        <StylesDialog editing={editing} facts={facts} changes={changes} onClose={() => setIsAsking(false)} />
      </Modal>
    </div>
  );
}

function differences(one: ChosenTokens, other: ChosenTokens): number {
  const count = (scheme: 'light' | 'dark') =>
    [...new Set([...Object.keys(one[scheme]), ...Object.keys(other[scheme])])].filter(
      (name) => one[scheme][name] !== other[scheme][name],
    ).length;
  return count('light') + count('dark');
}
