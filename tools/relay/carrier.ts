import { OwnTexts } from '../../adapters/relay/own-texts.ts';
import { readPaste } from '../../adapters/terminal/paste.ts';
import type { RelayAnswer, RelayCommand, RelayQuestion } from '../../src/admin/index.ts';
import type { Text } from '../../src/ports/text.ts';
import { texts } from './texts.ts';

export interface CarrierParts {
  readonly platform: string;
  /** What people call the platform. */
  readonly title: Text;
  /** Tells this run from others. */
  readonly session: string;
  /** Gives the bot an order; undefined when none runs. */
  readonly give: (order: RelayCommand) => Promise<RelayAnswer | undefined>;
  /** Shows what is to be pasted; resolves when it stands there. */
  readonly show: (text: string) => Promise<void>;
  /** Tells whoever carries something. */
  readonly tell: (text: Text) => void;
  /** Whether there is somebody to be asked, and to be told what to do. */
  readonly asks: boolean;
  /** What is to be done first, where something is. */
  readonly hint?: () => Promise<Text | undefined>;
  /** Whether the bot runs for this alone. */
  readonly isOwn: () => boolean;
}

/**
 * How a round went: `busy`, there is more at once; `quiet`, nothing is left to do; `away`, no bot
 * runs.
 */
export type Round = 'busy' | 'waits' | 'quiet' | 'away' | 'replaced';

/** So much is said in one order; the bot hears of us in between. */
const AT_ONCE = 100;

/**
 * Carries a platform by hand, between somebody in front of it and the bot: round by round, nothing
 * lost or said twice.
 */
export class Carrier {
  private readonly parts: CarrierParts;
  private readonly own = new OwnTexts();
  private readonly seen = new Set<string>();
  private readonly answers: Record<string, string | null> = {};
  private said: RelayCommand['said'] = [];
  /** Shown, and the bot does not know it yet. */
  private shown: readonly string[] = [];
  private question: RelayQuestion | undefined;
  private receipt = { count: 0, left: [] as RelayAnswer['left'], acted: new Map<string, number>() };
  private entries = 0;
  private group: string | undefined;
  private stuck = false;
  private welcomed = false;
  private isAway = false;
  private isReplaced = false;
  private groups: RelayAnswer['groups'] = [];
  private owed = 0;

  constructor(parts: CarrierParts) {
    this.parts = parts;
  }

  /** Whether there is something to be said or told that waits for nobody. */
  get ready(): boolean {
    return (
      this.shown.length > 0 || (this.said.length > 0 && this.question === undefined && !this.stuck)
    );
  }

  /** Whether all that was said is taken. */
  get isDone(): boolean {
    return this.said.length === 0;
  }

  /** The group that is being spoken of. */
  get here(): string {
    return this.group ?? (this.groups.length === 1 ? (this.groups[0]?.label ?? '') : '');
  }

  /** Takes lines that belong together. */
  paste(lines: readonly string[]): void {
    const { said, nobodys, group } = readPaste(lines, this.group);
    this.group = group;
    for (const one of said) this.said.push({ ...one, n: ++this.entries });
    for (const text of nobodys)
      if (!this.own.has(text)) this.parts.tell(texts.nobodys(shortened(text)));
  }

  /** An answer to what was asked last. @returns false when it is none. */
  answer(line: string): boolean {
    const { question } = this;
    if (question === undefined) return false;
    const word = line.trim().toLowerCase();
    const ids = question.kind === 'person' ? question.choices.map(({ id }) => id) : ['new'];
    const yes = /^(y|yes|是|是的)$/.test(word) && ids.length === 1 ? ids[0] : ids[Number(word) - 1];
    if (yes === undefined && !/^(n|no|不|不是|都不是)$/.test(word)) return false;
    this.answers[question.key] = yes ?? null;
    this.question = undefined;
    return true;
  }

  /** Says what is to be said, shows what is to be shown. */
  async round(leaves = false): Promise<Round> {
    const said = this.question === undefined && !leaves ? this.said.slice(0, AT_ONCE) : [];
    const shown = [...this.shown];
    const came = await this.order(said, shown, leaves);
    this.noteAway(came === undefined);
    if (came === undefined) return 'away';
    if (came.taken) return this.replaced();
    this.shown = this.shown.filter((id) => !shown.includes(id));
    this.groups = came.groups;
    this.owed = came.owed;
    await this.welcome();
    this.took(came);
    for (const one of came.show) await this.show(one);
    if (this.ready) return 'busy';
    return this.said.length > 0 || came.owed > 0 || said.length > 0 ? 'waits' : 'quiet';
  }

  /** Goes; what is still to be shown stays with the bot. */
  async leave(): Promise<Round> {
    const round = await this.round(true);
    if (round !== 'replaced') this.parts.tell(texts.over(this.owed, this.said.length));
    return round;
  }

  private order(
    said: RelayCommand['said'],
    shown: string[],
    leaves: boolean,
  ): Promise<RelayAnswer | undefined> {
    const { platform, session, asks, give } = this.parts;
    const { answers } = this;
    const order = { do: 'relay' as const, platform, session, shown, said, asks, answers };
    return give(leaves ? { ...order, leaves } : order);
  }

  private noteAway(isAway: boolean): void {
    if (isAway !== this.isAway && this.welcomed)
      this.parts.tell(isAway ? texts.away(this.said.length) : texts.back);
    this.isAway = isAway;
  }

  private replaced(): Round {
    if (!this.isReplaced) this.parts.tell(texts.replaced(this.parts.isOwn()));
    this.isReplaced = true;
    return 'replaced';
  }

  private async welcome(): Promise<void> {
    const { tell, title, isOwn, asks, hint } = this.parts;
    if (this.welcomed) return;
    this.welcomed = true;
    if (!asks) return;
    tell(texts.welcome(title, this.groups, isOwn()));
    const first = await hint?.();
    if (first !== undefined) tell(first);
  }

  private took({ took, left, acted, question, stuck }: RelayAnswer): void {
    const { receipt } = this;
    this.said = this.said.slice(took);
    receipt.count += took - left.length;
    receipt.left.push(...left);
    for (const { who, count } of acted)
      receipt.acted.set(who, (receipt.acted.get(who) ?? 0) + count);
    if (question !== undefined) {
      this.question = question;
      this.parts.tell(texts.isIt(question));
    }
    if (stuck && !this.stuck) this.parts.tell(texts.stuck);
    this.stuck = stuck;
    if (this.said.length === 0) this.tellReceipt();
  }

  private tellReceipt(): void {
    const { count, left, acted } = this.receipt;
    this.receipt = { count: 0, left: [], acted: new Map() };
    const who = [...acted].map(([name, times]) => ({ who: name, count: times }));
    if (count > 0) this.parts.tell(texts.taken(count, who));
    for (const why of ['own', 'which', 'group', 'when'] as const) {
      const those = left.filter((one) => one.why === why).length;
      if (those > 0) this.parts.tell(texts.left[why](those));
    }
  }

  /** As it is to be pasted, below where it belongs; once, however often the bot gives it. */
  private async show({ id, to, text }: RelayAnswer['show'][number]): Promise<void> {
    if (!this.seen.has(id)) {
      this.own.add(text);
      await this.parts.show(
        `${'group' in to ? `【群：${to.group}】` : `→${to.name}`}\n${text}\n\n`,
      );
      this.seen.add(id);
    }
    this.shown = [...this.shown, id];
  }
}

function shortened(text: string): string {
  const [first = ''] = text.split('\n');
  return first.length > 20 || first !== text ? `${first.slice(0, 20)}…` : first;
}
