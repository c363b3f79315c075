import type { ConnectionStatus } from './connection.ts';
import type { Holding } from './store.ts';
import type { Text } from './text.ts';

/** How the process is doing, in numbers: no names, no words of people. */
export interface HealthReport {
  /** When the bot was started, ms. */
  readonly since: number;
  /** Messages that came since then, by platform. */
  readonly messages: ReadonlyMap<string, number>;
  /** Messages that were not for the bot, by reason. */
  readonly ignored: ReadonlyMap<string, number>;
  /** What is still to be sent or fetched. */
  readonly waiting: number;
  readonly alliances: number;
  readonly connections: readonly {
    readonly platform: string;
    /** `unattended`: it is carried by hand, and nobody does just now. */
    readonly state: ConnectionStatus['state'] | 'unattended';
    /** When something was last heard there, ms; undefined since the start. */
    readonly lastHeard: number | undefined;
  }[];
  /** How long ago the clock ticked last, ms; it ticks twice a minute. */
  readonly sinceTick: number;
  readonly clockBehind: boolean;
  /** Nothing can be kept since, ms. */
  readonly refusingSince: number | undefined;
  /** What is kept could not be brought into its lasting place since, ms. */
  readonly unsettledSince: number | undefined;
  /** How this process holds the records, where several may. */
  readonly holding: Holding | undefined;
}

/** What the operator keeps in order beside the bot. */
export interface Upkeep {
  /** When the last back-up was made, ms; undefined where there is none. */
  readonly lastBackup: number | undefined;
  /** What needs hands now, each under a word of its own. */
  readonly needs: readonly { readonly what: string; readonly text: Text }[];
}
