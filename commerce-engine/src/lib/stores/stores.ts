import type { CommandContext } from '../api/commerce-client.ts';
import type { EngineContext, ReadOptions } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import { parseInput } from '../parse-input.ts';
import { remember } from '../remember.ts';
import { settingsCall } from '../settings-call.ts';
import {
  type ChangeChannelOutcome,
  type ChannelChangeInput,
  changeChannel,
  channelChangeSchema,
} from './change-channel.ts';
import { type UpsertOutcome, upsertChannels, upsertLocations } from './stores.commands.ts';
import { channelIn, readChannels, readLocations } from './stores.queries.ts';
import type { ChannelView, LocationView } from './stores.views.ts';
import { type ChannelInput, channelSchema, type LocationInput, locationSchema } from './stores-import.ts';

/** Where the shop sells and keeps its stock. */
export interface Stores {
  /** All channels, in the order they were set up. No statement while none changes. */
  channels(options?: ReadOptions): Promise<readonly ChannelView[]>;
  /** @throws CommerceError `unknown_channel`. */
  channel(id: string, options?: ReadOptions): Promise<ChannelView>;
  /** All locations, in the order they were set up. No statement while none changes. */
  locations(options?: ReadOptions): Promise<readonly LocationView[]>;
  /** Makes or changes channels by id; those not named stay. Needs `staff.manage`. */
  importChannels(command: CommandContext, channels: readonly ChannelInput[]): Promise<UpsertOutcome[]>;
  /**
   * Changes a channel's name, whether its prices hold tax, or what it sells from. Needs `settings.write`.
   * @throws CommerceError `unknown_channel`, `bad_input`.
   */
  changeChannel(command: CommandContext, input: ChannelChangeInput): Promise<ChangeChannelOutcome>;
  /** Makes or changes locations by id; those not named stay. Needs `staff.manage`. */
  importLocations(command: CommandContext, locations: readonly LocationInput[]): Promise<UpsertOutcome[]>;
}

export function createStores(context: EngineContext): Stores {
  const { database, clock } = context;
  const channels = remember(database, ['channel.changed'], readChannels);
  const locations = remember(database, ['location.changed'], readLocations);
  return {
    channels: (options) => channels.read(options?.on ?? database),
    channel: async (id, options) => channelIn(await channels.read(options?.on ?? database), id),
    locations: (options) => locations.read(options?.on ?? database),
    async importChannels(command, channels) {
      const inputs = channels.map((input) => parseInput(channelSchema, input, `channel "${input?.id}"`));
      const call = { name: 'stores.importChannels', capability: 'staff.manage', body: inputs } as const;
      return runCommand(context, command, call, (tx) => upsertChannels(tx, inputs));
    },
    async changeChannel(command, asked) {
      const input = parseInput(channelChangeSchema, asked, 'this change of a channel');
      const call = settingsCall('stores.changeChannel', input);
      return runCommand(context, command, call, (tx) =>
        changeChannel(tx, input, (detail) =>
          recordAudit(tx, {
            actor: command.actor,
            action: call.name,
            subject: `channel:${input.id}`,
            detail,
            at: clock(),
          }),
        ),
      );
    },
    async importLocations(command, locations) {
      const inputs = locations.map((input) => parseInput(locationSchema, input, `location "${input?.id}"`));
      const call = { name: 'stores.importLocations', capability: 'staff.manage', body: inputs } as const;
      return runCommand(context, command, call, (tx) => upsertLocations(tx, inputs));
    },
  };
}
