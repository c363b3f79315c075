import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { type Outcome, refuse, remember, together } from '../../../../core/outcome.ts';
import { type Request, type RequestEntry, requestEntries, requests } from '../../records/index.ts';
import { applyEvent, entryRows, proxyCheck, saidBy, showEntry } from '../../rules/apply-event.ts';
import { askersOf, doersOf } from '../../rules/permits.ts';
import { replayed } from '../../rules/transitions.ts';
import { refusals } from '../../texts/refusals.ts';
import { newsText } from '../../views/index.ts';
import { tellAll } from './tell.ts';

/**
 * Takes back an entry, unless others have gone on from it. A request that was only just said is
 * withdrawn.
 */
export function undoEntry({ name: id }: LastChange, context: CommandContext): Outcome {
  const entry = context.records.get(requestEntries, id);
  const request = entry && context.records.get(requests, entry.request);
  if (entry === undefined || request === undefined)
    throw new Error(`there is no entry ${id} to take back`);
  const history = context.records
    .where(requestEntries, request.id)
    .filter(({ undone }) => undone === undefined);
  const later = history.slice(history.findIndex((one) => one.id === id) + 1);
  const others = later.some((one) => one.by !== entry.by || one.event !== 'photos');
  if (others || entry.undone !== undefined)
    return refuse(refusals.builtOn(request.number), `/详情 ${request.number}`);
  if (entry.event === 'submit' || entry.event === 'note')
    return {
      ...applyEvent(request, saidBy(context, 'withdraw'), context).outcome,
      change: undefined,
    };
  const { now, undone, outcome } = withoutEntry(entry, request, context);
  const text = newsText(undone, now, context);
  return together(
    outcome,
    tellAll(toldOfEntry(entry, request, now, context), text, context.person.id),
  );
}

/** A request as if an entry of it had not been, and the entry as one that was taken back. */
export function withoutEntry(
  entry: RequestEntry,
  request: Request,
  { records, now: moment }: Pick<CommandContext, 'records' | 'now'>,
): { readonly now: Request; readonly undone: RequestEntry; readonly outcome: Outcome } {
  const undone = { ...entry, undone: moment };
  const history = records.where(requestEntries, request.id);
  const standing = replayed(history.filter((one) => one.id !== entry.id));
  if (standing === undefined) throw new Error(`request ${request.id} has no beginning`);
  const blank = { promised: undefined, until: undefined, of: undefined, prompted: undefined };
  const photos = request.photos.filter((photo) => !entry.photos?.includes(photo));
  const now: Request = { ...request, ...blank, ...standing, photos };
  const outcome = together(
    remember(...entryRows(now, undone)),
    showEntry(now, entry.id),
    proxyCheck(now, undone, 'undone'),
  );
  return { now, undone, outcome };
}

/**
 * Everybody who was told in private of what is taken back; `left` is the request as the entry left
 * it.
 */
function toldOfEntry(
  { event }: RequestEntry,
  left: Request,
  now: Request,
  context: CommandContext,
): readonly string[] {
  const silently =
    (event === 'claim' && !left.discreet) || (event === 'release' && left.state !== 'open');
  const askers = TOLD.askers.includes(event) && !silently ? askersOf(now, context.records) : [];
  const doers = TOLD.doers.includes(event)
    ? doersOf([...left.claimants, ...now.claimants], context)
    : [];
  return [...new Set([...askers, ...doers])];
}

const ENDS: readonly RequestEntry['event'][] = ['decline', 'hand', 'merge', 'hold', 'resume'];

/** Of what those who asked, and those who do it, are told in private. */
const TOLD: Readonly<Record<'askers' | 'doers', readonly RequestEntry['event'][]>> = {
  askers: ['claim', 'release', 'done', ...ENDS],
  doers: ['assign', 'reopen', 'withdraw', ...ENDS],
};
