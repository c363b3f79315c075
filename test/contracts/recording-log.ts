import type { Log } from '../../src/ports/log.ts';

/** A log that keeps the names of its events, for tests to look at. */
export interface RecordingLog extends Log {
  readonly events: string[];
}

export function recordingLog(): RecordingLog {
  const events: string[] = [];
  const record = (event: string) => {
    events.push(event);
  };
  return { events, debug: record, info: record, warn: record, error: record };
}
