import type { Audience, AudienceRule, Crowd, Device, VersionName } from '@vitrine/content';
import type { CustomerGroup } from '../app/backend.ts';
import { versionMark } from '../experiments/version-marks.ts';

const devices: Readonly<Record<Device, string>> = { phone: 'phone', tablet: 'tablet', computer: 'computer' };

/** A rule as one would say it: `Came through a link of the campaign spring or easter`. */
export function ruleWords(rule: AudienceRule, groups: readonly CustomerGroup[]): string {
  switch (rule.kind) {
    case 'campaign': {
      const what = {
        source: 'from the source',
        medium: 'by the medium',
        campaign: 'of the campaign',
      } as const;
      return `Came through a link ${what[rule.parameter]} ${anyOf(rule.values.map((each) => `“${each}”`))}`;
    }
    case 'referrer':
      return `Came from ${anyOf(rule.hosts)}`;
    case 'device':
      return `On a ${anyOf(rule.devices.map((each) => devices[each]))}`;
    case 'group':
      return `Customers of ${anyOf(rule.groups.map((id) => groups.find((each) => each.id === id)?.name ?? id))}`;
    case 'signed-in':
      return rule.is ? 'Signed in' : 'Not signed in';
    case 'basket':
      return rule.is ? 'Have begun a basket' : 'Have no basket yet';
  }
}

/** All rules in one sentence. */
export function audienceWords({ rules }: Audience, groups: readonly CustomerGroup[]): string {
  const [first, ...others] = rules.map((rule) => ruleWords(rule, groups));
  return [first, ...others.map((each) => each.charAt(0).toLowerCase() + each.slice(1))].join(', and ');
}

/** What something among the audiences of a module is called: `Spring letter`, `version B of “Short headline”`. */
export function audienceName(id: string, { audiences, experiments }: Crowd): string {
  const mark = versionMark([id]);
  if (!mark) return audiences.find((each) => each.id === id)?.name ?? `${id} (not there any more)`;
  return versionWords(
    mark.version,
    experiments.find((each) => each.id === mark.experiment)?.name ?? mark.experiment,
  );
}

function versionWords(version: VersionName, experiment: string): string {
  return `version ${version.toUpperCase()} of “${experiment}”`;
}

/** For whom something is among visitors, in words; nothing = for all of them. */
export function visitorWords(named: readonly string[] | undefined, crowd: Crowd): readonly string[] {
  const mark = versionMark(named);
  const shown = (named ?? []).filter((each) => !each.startsWith('!'));
  const others = (named ?? []).filter((each) => each.startsWith('!')).map((each) => each.slice(1));
  const apart = others.filter((each) => !versionMark([each]));
  return [
    ...(mark?.version === 'a'
      ? [
          versionWords(
            'a',
            crowd.experiments.find(({ id }) => id === mark.experiment)?.name ?? mark.experiment,
          ),
        ]
      : []),
    ...(shown.length > 0
      ? [`${mark && mark.version !== 'a' ? '' : 'only '}${anyOf(shown.map((id) => audienceName(id, crowd)))}`]
      : []),
    ...(apart.length > 0 ? [`not ${anyOf(apart.map((id) => audienceName(id, crowd)))}`] : []),
  ];
}

/** `a`, `a or b`, `a, b or c`. */
function anyOf(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
