import { useNetwork } from '@mantine/hooks';
import css from './shell.module.css';

/** Says above every page that there is no network. */
export function OfflineLine() {
  const { online } = useNetwork();
  if (online) return null;
  return (
    <div className={css.offline} role="status">
      No network. What is shown may be out of date, and nothing can be changed until it is back.
    </div>
  );
}
