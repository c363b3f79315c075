import type { Records } from '../../../core/collection.ts';
import { fold } from '../../../core/line.ts';
import { shortened } from '../../../core/names.ts';
import type { Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { requestLine } from '../../requests/index.ts';
import { LONGEST_OPTION, LONGEST_QUESTION, type PollPlan } from '../records.ts';
import { bare, isSurelyAsked, splitOptions } from './options.ts';
import { takeDeadline } from './plan-deadline.ts';
import { type Settings, takeSettings, unavailableSetting, unreadSetting } from './plan-settings.ts';

/**
 * A poll as somebody wrote it: what is asked, whether only of the group in which it is written, and
 * until when.
 */
interface Written {
  readonly plan: PollPlan;
  readonly here: boolean;
}
/** `certain`: it cannot be talk that only begins with the word. */
export type PlanRead = (
  | ({ readonly ok: true; readonly deadline: number } & Written)
  | PlanRefused
) & {
  readonly certain: boolean;
};

/** What is shown of a request's text as an option. */
const LONGEST_REQUEST = 20;

/**
 * Reads `25日服务日做什么 A 清洁家园 B 义诊 截止 20日18点`, in any of the ways in which people write it, or with
 * `从需求 12 15 18` for the options.
 */
export function readPollPlan(text: string, context: ViewContext): PlanRead {
  const end = takeDeadline(text, context);
  const read = readAsked(end.left, context.records);
  if (read.ok && 'refused' in end) return { ok: false, reason: end.refused, certain: read.certain };
  return read.ok && 'deadline' in end ? { ...read, deadline: end.deadline } : (read as PlanRead);
}

/** Reads what is asked and how it is held, where until when is said elsewhere. */
export function readQuestion(
  text: string,
  records: Records,
): ({ readonly ok: true } & Written) | PlanRefused {
  return readAsked(text, records);
}

type Asked = (({ readonly ok: true } & Written) | PlanRefused) & { readonly certain: boolean };

function readAsked(text: string, records: Records): Asked {
  const { settings, left } = takeSettings(text);
  const requested = takeRequests(left);
  const asked = requested ?? splitOptions(left);
  const certain =
    requested !== undefined ||
    isSurelyAsked(splitOptions(left), { how: Object.keys(settings).length > 0 });
  return { ...checkedPlan(asked, requested, settings, records), certain };
}

function checkedPlan(
  { question, options: asked }: Pick<Requested, 'question' | 'options'>,
  requested: Requested | undefined,
  { most = 1, here = false, ...rest }: Settings,
  records: Records,
): ({ readonly ok: true } & Written) | PlanRefused {
  if (question === '' || asked.length < 2) return { ok: false, reason: 'options' };
  if (asked.length > 12) return { ok: false, reason: 'too many' };
  if (new Set(asked.map(fold)).size < asked.length) return { ok: false, reason: 'same' };
  if (requested?.beside) return { ok: false, reason: 'beside' };
  const wish = [question, ...asked].flatMap((piece) => unavailableSetting(piece) ?? [])[0];
  if (wish !== undefined) return { ok: false, reason: 'unavailable', said: wish };
  const unread = [question, ...asked].flatMap((piece) => unreadSetting(piece) ?? [])[0];
  if (unread !== undefined) return { ok: false, reason: 'setting', said: unread };
  const options =
    requested === undefined ? shortenedOptions(asked) : requestOptions(asked.map(Number), records);
  if ('reason' in options) return options;
  const plan: PollPlan = {
    secret: false,
    hidden: false,
    per: 'person',
    membersOnly: false,
    ...rest,
    question: shortened(question.replace(/\s+/g, ' '), LONGEST_QUESTION),
    options,
    ...(requested && { requests: asked.map(Number) }),
    most: Math.min(most, options.length),
  };
  return { ok: true, plan, here };
}

function shortenedOptions(options: readonly string[]): string[] {
  return options.map((option) => shortened(option.replace(/\s+/g, ' '), LONGEST_OPTION));
}

interface Requested {
  readonly question: string;
  /** The numbers as they were written. */
  readonly options: readonly string[];
  /** Whether options of another kind stand beside them. */
  readonly beside: boolean;
}

/** `从需求 12 15 18`, `从需求#12、#15`, before or behind the question. */
function takeRequests(text: string): Requested | undefined {
  const found = /从\s*需求((?:[\s:,、;和]*#?\d{1,6}号?(?![\d:号日月点票楼栋]))+)/.exec(fold(text));
  if (found === null) return undefined;
  const parts = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  const [question = '', more] = parts.map(bare).filter(Boolean);
  return {
    question,
    options: (found[1]?.match(/\d+/g) ?? []).map((number) => String(Number(number))),
    beside: more !== undefined || splitOptions(question).options.length > 1,
  };
}

/** The requests with these numbers as options, or the first that cannot be one. */
function requestOptions(numbers: readonly number[], records: Records): string[] | PlanRefused {
  const options: string[] = [];
  for (const number of numbers) {
    const request = requestLine(records, number, LONGEST_REQUEST);
    if (request === undefined) return { ok: false, reason: 'request', number };
    if ('state' in request) return { ok: false, reason: 'request', number, state: request.state };
    options.push(request.line);
  }
  return options;
}

/** Why a poll as somebody wrote it cannot be opened. */
export type PlanRefused =
  | {
      readonly ok: false;
      readonly reason: 'options' | 'too many' | 'same' | 'beside' | 'deadline' | 'past';
    }
  /** Words that say how a poll is held, which were not understood. */
  | { readonly ok: false; readonly reason: 'setting' | 'unavailable'; readonly said: string }
  /** A request that cannot be voted on, with its state; without one there is no such request. */
  | {
      readonly ok: false;
      readonly reason: 'request';
      readonly number: number;
      readonly state?: Text;
    };
