import { Button, Menu, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Audience, AudienceRule, Crowd } from '@vitrine/content';
import { type FormEvent, useRef, useState } from 'react';
import type { CustomerGroup } from '../app/backend.ts';
import { audienceIdFor } from './audience-id.ts';
import css from './audiences.module.css';
import { FormFoot } from './form-foot.tsx';
import { draftOf, emptyRule, type RuleDraft, type RuleKind, readRule } from './rule-draft.ts';
import { RuleFields, ruleNames } from './rule-fields.tsx';

const MOST_RULES = 10;

/** Name and rules of an audience, new or to be changed. */
export function AudienceForm({
  begun,
  crowd,
  groups,
  onSave,
  onClose,
}: {
  /** What the form begins with; one without an id is new. */
  begun: Omit<Audience, 'id'> & { readonly id?: string };
  crowd: Crowd;
  groups: readonly CustomerGroup[];
  /** Rejects with a sentence when it was refused. */
  onSave: (audience: Audience) => Promise<void>;
  onClose: () => void;
}) {
  const [name, setName] = useState(begun.name);
  const count = useRef(0);
  const makeKey = () => String(count.current++);
  const [rules, setRules] = useState<readonly RuleDraft[]>(() =>
    begun.rules.map((rule) => draftOf(rule, makeKey())),
  );
  const [isAsked, setAsked] = useState(false);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const read = rules.map(readRule);
  const problems = read.map((each) => ('problem' in each ? each.problem : undefined));
  const kinds = (Object.keys(ruleNames) as RuleKind[]).filter(
    (kind) => kind !== 'group' || groups.length > 1,
  );

  function save(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    setRefused(undefined);
    if (name.trim() === '' || rules.length === 0 || problems.some((each) => each !== undefined)) return;
    setBusy(true);
    const id = begun.id ?? audienceIdFor(name, 'audience', crowd);
    onSave({ id, name: name.trim(), rules: read as AudienceRule[] }).catch((error: Error) => {
      setRefused(error.message);
      setBusy(false);
    });
  }

  return (
    <form className={css.form} onSubmit={save} noValidate>
      <TextInput
        size="xs"
        autoFocus
        label="Name"
        placeholder="Spring letter"
        maxLength={100}
        value={name}
        error={isAsked && name.trim() === '' && 'Give the audience a name.'}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {rules.map((rule, index) => (
        <RuleFields
          key={rule.key}
          rule={rule}
          groups={groups}
          problem={isAsked ? problems[index] : undefined}
          onChange={(changed) => setRules(rules.map((each) => (each.key === rule.key ? changed : each)))}
          onRemove={() => setRules(rules.filter((each) => each.key !== rule.key))}
        />
      ))}
      {rules.length === 0 && (
        <p className={css.note} data-problem={isAsked || undefined} role={isAsked ? 'alert' : undefined}>
          Add at least one rule: what do these visitors have in common?
        </p>
      )}
      {rules.length > 1 && <p className={css.note}>Only visitors for whom all of this is so.</p>}
      {rules.length < MOST_RULES && (
        <Menu shadow="md" position="bottom-start">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              className={css.addRule}
              leftSection={<IconPlus size={14} />}
            >
              Add a rule
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {kinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => setRules([...rules, emptyRule(kind, makeKey())])}>
                {ruleNames[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <FormFoot refused={refused} isBusy={isBusy} onClose={onClose} />
    </form>
  );
}
