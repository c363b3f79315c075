import { codesIn, newCode, shapesIn, writtenCode } from '../../core/code.ts';
import { put, type Records, type Remember, remove } from '../../core/collection.ts';
import type { CommandContext } from '../../core/command.ts';
import { feature } from '../../core/feature.ts';
import { hmac } from '../../core/hmac.ts';
import { stays } from '../../core/keeping.ts';
import { nothing, type Outcome, refuse, remember, say, together } from '../../core/outcome.ts';
import { DAY, HOUR, MINUTE } from '../../core/time.ts';
import { type Code, codes, type Grant, sieves, type Tries, tries } from './records.ts';
import { texts } from './texts.ts';

export type { Code, Grant } from './records.ts';
export { codes } from './records.ts';

/**
 * One-time codes: who holds one may do what it grants, once. They stand in the directory, so that
 * any alliance's is found.
 */
export const codesFeature = feature({
  name: 'codes',
  directory: [codes, tries, sieves],
  stays: [stays('passing', codes, tries), stays('key', sieves)],
});

/** How long a code is good that joins two accounts of one person, who is there with both. */
export const CODE_LASTS = 10 * MINUTE;
/** How long an invitation is good: somebody has to be found, and has to find the bot. */
export const INVITATION_LASTS = 14 * DAY;
/** After so many wrong codes no other is looked at for a while. */
const MOST_WRONG = 5;
const LOCKED_FOR = 10 * MINUTE;
/** Codes without a sieve are looked for among so many words, as it takes long to try one. */
const MOST_TRIED = 20;

/** What a code is made and found with. */
interface Secrets {
  readonly directory: Records;
  readonly now: number;
  randomBelow(below: number): number;
  fingerprint(secret: string): string;
}

/** What a code is made for. */
type Grantable = Omit<Code, 'id' | 'at' | 'sieve'>;

/** A new code as it is shown, and what to remember of it. */
export function issue(
  parts: Grantable,
  secrets: Secrets,
): { readonly code: string; readonly remember: readonly Remember[] } {
  const { codes: issued, remember } = issueAll([parts], secrets);
  return { code: issued[0] ?? '', remember };
}

/**
 * New codes for these, in their order, and what to remember of them all. Expired ones are forgotten
 * on the way.
 */
export function issueAll(
  all: readonly Grantable[],
  secrets: Secrets,
): { readonly codes: readonly string[]; readonly remember: readonly Remember[] } {
  const { directory, now, randomBelow } = secrets;
  const known = directory.get(sieves, 'key');
  const key = known?.key ?? newCode(randomBelow) + newCode(randomBelow);
  const over = directory
    .all(codes)
    .filter((one) => isOver(one, now) || all.some((parts) => replaces(parts, one)));
  const cold = directory.all(tries).filter((one) => now - one.at > HOUR);
  const made = all.map((parts) => ({ parts, code: newCode(randomBelow) }));
  return {
    codes: made.map(({ code }) => writtenCode(code)),
    remember: [
      ...over.map((one) => remove(codes, one.id)),
      ...cold.map((one) => remove(tries, one.id)),
      ...(known === undefined ? [put(sieves, { id: 'key', key })] : []),
      ...made.map(({ parts, code }) =>
        put(codes, {
          ...parts,
          id: secrets.fingerprint(code),
          at: now,
          sieve: hmac(key, code),
        }),
      ),
    ],
  };
}

/** A new code for the same thing, by the same person, makes the earlier one void. */
function replaces(parts: Grantable, earlier: Code): boolean {
  const same = (code: Grantable) =>
    JSON.stringify([code.alliance, code.by, Object.values(code.grant)]);
  return (
    (parts.grant.kind === 'setup' || parts.grant.kind === 'merge') && same(parts) === same(earlier)
  );
}

/** The code as it is remembered, if it is still good. Neither counts nor changes anything. */
export function peek(
  code: string,
  { directory, fingerprint }: Pick<Secrets, 'directory' | 'fingerprint'>,
) {
  return directory.all(codes).length === 0 ? undefined : directory.get(codes, fingerprint(code));
}

/** One word for each lock: whoever tries on is not answered. */
function locked(tried: Tries, now: number): Outcome {
  if (tried.told) return nothing;
  const minutes = Math.ceil((tried.at + LOCKED_FOR - now) / MINUTE);
  return together(remember(put(tries, { ...tried, told: true })), refuse(texts.locked(minutes)));
}

/**
 * A code that somebody gave, if it is good for one of these things; it is used up when `spend` is
 * remembered.
 * @returns otherwise what to answer: a wrong one is counted, and after too many none is looked at
 * for a while.
 */
export function present<K extends Grant['kind']>(
  code: string,
  kinds: readonly K[],
  context: CommandContext,
): { found: Code & { grant: Extract<Grant, { kind: K }> }; spend: Remember } | { answer: Outcome } {
  const { directory, now } = context;
  const tried = directory.get(tries, context.account);
  const fresh = tried !== undefined && now - tried.at < LOCKED_FOR ? tried : undefined;
  if (fresh !== undefined && fresh.wrong >= MOST_WRONG) return { answer: locked(fresh, now) };
  const found = peek(code, context);
  if (found !== undefined && !isOver(found, now) && isOneOf(found, kinds))
    return { found, spend: remove(codes, found.id) };
  const wrong = put(tries, { id: context.account, wrong: (fresh?.wrong ?? 0) + 1, at: now });
  return { answer: together(remember(wrong), refuse(texts.wrong)) };
}

/** The good codes that texts hold, which were no secret any more when a group could read them. */
export function exposed(
  readable: readonly string[],
  secrets: Pick<Secrets, 'directory' | 'fingerprint' | 'now'>,
): readonly Code[] {
  const { directory, now } = secrets;
  const good = directory.all(codes).filter((code) => !isOver(code, now));
  if (good.length === 0) return [];
  const key = directory.get(sieves, 'key')?.key ?? '';
  const sieve = new Set(good.map((code) => code.sieve));
  const read = new Set(readable.flatMap((text) => [...codesIn(text)]));
  const likely = [...read].filter((code) => sieve.has(hmac(key, code)));
  const unsieved = sieve.has(undefined) ? readable.flatMap(shapesIn).slice(0, MOST_TRIED) : [];
  const overheard = new Set([...likely, ...unsieved].map((code) => peek(code, secrets)));
  return good.filter((code) => overheard.has(code));
}

/** Makes codes void that everybody could read. */
export function voided(overheard: readonly Code[]): Outcome {
  return together(
    remember(...overheard.map((code) => remove(codes, code.id))),
    say(texts.exposed(overheard.length)),
  );
}

function isOver({ until }: Code, now: number): boolean {
  return until !== undefined && now >= until;
}

function isOneOf<K extends Grant['kind']>(
  code: Code,
  kinds: readonly K[],
): code is Code & { grant: Extract<Grant, { kind: K }> } {
  return (kinds as readonly string[]).includes(code.grant.kind);
}
