export type FindingKind = 'link' | 'picture' | 'template' | 'example' | 'accessibility' | 'publishing';

/** Something about a page its author should know before it goes live. */
export interface Finding {
  readonly kind: FindingKind;
  /** An `error` keeps the page from being published; a `warning` does not. */
  readonly severity: 'error' | 'warning';
  /** The instance it is about; absent = the page as a whole. */
  readonly node?: string;
  /** The setting of the instance, for example `links.2.link@de`. */
  readonly path?: string;
  /** What is wrong and what to do, for the author. */
  readonly message: string;
}

export type Severity = Finding['severity'];

/** The worst that was found at each instance; the page as a whole is `''`. */
export function worstByNode(findings: readonly Finding[]): ReadonlyMap<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { node = '', severity } of findings) if (worst.get(node) !== 'error') worst.set(node, severity);
  return worst;
}

/** As a list tells them: of the example words that an instance still has, the first and how many others. */
export function told<Told extends Pick<Finding, 'node' | 'message'> & { readonly kind?: FindingKind }>(
  findings: readonly Told[],
): readonly Told[] {
  const examples = Map.groupBy(
    findings.filter(({ kind }) => kind === 'example'),
    ({ node }) => node,
  );
  return findings.flatMap((finding) => {
    if (finding.kind !== 'example') return [finding];
    const [first, ...others] = examples.get(finding.node) ?? [];
    if (finding !== first) return [];
    if (others.length === 0) return [finding];
    const rest = others.length === 1 ? 'Another text' : `${others.length} other texts`;
    return [{ ...finding, message: `${finding.message} ${rest} of it, in any language, too.` }];
  });
}

/** Errors first; each sentence about an instance once. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map(findings.map((each) => [`${each.node} ${each.path} ${each.message}`, each]));
  const rank = ({ severity }: Finding) => (severity === 'error' ? 0 : 1);
  return [...seen.values()].toSorted((one, other) => rank(one) - rank(other));
}
