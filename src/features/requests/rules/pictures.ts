import type { Records } from '../../../core/collection.ts';
import { type Request, requestEntries } from '../records/index.ts';

/** Whether a photo shows what it is about, the work, or what came of it. */
export type PictureStep = 'before' | 'underway' | 'after';

/** A photo of a request, and when it came. */
export interface Picture {
  /** Its id. */
  readonly photo: string;
  readonly step: PictureStep;
  readonly at: number;
}

/** All photos of a request in their order; those that were taken back are none. */
export function picturesOf(request: Request, records: Records): readonly Picture[] {
  const pictures = new Map<string, Picture>();
  for (const photo of request.photos)
    pictures.set(photo, { photo, step: 'before', at: request.at });
  let step: PictureStep = 'underway';
  for (const { event, photos = [], at, undone } of records.where(requestEntries, request.id)) {
    if (undone !== undefined) continue;
    if (event === 'done') step = 'after';
    if (event === 'reopen') step = 'underway';
    for (const photo of photos) if (!pictures.has(photo)) pictures.set(photo, { photo, step, at });
  }
  return [...pictures.values()];
}

/** Photos of the work since it last came back: what is to be looked at in the check. */
export function workOf(request: Request, records: Records): readonly Picture[] {
  const history = records
    .where(requestEntries, request.id)
    .filter(({ undone }) => undone === undefined);
  const since = history.slice(history.findLastIndex(({ event }) => event === 'reopen') + 1);
  const those = new Set(since.flatMap(({ photos = [] }) => photos));
  return picturesOf(request, records).filter(
    ({ photo, step }) => step !== 'before' && those.has(photo),
  );
}

/** Some of them: the first ones of before, and the last ones of the work. */
export function someOf(pictures: readonly Picture[], most: number): readonly Picture[] {
  const before = pictures.filter(({ step }) => step === 'before');
  const work = pictures.filter(({ step }) => step !== 'before');
  const first = Math.min(before.length, Math.max(Math.floor(most / 2), most - work.length));
  return [...before.slice(0, first), ...work.slice(Math.max(0, work.length - (most - first)))];
}
