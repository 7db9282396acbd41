/** What the runtime must know of a member of staff. An `Actor` of the commerce engine fits. */
export interface StaffMember {
  readonly kind: string;
  readonly capabilities?: readonly string[];
}

/** Who holds this session token; guests have no capabilities. */
export type StaffOf = (token: string | undefined) => Promise<StaffMember>;

/** A look behind the page that only staff may take, asked for in the address. */
export type StaffView = 'trace' | 'page-object' | 'preview';

const NEEDED: Readonly<Record<StaffView, string>> = {
  trace: 'trace.read',
  'page-object': 'trace.read',
  preview: 'content.preview',
};

/** The view an address asks for, whoever asks. */
export function staffViewOf({ searchParams }: URL): StaffView | undefined {
  if (searchParams.has('_trace')) return 'trace';
  if (searchParams.get('_format') === 'page-object') return 'page-object';
  return searchParams.has('_preview') ? 'preview' : undefined;
}

/** Whether the holder of the token may have it. Strangers are not told that it exists: they get the ordinary page. */
export async function mayHave(
  view: StaffView,
  token: string | undefined,
  staffOf: StaffOf,
): Promise<boolean> {
  if (token === undefined) return false;
  const { capabilities } = await staffOf(token);
  return capabilities?.includes(NEEDED[view]) ?? false;
}
