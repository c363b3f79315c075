import { fold } from '../core/line.ts';
import type { Incoming, Quoted } from '../ports/chat.ts';
import {
  NO_REFERENCES,
  namesSeveral,
  type References,
  referencesOf,
} from '../understanding/references.ts';

/** What the bot's message refers to that this one answers, if it answers one. */
export function referencesIn(incoming: Incoming): References {
  return incoming.quoted !== undefined && answersUs(incoming)
    ? referencesOf(incoming.quoted.text)
    : NO_REFERENCES;
}

/** Whether it answers a message of the bot that names several requests. */
export function answersSeveral(incoming: Incoming): boolean {
  return answersUs(incoming) && namesSeveral(incoming.quoted?.text ?? '');
}

/** Somebody's words that a message answers; the bot's own are nobody's. */
export function quotedIn(incoming: Incoming): Quoted | undefined {
  return answersUs(incoming) ? undefined : incoming.quoted;
}

function answersUs({ quoted, botNames }: Incoming): boolean {
  return quoted !== undefined && botNames.some((name) => fold(name) === fold(quoted.sender));
}
