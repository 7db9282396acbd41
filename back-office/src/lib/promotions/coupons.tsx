import { Button, Center, Group, NumberInput, Stack, Text } from '@mantine/core';
import type {
  CouponCodeView,
  CouponView,
  PromotionView,
  SaveCouponOutcome,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useSay } from '../asking/said.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { usePages } from '../asking/use-pages.ts';
import { Empty } from '../look/page-head.tsx';
import { type Column, Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { Tag } from '../look/tag.tsx';
import { number } from '../words/amount.ts';
import { AddCodes } from './add-codes.tsx';
import { download } from './codes.ts';

/** The codes that unlock a promotion. */
export function Coupons({ promotion }: { promotion: PromotionView }) {
  const asked = useAnswer<{ readonly coupons: readonly CouponView[] }>('/coupons');
  return (
    <Answer to={asked} of="the codes">
      {({ coupons }) => {
        const coupon = coupons.find(({ promotionId }) => promotionId === promotion.id);
        return coupon ? (
          <Codes key={JSON.stringify(coupon)} coupon={coupon} />
        ) : (
          <NoCoupon promotion={promotion} />
        );
      }}
    </Answer>
  );
}

function NoCoupon({ promotion }: { promotion: PromotionView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title="Codes">
      <Empty title="There are no codes yet">
        Nobody can use this promotion before there are.
        <div>
          <Button mt="sm" onClick={() => setOpen(true)}>
            Begin with codes
          </Button>
        </div>
      </Empty>
      <Limits
        coupon={{ id: promotion.id, promotionId: promotion.id }}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </Section>
  );
}

function Codes({ coupon }: { coupon: CouponView }) {
  const [doing, setDoing] = useState<'limits' | 'add'>();
  const say = useSay();
  const path = `/coupons/${encodeURIComponent(coupon.id)}/codes`;
  const pages = usePages<CouponCodeView>(path, 'codes', { limit: '50' });
  const close = () => setDoing(undefined);
  async function downloadAll() {
    const all: CouponCodeView[] = [];
    let after: string | undefined;
    do {
      const page: { codes: readonly CouponCodeView[]; next?: string } = await api.get(path, {
        limit: '1000',
        after,
      });
      all.push(...page.codes);
      after = page.next;
    } while (after !== undefined);
    const rows = all.map(({ code, enabled, uses, limit }) => [
      code,
      enabled ? 'yes' : 'no',
      uses,
      limit ?? '',
    ]);
    download(`codes-${coupon.id}.csv`, [['code', 'can be used', 'uses', 'limit'], ...rows]);
    say(`${number(all.length)} codes are downloaded.`);
  }
  const columns: readonly Column<CouponCodeView>[] = [
    { label: 'Code', cell: ({ code }) => <code>{code}</code> },
    {
      label: 'State',
      cell: ({ enabled }) => (enabled ? <Tag tone="good">Open</Tag> : <Tag tone="quiet">Closed</Tag>),
      onPhone: 'bare',
    },
    {
      label: 'Used',
      cell: ({ uses, limit }) => (limit === undefined ? uses : `${uses} of ${limit}`),
      isNumeric: true,
    },
    { label: 'Open or close', cell: (code) => <OpenOrClose code={code} />, onPhone: 'end' },
  ];
  return (
    <Section
      title="Codes"
      flush
      actions={
        <Group gap="xs">
          <Button variant="subtle" size="compact-sm" color="gray" onClick={() => setDoing('limits')}>
            Change the limits
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => void downloadAll()}
            disabled={coupon.codes === 0}
          >
            Download the codes
          </Button>
          <Button size="compact-sm" onClick={() => setDoing('add')}>
            Add codes
          </Button>
        </Group>
      }
    >
      <Text size="sm" px="md" pb="xs">
        {number(coupon.codes)} {coupon.codes === 1 ? 'code' : 'codes'}, used {number(coupon.uses)}{' '}
        {coupon.uses === 1 ? 'time' : 'times'}. {limitWords(coupon)}
      </Text>
      <Answer to={pages} of="the codes">
        {(codes) =>
          codes.length === 0 ? (
            <Empty title="No codes yet">Add some of your own, or let them be made.</Empty>
          ) : (
            <>
              <Rows label="Codes" items={codes} columns={columns} keyOf={({ code }) => code} />
              {pages.hasMore && (
                <Center py="md">
                  <Button variant="default" loading={pages.isFetchingMore} onClick={pages.more}>
                    Show more
                  </Button>
                </Center>
              )}
            </>
          )
        }
      </Answer>
      <Limits coupon={coupon} isOpen={doing === 'limits'} onClose={close} />
      <AddCodes coupon={coupon} isOpen={doing === 'add'} onClose={close} />
    </Section>
  );
}

function limitWords({ limit, limitPerCode, limitPerCustomer }: CouponView): string {
  const limits = [
    limit === undefined ? '' : `${number(limit)} times in all`,
    limitPerCode === undefined ? '' : `${number(limitPerCode)} times each`,
    limitPerCustomer === undefined ? '' : `${number(limitPerCustomer)} times by one customer`,
  ].filter(Boolean);
  return limits.length === 0 ? 'They can be used without limit.' : `They can be used ${limits.join(', ')}.`;
}

function OpenOrClose({ code: { code, enabled } }: { code: CouponCodeView }) {
  const input = { codes: [code], enabled: !enabled };
  const command = useCommand<typeof input, unknown>({
    send: (body, options) => api.post('/coupon-code-changes', body, options),
    tells: () => ({ done: enabled ? `${code} is closed.` : `${code} is open.` }),
  });
  return (
    <Group justify="flex-end">
      <Button
        size="compact-sm"
        variant="default"
        loading={command.isBusy}
        onClick={() => command.send(input)}
        aria-label={`${enabled ? 'Close' : 'Open'} ${code}`}
      >
        {enabled ? 'Close' : 'Open'}
      </Button>
    </Group>
  );
}

function Limits({
  coupon,
  isOpen,
  onClose,
}: {
  coupon: Pick<CouponView, 'id' | 'promotionId' | 'limit' | 'limitPerCode' | 'limitPerCustomer'>;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [limits, setLimits] = useState({
    limit: coupon.limit,
    limitPerCode: coupon.limitPerCode,
    limitPerCustomer: coupon.limitPerCustomer,
  });
  const { id, promotionId } = coupon;
  const input = { id, promotionId, ...limits };
  const command = useCommand<typeof input, SaveCouponOutcome>({
    send: (body, options) => api.post('/coupons', body, options),
    tells(answer) {
      if (answer.kind === 'saved') return { done: 'The limits are saved.' };
      if (answer.kind === 'unknown-promotion') return { refused: 'The promotion does not exist any more.' };
      return { refused: 'The promotion has codes already. Load the page again.' };
    },
    onDone: onClose,
  });
  const fields = [
    ['limit', 'All codes together'],
    ['limitPerCode', 'Each code'],
    ['limitPerCustomer', 'Each customer'],
  ] as const;
  return (
    <CommandDialog title="How often codes can be used" {...{ isOpen, onClose, command, input }} send="Save">
      {(problemAt) => (
        <Stack gap="sm">
          {fields.map(([name, label]) => (
            <NumberInput
              key={name}
              label={label}
              description="Empty = without limit."
              value={limits[name] ?? ''}
              onChange={(value) =>
                setLimits((before) => ({ ...before, [name]: typeof value === 'number' ? value : undefined }))
              }
              min={1}
              allowDecimal={false}
              error={problemAt(name)}
            />
          ))}
        </Stack>
      )}
    </CommandDialog>
  );
}
