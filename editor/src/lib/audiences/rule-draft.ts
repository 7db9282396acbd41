import type { AudienceRule, CampaignParameter, Device } from '@vitrine/content';

/** A rule while it is written: everything a kind needs may still be missing. */
export type RuleDraft = { readonly key: string } & (
  | { readonly kind: 'campaign'; readonly parameter: CampaignParameter; readonly written: string }
  | { readonly kind: 'referrer'; readonly written: string }
  | { readonly kind: 'device'; readonly devices: readonly Device[] }
  | { readonly kind: 'group'; readonly groups: readonly string[] }
  | { readonly kind: 'signed-in' | 'basket'; readonly is: boolean }
);

export type RuleKind = AudienceRule['kind'];

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

export function emptyRule(kind: RuleKind, key: string): RuleDraft {
  switch (kind) {
    case 'campaign':
      return { key, kind, parameter: 'campaign', written: '' };
    case 'referrer':
      return { key, kind, written: '' };
    case 'device':
      return { key, kind, devices: [] };
    case 'group':
      return { key, kind, groups: [] };
    default:
      return { key, kind, is: true };
  }
}

export function draftOf(rule: AudienceRule, key: string): RuleDraft {
  switch (rule.kind) {
    case 'campaign':
      return { key, kind: rule.kind, parameter: rule.parameter, written: rule.values.join(', ') };
    case 'referrer':
      return { key, kind: rule.kind, written: rule.hosts.join(', ') };
    default:
      return { key, ...rule };
  }
}

/** The rule that is written, or what is missing, in a sentence. */
export function readRule(draft: RuleDraft): AudienceRule | { readonly problem: string } {
  switch (draft.kind) {
    case 'campaign': {
      const { parameter } = draft;
      const values = [...new Set(divided(draft.written).map((each) => campaignWord(each, parameter)))];
      if (values.length === 0)
        return { problem: 'Write the word that stands in your links, for example spring-letter.' };
      const wrong = values.find((each) => /:\/\/|^$|utm_\w+=/.test(each));
      if (wrong !== undefined)
        return {
          problem: `Write only what stands after utm_${parameter}= in your links${wrong && `, not “${wrong}”`}.`,
        };
      return { kind: draft.kind, parameter: draft.parameter, values };
    }
    case 'referrer': {
      const hosts = [...new Set(divided(draft.written).map(hostOf))];
      if (hosts.length === 0) return { problem: 'Write where they come from, for example example.com.' };
      const wrong = hosts.find((each) => !HOST.test(each));
      if (wrong !== undefined) return { problem: `“${wrong}” is no site. Write it like example.com.` };
      return { kind: draft.kind, hosts };
    }
    case 'device':
      return draft.devices.length > 0
        ? { kind: draft.kind, devices: draft.devices }
        : { problem: 'Choose at least one device.' };
    case 'group':
      return draft.groups.length > 0
        ? { kind: draft.kind, groups: draft.groups }
        : { problem: 'Choose at least one group of customers.' };
    default:
      return { kind: draft.kind, is: draft.is };
  }
}

/** Words between commas, each once. */
function divided(written: string): readonly string[] {
  return [...new Set(written.split(/[,;\n]/).map((each) => each.trim()))].filter((each) => each !== '');
}

/** What a parameter says in a link that may have been copied from the address line; other words stay. */
function campaignWord(written: string, parameter: CampaignParameter): string {
  const named = `utm_${parameter}`;
  if (!written.includes(`${named}=`)) return written;
  const [, query = written] = /\?([^#]*)/.exec(written) ?? [];
  return new URLSearchParams(query).get(named)?.trim() ?? '';
}

/** The host of what may have been copied from the address line. */
function hostOf(written: string): string {
  return written
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/^www\./, '');
}
