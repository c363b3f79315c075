import { backupsIn } from '../adapters/backup/kept.ts';
import { backupFolder, settings as backupSettings } from '../adapters/backup/settings.ts';
import { healthSettings, type Meters, serveHealth } from '../adapters/health/index.ts';
import type { ReadSettings } from '../adapters/registration.ts';
import { Schedule, scheduleSettings } from '../adapters/schedule/index.ts';
import { Keeper } from '../adapters/upkeep/index.ts';
import type { Bot } from './bot.ts';
import type { Clock } from './ports/clock.ts';
import type { Upkeep } from './ports/health.ts';
import type { Log } from './ports/log.ts';
import type { Holder } from './ports/store.ts';

interface OperateParts {
  readonly settings: ReadSettings;
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly meters: Meters;
  /** The process beside which this one waits. */
  readonly waitsFor: () => Holder | undefined;
  /** The bot; undefined until it has started. */
  readonly bot: () => Bot | undefined;
  /** Whether there is anything to operate: the example needs nothing. */
  readonly isOn: boolean;
}

/** So long after the start what was missed while nothing ran is made up for, ms. */
const AFTER_START = 60_000;

function hours(ms: number): number {
  return Math.round(ms / 3_600_000);
}

/** What whoever runs the bot would otherwise have to do: back-ups, sweeps, a look at its health. */
export class Operation {
  private readonly keeper: Keeper;
  private readonly parts: OperateParts;
  private readonly told = new Set<string>();
  private readonly ends: (() => void)[] = [];

  constructor(parts: OperateParts) {
    this.parts = parts;
    const { settings, dataFolder, log, clock, bot } = parts;
    const folder = backupFolder(settings(backupSettings), dataFolder);
    this.keeper = new Keeper({
      dataFolder,
      lastBackup: async () => (await backupsIn(folder))[0]?.at,
      backsUp: settings(scheduleSettings).BACKUP_SCHEDULE !== 'off',
      unsettledSince: () => bot()?.operator.report().unsettledSince,
      log,
      now: clock.now,
    });
  }

  /** What it keeps in order, for `/状态`. */
  get upkeep(): (() => Upkeep) | undefined {
    return this.parts.isOn ? () => this.keeper.upkeep : undefined;
  }

  /** Answers about its health from now on, where that is wanted. @throws UserError */
  async serve(): Promise<void> {
    const { settings, clock, meters, bot, waitsFor } = this.parts;
    const { HEALTH_PORT: port } = settings(healthSettings);
    if (port === undefined || !this.parts.isOn) return;
    const report = () => bot()?.operator.report();
    const upkeep = () => this.keeper.upkeep;
    this.ends.push(await serveHealth({ port, report, waitsFor, upkeep, meters, now: clock.now }));
  }

  /** Begins to do things at their times; each tick of the clock looks which. */
  async begin(): Promise<void> {
    const { settings, clock, log, isOn } = this.parts;
    if (!isOn) return;
    const given = settings(scheduleSettings);
    const schedule = new Schedule(
      [
        { name: 'back-up', at: given.BACKUP_SCHEDULE, run: () => this.keeper.backUp() },
        {
          name: 'sweep',
          at: given.SWEEP_SCHEDULE,
          run: async () => this.parts.bot()?.operator.sweep(),
        },
        { name: 'daily line', at: given.DAILY_LINE, run: () => this.sayHowItIs() },
        { name: 'look', at: '*/10 * * * *', run: () => this.look() },
      ],
      { zone: given.LIANLUO_ZONE, log },
    );
    this.ends.push(clock.everyTick(() => void schedule.look(clock.now())));
    this.ends.push(clock.after(AFTER_START, () => void this.makeUp()));
    await this.keeper.look();
  }

  end(): void {
    for (const end of this.ends.splice(0)) end();
  }

  /** What fell into the time in which nothing ran. */
  private async makeUp(): Promise<void> {
    const { bot, log } = this.parts;
    bot()?.operator.sweep();
    if (this.keeper.isOverdue && (bot()?.operator.report().alliances ?? 0) > 0)
      await this.keeper.backUp();
    await this.look().catch((error: unknown) => log.error('the look at the machine failed', error));
  }

  /** Looks at the machine; tells the convenors of what needs hands, once as long as it lasts. */
  private async look(): Promise<void> {
    await this.keeper.look();
    const { needs } = this.keeper.upkeep;
    for (const what of this.told)
      if (!needs.some((one) => one.what === what)) this.told.delete(what);
    for (const { what, text } of needs) {
      if (this.told.has(what)) continue;
      this.told.add(what);
      this.parts.log.warn('something needs hands', { what });
      await this.parts.bot()?.operator.tellConvenors({ zh: `⚠ ${text.zh}`, en: `⚠ ${text.en}` });
    }
  }

  /** One line a day: that all is well, or what is not. */
  private async sayHowItIs(): Promise<void> {
    const { bot, log, meters, clock } = this.parts;
    const report = bot()?.operator.report();
    if (report === undefined) return;
    await this.keeper.look();
    const { needs, lastBackup } = this.keeper.upkeep;
    const down = report.connections.filter(({ state }) => state === 'down' || state === 'login');
    const wrong = [
      ...needs.map(({ what }) => what),
      ...down.map(({ platform }) => platform),
      ...(report.refusingSince === undefined ? [] : ['disk']),
      ...(report.clockBehind ? ['clock'] : []),
    ];
    const sum = (counts: ReadonlyMap<string, number>) =>
      [...counts.values()].reduce((all, count) => all + count, 0);
    const fields = {
      upHours: hours(clock.now() - report.since),
      messages: sum(report.messages),
      commands: sum(meters.commands),
      waiting: report.waiting,
      ...(lastBackup === undefined ? {} : { backupAgeHours: hours(clock.now() - lastBackup) }),
    };
    if (wrong.length === 0) log.info('all is well', fields);
    else log.warn('not all is well', { wrong: wrong.join(', '), ...fields });
  }
}
