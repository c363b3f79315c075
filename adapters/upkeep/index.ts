import { execFile } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Upkeep } from '../../src/ports/health.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Text } from '../../src/ports/text.ts';

const TOOL = fileURLToPath(new URL('../../tools/backup/index.ts', import.meta.url));

const HOUR = 3_600_000;
/** A daily back-up that is older than this was missed, ms. */
const BACKUP_WITHIN = 50 * HOUR;
/** Less room than this is soon none, bytes. */
const ROOM = 300 * 1024 * 1024;
/** So long a checkpoint may fail before somebody has to look, ms. */
const UNSETTLED_FOR = 6 * HOUR;

export interface UpkeepParts {
  readonly dataFolder: string;
  /** When the last back-up was made, ms. */
  readonly lastBackup: () => Promise<number | undefined>;
  /** Whether back-ups are made regularly. */
  readonly backsUp: boolean;
  /** Since when no checkpoint could be made, ms. */
  readonly unsettledSince: () => number | undefined;
  readonly log: Log;
  readonly now: () => number;
  /** Makes a back-up; a process of its own when left out. */
  readonly backUp?: () => Promise<void>;
}

/** Watches what the operator has to keep in order beside the bot, and has back-ups made. */
export class Keeper {
  private readonly parts: UpkeepParts;
  private readonly begun: number;
  private last: number | undefined;
  private failed = false;
  private room: number | undefined;

  constructor(parts: UpkeepParts) {
    this.parts = parts;
    this.begun = parts.now();
  }

  /** Looks at the folder of back-ups and at the disk. */
  async look(): Promise<void> {
    const { dataFolder, lastBackup } = this.parts;
    this.last = await lastBackup();
    const { bavail, bsize } = await statfs(dataFolder);
    this.room = bavail * bsize;
  }

  /** Makes a back-up in a process of its own: reading everything must not hold up the bot. */
  async backUp(): Promise<void> {
    const { backUp = backUpBeside, log } = this.parts;
    try {
      await backUp();
      this.failed = false;
      log.info('a back-up was made and opened');
    } catch (error) {
      this.failed = true;
      log.error('a back-up could not be made', error);
    }
    await this.look();
  }

  /** Whether one is missing that should have been made while nothing ran. */
  get isOverdue(): boolean {
    const { backsUp, now } = this.parts;
    return backsUp && now() - (this.last ?? Number.NEGATIVE_INFINITY) > 24 * HOUR;
  }

  /** As it was seen last. */
  get upkeep(): Upkeep {
    return { lastBackup: this.last, needs: this.needs() };
  }

  private needs(): Upkeep['needs'] {
    const { backsUp, now, unsettledSince } = this.parts;
    const age = now() - Math.max(this.last ?? 0, this.begun);
    const unsettled = unsettledSince();
    const found: (Upkeep['needs'][number] | false)[] = [
      backsUp && (this.failed || age > BACKUP_WITHIN) && { what: 'backup', text: texts.backup },
      this.room !== undefined && this.room < ROOM && { what: 'room', text: texts.room(this.room) },
      unsettled !== undefined &&
        now() - unsettled > UNSETTLED_FOR && { what: 'checkpoint', text: texts.checkpoint },
    ];
    return found.filter((one) => one !== false);
  }
}

function backUpBeside(): Promise<void> {
  return new Promise((made, failed) => {
    execFile(execPath, [TOOL], { timeout: HOUR }, (error) => (error ? failed(error) : made()));
  });
}

const texts = {
  backup: {
    zh: '备份没做成。请管机器的人运行 npm run backup，看它说什么',
    en: [
      'No back-up could be made. Please have npm run backup run on the machine, ',
      'and read what it says',
    ].join(''),
  } satisfies Text,
  room: (bytes: number): Text => {
    const megabytes = Math.floor(bytes / 1024 / 1024);
    return {
      zh: `机器的磁盘快满了，只剩 ${megabytes} MB。请管机器的人腾出地方`,
      en: `The disk of the machine is nearly full: ${megabytes} MB are left. Please have room made`,
    };
  },
  checkpoint: {
    zh: '记下的东西几个小时没能整理进文件（都还在）。请管机器的人运行 npm run doctor',
    en: [
      'What is kept has not got into its files for hours (nothing is lost). ',
      'Please have npm run doctor run on the machine',
    ].join(''),
  } satisfies Text,
};
