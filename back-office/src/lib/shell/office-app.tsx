import { Text } from '@mantine/core';
import { ErrorFrame } from '@vitrine/ui';
import { Link } from '../address/link.tsx';
import { usePath } from '../address/location.ts';
import { Answer, Refused } from '../asking/answer.tsx';
import { Empty } from '../look/page-head.tsx';
import { findPage } from './jobs.tsx';
import { OfficeFrame } from './office-frame.tsx';
import { SessionContext, useAskSession, useMay } from './session.ts';

/** The back office: its frame, and the page its address names. */
export function OfficeApp() {
  const asked = useAskSession();
  return (
    <Answer to={asked} of="the back office">
      {(session) => (
        <SessionContext value={session}>
          <OfficeFrame>
            <Page />
          </OfficeFrame>
        </SessionContext>
      )}
    </Answer>
  );
}

function Page() {
  const path = usePath();
  const may = useMay();
  const found = findPage(path);
  if (!found)
    return (
      <Empty title="There is no page here">
        <Text size="sm">
          Perhaps an old address. Go to the <Link to="/">start of the office</Link>.
        </Text>
      </Empty>
    );
  const { job, page, id } = found;
  if (job.needs && !may(job.needs)) return <Refused />;
  return (
    <ErrorFrame key={path} of="this page">
      <page.View id={id} />
    </ErrorFrame>
  );
}
