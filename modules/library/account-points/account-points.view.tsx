import { joinProgramme } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { formatMoney, MutationForm } from '@vitrine/modules/view';
import { AccountPart, AccountSection } from '../account-parts.tsx';
import { dayIn } from '../order-progress.tsx';
import styles from './account-points.module.css';
import type { accountPoints } from './account-points.module.ts';
import { PointsLedger } from './points-ledger.tsx';
import { PointsSum, totalOf } from './points-sum.tsx';

type Props = ModuleProps<typeof accountPoints>;
type Member = NonNullable<Props['data']['loyalty']>[number];
type Programme = Member['programme'];

export function AccountPointsView(props: Props) {
  const { id, data, t } = props;
  if (!data.me) return null;
  const members = data.loyalty ?? [];
  const open = (data.programmes ?? []).filter((each) =>
    members.every(({ programme }) => programme.id !== each.id),
  );
  return (
    <AccountSection id={id} title={t('title')} styles={styles}>
      {members.length + open.length === 0 && (
        <div className={styles.empty}>
          <p>{t('none')}</p>
        </div>
      )}
      {members.map((member) => (
        <Membership key={member.programme.id} {...props} member={member} />
      ))}
      {open.map((programme) => (
        <Invitation key={programme.id} {...props} programme={programme} />
      ))}
    </AccountSection>
  );
}

function Membership(props: Props & { member: Member }) {
  const { id, config, context, href, t, member } = props;
  const { programme, points, worth, pending, debt, runsOut, movements, hasEarlier } = member;
  const { locale } = context;
  const day = dayIn({ locale, timeZone: config.timeZone });
  const begin = `${id}-${programme.id}`;
  return (
    <>
      <div className={styles.account}>
        <p className={styles.soft}>{programme.name}</p>
        <p className={styles.balance}>{t('points', { count: points })}</p>
        {worth && worth.amount > 0 && <p>{t('worth', { amount: formatMoney(worth, locale) })}</p>}
        {runsOut && (
          <p className={styles.soft}>
            {t(runsOut.points === points ? 'all-run-out' : 'runs-out', {
              count: runsOut.points,
              date: day(runsOut.at),
            })}
          </p>
        )}
        {debt > 0 && <p className={styles.debt}>{t('debt', { points: t('points', { count: debt }) })}</p>}
      </div>
      <Tier member={member} t={t} />
      {pending + debt > 0 && (
        <AccountPart id={`${begin}-sum`} title={t('sum')} styles={styles}>
          <PointsSum member={member} locale={locale} day={day} t={t} />
        </AccountPart>
      )}
      <AccountPart id={`${begin}-movements`} title={t('movements')} styles={styles}>
        <PointsLedger
          movements={movements}
          total={totalOf(member)}
          hasEarlier={hasEarlier}
          locale={locale}
          timeZone={config.timeZone}
          addressOf={(order) => `${href('/account/orders')}?${new URLSearchParams({ order })}`}
          t={t}
        />
      </AccountPart>
      <AccountPart id={`${begin}-how`} title={t('how')} styles={styles}>
        <Rules programme={programme} locale={locale} t={t} />
      </AccountPart>
    </>
  );
}

/** Where somebody stands, and how far it is to the next one. */
function Tier({ member, t }: { member: Member; t: Props['t'] }) {
  const { tier, nextTier, qualifying, programme } = member;
  if (programme.tiers.length === 0) return null;
  const missing = nextTier && t('next-tier', { missing: nextTier.missing, tier: nextTier.name });
  return (
    <div className={styles.tier}>
      {tier && <p className={styles.tierName}>{t('tier', { tier: tier.name })}</p>}
      {nextTier && (
        <progress
          className={styles.way}
          max={nextTier.from}
          value={Math.min(qualifying, nextTier.from)}
          aria-label={missing}
        />
      )}
      <p className={styles.missing}>{missing ?? t('top-tier')}</p>
      {nextTier && <p className={styles.soft}>{t('tier-how', { days: programme.tierWindowDays })}</p>}
    </div>
  );
}

function Rules({ programme, locale, t }: { programme: Programme; locale: string; t: Props['t'] }) {
  const { description, earn, redeem, expiryDays } = programme;
  const points = (count: number) => t('points', { count });
  return (
    <>
      {description && <p>{description}</p>}
      <ul className={styles.coming}>
        {earn.map((rule) => (
          <li key={rule.per.amount}>
            {t('earns', { points: points(rule.points), amount: formatMoney(rule.per, locale) })}
          </li>
        ))}
        {redeem && (
          <li>
            {t((redeem.least ?? 1) > 1 ? 'pays-least' : 'pays', {
              points: points(redeem.points),
              amount: formatMoney(redeem.amount, locale),
              least: points(redeem.least ?? 1),
            })}
          </li>
        )}
        {expiryDays !== undefined && <li>{t('expires', { days: t('days', { count: expiryDays }) })}</li>}
      </ul>
    </>
  );
}

/** A programme somebody does not take part in yet. */
function Invitation({ id, context, href, subject, t, programme }: Props & { programme: Programme }) {
  const { id: programmeId, name, isAutomatic, joinPoints } = programme;
  return (
    <AccountPart id={`${id}-${programmeId}`} title={name} styles={styles}>
      <p>{t(isAutomatic ? 'join-by-order' : 'join-intro')}</p>
      <Rules programme={programme} locale={context.locale} t={t} />
      {joinPoints > 0 && <p>{t('join-points', { points: t('points', { count: joinPoints }) })}</p>}
      <MutationForm mutation={joinProgramme} values={{ _from: href(subject.path), programmeId }}>
        <button type="submit" className="vt-button">
          {t('join')}
        </button>
      </MutationForm>
    </AccountPart>
  );
}
