import { Alert, Button, List, Stack, Text } from '@mantine/core';
import type { EnablePromotionOutcome, PromotionView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { leadsTo } from '../address/link.tsx';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { Columns } from '../look/columns.tsx';
import { Facts } from '../look/facts.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { useSession } from '../shell/session.ts';
import { when } from '../words/when.ts';
import { Coupons } from './coupons.tsx';
import { hoursWords } from './hours-words.ts';
import { PromotionForm } from './promotion-form.tsx';
import { PromotionTag } from './promotion-tag.tsx';
import { modeWords, nameOf } from './promotion-words.ts';
import css from './promotions.module.css';
import { useEffectWords } from './use-effect-words.ts';

const back = { to: '/promotions', label: 'Promotions' };

/** A promotion: what it gives, when, and its codes. */
export function PromotionPage({ id }: { id: string }) {
  const asked = useAnswer<{ readonly promotion: PromotionView | null }>(
    `/promotions/${encodeURIComponent(id)}`,
  );
  return (
    <Answer to={asked} of="the promotion">
      {({ promotion }) =>
        promotion ? (
          <One promotion={promotion} />
        ) : (
          <>
            <PageHead title="Promotion" back={back} />
            <Empty title="There is no such promotion" />
          </>
        )
      }
    </Answer>
  );
}

function One({ promotion }: { promotion: PromotionView }) {
  const [isEditing, setEditing] = useState(false);
  const words = useEffectWords([promotion]);
  if (isEditing) {
    const { enabled: _, changedAt: __, ...draft } = promotion;
    return (
      <>
        <PageHead title={`Change ${nameOf(promotion)}`} back={back} />
        <PromotionForm
          draft={draft}
          isNew={false}
          onSaved={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      </>
    );
  }
  return (
    <>
      <PageHead title={nameOf(promotion)} back={back} about={<PromotionTag of={promotion} />}>
        <Button
          variant="default"
          component="a"
          {...leadsTo(`/why-this-price?try=${encodeURIComponent(promotion.id)}`)}
        >
          Try the promotion
        </Button>
        {!promotion.enabled && (
          <Button variant="default" onClick={() => setEditing(true)}>
            Change the promotion
          </Button>
        )}
        <PublishOrStop promotion={promotion} />
      </PageHead>
      <Columns beside={<Beside promotion={promotion} />}>
        <Section title="What it gives">
          <div className={css.reads}>
            <Text>{words(promotion)}</Text>
          </div>
          {promotion.enabled && (
            <Text size="sm" c="dimmed" mt="xs">
              To change it, stop it first: what shoppers were promised does not change under their hands.
            </Text>
          )}
        </Section>
        {promotion.coupon && <Coupons promotion={promotion} />}
      </Columns>
    </>
  );
}

function Beside({ promotion }: { promotion: PromotionView }) {
  const { channels } = useSession();
  const { from, to, mode, priority, priceGroups, currency, coupon, changedAt, hours } = promotion;
  return (
    <Section title="Who, where, when">
      <Facts
        of={{
          From: from === undefined ? 'At once' : when(from),
          To: to === undefined ? 'Until it is stopped' : when(to),
          Hours: hours && hoursWords(hours),
          Channels:
            promotion.channels?.map((id) => channels.find((each) => each.id === id)?.name ?? id).join(', ') ??
            'All',
          'Price groups': priceGroups?.ids.join(priceGroups.match === 'all' ? ' and ' : ' or ') ?? 'Everyone',
          Currency: currency,
          Code: coupon ? 'Needed' : 'None needed',
          'Goes together': modeWords[mode],
          Priority: priority,
          Changed: when(changedAt),
        }}
      />
    </Section>
  );
}

function PublishOrStop({ promotion }: { promotion: PromotionView }) {
  return promotion.enabled ? <Stop promotion={promotion} /> : <Publish promotion={promotion} />;
}

function Publish({ promotion: { id } }: { promotion: PromotionView }) {
  const [missing, setMissing] = useState<Extract<EnablePromotionOutcome, { kind: 'not-ready' }>['problems']>(
    [],
  );
  const command = useCommand<undefined, EnablePromotionOutcome>({
    send: (_, options) => api.post(`/promotions/${encodeURIComponent(id)}/enable`, undefined, options),
    tells(answer) {
      setMissing(answer.kind === 'not-ready' ? answer.problems : []);
      if (answer.kind === 'enabled') return { done: 'The promotion is published.' };
      return {
        refused: answer.kind === 'unknown' ? 'It does not exist any more.' : 'It is not complete yet.',
      };
    },
  });
  return (
    <>
      <Button loading={command.isBusy} onClick={() => command.send(undefined)}>
        Publish the promotion
      </Button>
      {command.problem && (
        <Alert color="red" role="alert" w="100%">
          <Stack gap={4}>
            <Text size="sm">{command.problem.sentence}</Text>
            <List size="sm">
              {missing.map(({ path, problem }) => (
                <List.Item key={`${path} ${problem}`}>
                  {path}: {problem}
                </List.Item>
              ))}
            </List>
          </Stack>
        </Alert>
      )}
    </>
  );
}

function Stop({ promotion: { id } }: { promotion: PromotionView }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const command = useCommand<undefined, { readonly kind: 'disabled' | 'unknown' }>({
    send: (_, options) => api.post(`/promotions/${encodeURIComponent(id)}/disable`, undefined, options),
    tells: ({ kind }) =>
      kind === 'disabled'
        ? { done: 'The promotion is stopped. Nobody gets it any more.' }
        : { refused: 'It does not exist any more.' },
    onDone: close,
  });
  return (
    <>
      <Button color="red" variant="default" onClick={() => setOpen(true)}>
        Stop the promotion
      </Button>
      <CommandDialog
        title="Stop the promotion"
        isGrave
        {...{ isOpen, command }}
        onClose={close}
        input={undefined}
        send="Stop the promotion"
      >
        <Text size="sm">
          Nobody gets it from now on, not in carts that are being filled either. Orders keep what they got. It
          can be published again.
        </Text>
      </CommandDialog>
    </>
  );
}
