import { Loader } from '@mantine/core';
import type { Experiment } from '@vitrine/content';
import css from './experiments.module.css';
import { liftWords, rateWords, revenueWords, type VersionResult, versionResults } from './result-words.ts';
import type { Results } from './use-results.ts';

const count = new Intl.NumberFormat('en');

/** What visitors did with each version, beside the original. */
export function ExperimentResults({
  experiment: { name, versions, state },
  results: { counts, problem },
}: {
  experiment: Experiment;
  results: Results;
}) {
  if (!counts)
    return problem === undefined ? (
      <Loader size="xs" role="img" aria-label={`Figures of ${name} are being fetched`} />
    ) : (
      <p className={css.text} role="alert">
        {`Its figures could not be fetched. ${problem}`}
      </p>
    );
  const labels = new Map(versions.map(({ name: version, label }) => [version, label]));
  const all = versionResults(counts);
  return (
    <>
      <table className={css.results}>
        <caption className={css.text}>
          {state.kind === 'running'
            ? 'So far, each visitor counted once'
            : 'While it ran, each visitor counted once'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Visitors</th>
            <th scope="col">Baskets</th>
            <th scope="col">Buyers</th>
            <th scope="col">Rate</th>
            <th scope="col">Beside A</th>
            <th scope="col">Revenue per visitor</th>
          </tr>
        </thead>
        <tbody>
          {all.map((each) => (
            <Row
              key={each.version}
              result={each}
              label={labels.get(each.version) ?? ''}
              isWinner={state.kind === 'ended' && state.winner === each.version}
            />
          ))}
        </tbody>
      </table>
      <ul className={css.verdicts}>
        {all.map(
          ({ version, verdict }) =>
            verdict !== undefined && <li key={version}>{withName(version, verdict, all.length)}</li>,
        )}
      </ul>
      {problem !== undefined && (
        <p className={css.text} role="status">
          {`These are not the newest figures. ${problem}`}
        </p>
      )}
    </>
  );
}

function Row({ result, label, isWinner }: { result: VersionResult; label: string; isWinner: boolean }) {
  const { version, visitors, baskets, buyers, rate, lift } = result;
  return (
    <tr>
      <th scope="row">
        <strong>{version.toUpperCase()}</strong> {label}
        {isWinner && <em> – for everybody now</em>}
      </th>
      <td data-label="Visitors">{count.format(visitors)}</td>
      <td data-label="Baskets">{count.format(baskets)}</td>
      <td data-label="Buyers">{count.format(buyers)}</td>
      <td data-label="Rate">{rateWords(rate)}</td>
      <td data-label="Beside A">{version === 'a' ? '' : liftWords(lift)}</td>
      <td data-label="Revenue per visitor">{revenueWords(result).join(', ') || '–'}</td>
    </tr>
  );
}

/** With more than two versions it is said which one is meant. */
function withName(version: string, verdict: string, versions: number): string {
  return versions > 2 ? `A and ${version.toUpperCase()}: ${verdict}` : verdict;
}
