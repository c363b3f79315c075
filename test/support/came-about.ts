import { changesIn, type Facts } from './facts.ts';

/*
 * Whether that came about which a row of the corpus names in its `state`, and nothing beside it.
 */

/** What a row says of the records: subjects with what is wanted of each. */
export type Wanted = Readonly<Record<string, unknown>>;

export interface Happened {
  readonly before: Facts;
  readonly after: Facts;
  /** What was said to the speaker or to the group. */
  readonly heard: readonly string[];
  readonly speaker: string;
}

interface Verdict {
  readonly met: boolean;
  /** Facts that may have changed for it; a stop at the end stands for all that begin so. */
  readonly allowed: readonly string[];
}

export function cameAbout(wanted: Wanted, happened: Happened): boolean {
  const verdicts = Object.entries(wanted).map(([subject, value]) =>
    verdictOn(subject, value, happened),
  );
  const allowed = verdicts.flatMap((one) => one.allowed);
  const isAllowed = (name: string) =>
    allowed.some((one) => one === name || (one.endsWith('.') && name.startsWith(one)));
  return (
    verdicts.every(({ met }) => met) && changesIn(happened.before, happened.after).every(isAllowed)
  );
}

function verdictOn(subject: string, value: unknown, happened: Happened): Verdict {
  const [thing = '', part = ''] = subject.split('.');
  const judge = JUDGES[part === '' ? thing : part];
  if (judge === undefined) throw new Error(`nothing tells whether ${subject} came about`);
  return judge({ subject, thing, value, ...happened });
}

interface Case extends Happened {
  readonly subject: string;
  readonly thing: string;
  readonly value: unknown;
}

/** By name: a number, `true` for any, null for none. */
function byName(
  { subject, value, after }: Case,
  allowed: (name: string) => readonly string[],
): Verdict {
  const entries = Object.entries(value as Record<string, unknown>);
  const isMet = ([name, wanted]: [string, unknown]) => {
    const is = after.get(`${subject}.${name}`);
    if (wanted === null) return is === undefined;
    return wanted === true ? is !== undefined && is !== 0 : is === wanted;
  };
  return { met: entries.every(isMet), allowed: entries.flatMap(([name]) => allowed(name)) };
}

const onList = (one: Case): Verdict =>
  byName(one, (name) =>
    ['in', 'waiting', 'leave', 'absent'].map((at) => `${one.thing}.${at}.${name}`),
  );
const onSquare = (one: Case): Verdict =>
  byName(one, (name) =>
    ['present', 'left', 'in', 'absent'].map((at) => `${one.thing}.${at}.${name}`),
  );

function heads({ thing, value, before, after, heard }: Case): Verdict {
  const sum = (facts: Facts) =>
    [...facts].reduce(
      (all, [name, count]) => (name.startsWith(`${thing}.in.`) ? all + Number(count) : all),
      0,
    );
  const total = sum(before) + Number(value);
  const isSaid = heard.some((text) => new RegExp(`共 ?${total}\\b`).test(text));
  const met = value === true ? sum(after) > sum(before) : sum(after) === total || isSaid;
  return { met, allowed: ['in', 'waiting', 'leave'].map((list) => `${thing}.${list}.`) };
}

function matches(pattern: unknown, value: unknown): boolean {
  return value !== undefined && new RegExp(String(pattern), 'u').test(String(value));
}

function isOneOf(wanted: unknown, value: unknown): boolean {
  return [wanted].flat().includes(value);
}

/** What it says fits now, and did not stand there before. */
function written({ subject, thing, value, before, after }: Case): Verdict {
  const met = after.get(subject) !== before.get(subject) && matches(value, after.get(subject));
  const beside = ['record', 'served', 'state'].map((part) => `${thing}.${part}`);
  return { met, allowed: thing.startsWith('#') ? [`${thing}.`] : [subject, ...beside] };
}

function madeIn({ before, after }: Case, letter: string): readonly string[] {
  const numbers = (facts: Facts) =>
    new Set([...facts.keys()].map((name) => name.split('.')[0] ?? '').filter(isOf));
  const isOf = (name: string) => name.startsWith(letter) && /^.\d+$/.test(name);
  const old = numbers(before);
  return [...numbers(after)].filter((name) => !old.has(name));
}

const JUDGES: Readonly<Record<string, (one: Case) => Verdict>> = {
  in: onList,
  waiting: onList,
  heads,
  present: onSquare,
  left: onSquare,
  units: (one) =>
    byName(one, (name) => [`${one.subject}.${name}`, `${one.thing}.present.${one.speaker}`]),
  votes: (one) => byName(one, (name) => [`${one.subject}.${name}`]),
  also: (one) => byName(one, () => [`${one.thing}.also.`, `${one.thing}.notes`]),
  role: (one) => byName(one, (name) => [`role.${name}`, `asks.${name}`]),
  asks: (one) => byName(one, (name) => [`asks.${name}`]),
  state: ({ subject, thing, value, before, after }) => ({
    met: isOneOf(value, after.get(subject)) && after.get(subject) !== before.get(subject),
    allowed: [`${thing}.`],
  }),
  who: ({ subject, thing, value, before, after }) => ({
    met:
      after.get(subject) !== before.get(subject) &&
      String(after.get(subject) ?? '')
        .split(' ')
        .some((name) => isOneOf(value, name)),
    allowed: [`${thing}.`],
  }),
  changed: ({ thing, before, after }) => ({
    met: changesIn(before, after).some((name) => name.startsWith(`${thing}.`)),
    allowed: [`${thing}.`],
  }),
  start: ({ subject, thing, value, after }) => ({
    met: after.get(subject) === value,
    allowed: ['start', 'end', 'closes', 'state'].map((part) => `${thing}.${part}`),
  }),
  place: written,
  record: written,
  served: written,
  capacity: written,
  passcode: written,
  promised: written,
  notes: written,
  new: (one) => {
    const made = madeIn(one, '#');
    const { kind, text } = one.value as { kind: unknown; text: unknown };
    const is = (part: string) => one.after.get(`${made[0]}.${part}`);
    return {
      met: made.length === 1 && isOneOf(kind, is('kind')) && matches(text, is('text')),
      allowed: made.map((place) => `${place}.`),
    };
  },
  newActivity: (one) => {
    const made = madeIn(one, 'E');
    const { title, start } = one.value as { title: unknown; start?: unknown };
    const is = (place: string, part: string) => one.after.get(`${place}.${part}`);
    const found = [...made, 'E1'].find(
      (place) =>
        is(place, 'title') !== undefined &&
        matches(title, `${is(place, 'title')} ${is(place, 'theme')}`),
    );
    return {
      met: found !== undefined && (start === undefined || is(found, 'start') === start),
      allowed: [...made.map((place) => `${place}.`), 'E1.theme', 'E1.title', 'P1.'],
    };
  },
  newPoll: (one) => {
    const made = madeIn(one, 'P');
    const options = String(one.after.get(`${made[0]}.options`) ?? '').split(' | ');
    return {
      met: made.length === 1 && options.length === one.value,
      allowed: made.map((place) => `${place}.`),
    };
  },
  announce: ({ value, before, after }) => {
    const { text, state } = value as { text: unknown; state: unknown };
    const isNew = (name: string) => before.get(name) !== after.get(name);
    const met = [...after].some(([name, said]) => {
      const stateName = name.replace(/text$/, 'state');
      const isNotice = /^announce\..*\.text$/.test(name) && matches(text, said);
      return isNotice && isOneOf(state, after.get(stateName)) && (isNew(name) || isNew(stateName));
    });
    return { met, allowed: ['announce.'] };
  },
};
