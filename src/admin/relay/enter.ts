import { nameKey } from '../../core/names.ts';
import { mayActAs } from '../../core/roles.ts';
import { momentOfTimestamp } from '../../core/timestamp.ts';
import { zoneOf } from '../../identity/alliance/index.ts';
import { allianceNames, alliancesOf } from '../../identity/directory/index.ts';
import { DIRECTORY } from '../../identity/directory-index.ts';
import {
  accountKey,
  accounts,
  doubtful,
  people,
  vouch,
  whoText,
} from '../../identity/people/index.ts';
import { BY_HAND, type ByHand } from '../../ports/by-hand.ts';
import type { Address } from '../../ports/chat.ts';
import type { AdminContext } from '../context.ts';
import type { NotedMessage, RelayAnswer, RelayCommand, RelayQuestion } from './command.ts';
import { groupCalled, type RelayGroup } from './groups.ts';

/** With what one entry is entered. */
export interface EntryContext {
  readonly admin: AdminContext;
  readonly chat: ByHand;
  readonly groups: readonly RelayGroup[];
  readonly command: RelayCommand;
}

type EntryResult =
  | { readonly kind: 'entered'; readonly as: string | undefined }
  | { readonly kind: 'left'; readonly why: RelayAnswer['left'][number]['why'] }
  | { readonly kind: 'asked'; readonly question: RelayQuestion };

/** The bot's own account, where no group tells what it is. */
const NOBODYS_ACCOUNT = 'byhand';

/**
 * Enters what somebody said as said by them then and there, unless something has to be asked
 * before.
 * @throws CommitFailed when it is not durable; entered again it is the same message.
 */
export async function enter(entry: NotedMessage, context: EntryContext): Promise<EntryResult> {
  const { admin, chat } = context;
  if (chat.isOwn(entry.name, entry.text)) return { kind: 'left', why: 'own' };
  const place = whereSaid(entry, context);
  if ('kind' in place) return place;
  const now = admin.clock.now();
  const zone = place.group?.zone ?? (await admin.app.look(DIRECTORY, zoneOf));
  const written =
    entry.when === undefined ? undefined : momentOfTimestamp(entry.when, { now, zone });
  if (entry.when !== undefined && written === undefined) return { kind: 'left', why: 'when' };
  const user = `${BY_HAND}${nameKey(entry.name)}`;
  const id = accountKey(place.address, user);
  const alliance = place.group?.alliance ?? (await allianceBehind(id, context));
  const question =
    alliance === undefined ? undefined : await askWhoseAccount(id, entry.name, alliance, context);
  if (question !== undefined) return { kind: 'asked', question };
  await chat.enter({
    address: entry.private ? { ...place.address, kind: 'private', chat: user } : place.address,
    ...(entry.private ? {} : { title: place.title }),
    sender: { id: user, name: entry.name },
    text: entry.text,
    photos: entry.photos,
    ...(entry.quoted === undefined ? {} : { quoted: entry.quoted }),
    at: Math.min(written ?? now, now),
    known: written ?? `${context.command.session}-${entry.n}`,
  });
  return {
    kind: 'entered',
    as: alliance === undefined ? undefined : await rightsOf(id, alliance, context),
  };
}

/**
 * The group that is named, the only one, or one that nobody has spoken in yet, if it is said to be
 * new.
 */
function whereSaid(
  { group, private: secret }: NotedMessage,
  { groups, chat, command }: EntryContext,
):
  | { readonly address: Address; readonly title: string; readonly group?: RelayGroup }
  | Exclude<EntryResult, { kind: 'entered' }> {
  const [first] = groups;
  const account = groups.at(-1)?.address.account ?? NOBODYS_ACCOUNT;
  const elsewhere = (title: string) => ({
    address: {
      platform: chat.platform,
      account,
      kind: 'group' as const,
      chat: `${BY_HAND}${nameKey(title)}`,
    },
    title,
  });
  if (group === undefined) {
    const isOne = groups.every(
      (one) => one.alliance === first?.alliance && one.address.account === first.address.account,
    );
    if (first !== undefined && (groups.length === 1 || (secret && isOne)))
      return { ...first, group: first };
    return secret && first === undefined ? elsewhere('') : { kind: 'left', why: 'which' };
  }
  const known = groupCalled(groups, group);
  if (known !== undefined) return { ...known, group: known };
  const key = `group:${nameKey(group)}`;
  const answer = command.answers[key];
  if (answer === undefined && command.asks)
    return { kind: 'asked', question: { kind: 'group', key, title: group } };
  return answer === undefined || answer === null
    ? { kind: 'left', why: 'group' }
    : elsewhere(group);
}

/**
 * The alliance of an account in a place that belongs to none yet: the one that knows it, or the
 * only one there is.
 */
function allianceBehind(id: string, { admin }: EntryContext): Promise<string | undefined> {
  return admin.app.look(DIRECTORY, (directory) => {
    const [only, ...others] = directory.all(allianceNames);
    return alliancesOf(directory, id)[0] ?? (others.length === 0 ? only?.id : undefined);
  });
}

/**
 * Nobody is a member because of a name: it is asked once whose account it is. Without an answer
 * whoever speaks is a guest.
 * @returns what has to be asked; nothing when it is known, or has been answered and is remembered
 * now.
 */
async function askWhoseAccount(
  id: string,
  name: string,
  alliance: string,
  { admin: { app }, command }: EntryContext,
): Promise<RelayQuestion | undefined> {
  const candidates = await app.look(alliance, (records) =>
    doubtful(records, id, name).map((person) => ({ person, who: whoText(person, records).zh })),
  );
  if (candidates.length === 0) return undefined;
  const key = `person:${alliance}:${id}`;
  const answer = command.answers[key];
  const meant = candidates.find(({ person }) => person.id === answer)?.person;
  if (meant === undefined && answer !== null) {
    const choices = candidates.map(({ person, who }) => ({ id: person.id, who }));
    return command.asks ? { kind: 'person', key, name, choices } : undefined;
  }
  await app.decide(alliance, (context) => vouch(id, meant ?? { guest: name }, context));
  return undefined;
}

/** Who it is that has spoken, where they act for a unit or for all. */
function rightsOf(
  id: string,
  alliance: string,
  { admin: { app } }: EntryContext,
): Promise<string | undefined> {
  return app.look(alliance, (records) => {
    const person = records.get(people, records.get(accounts, id)?.person ?? '');
    return person && mayActAs(person.role, 'liaison') ? whoText(person, records).zh : undefined;
  });
}
