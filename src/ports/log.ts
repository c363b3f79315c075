/**
 * The log: what happened, for whoever runs the process. Never what people wrote, their names,
 * tokens or codes; only ids, counts, durations, and the name of the command.
 */
type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /**
   * The error is written as its name, code and stack only; messages of foreign errors may hold what
   * people wrote.
   */
  error(event: string, error: unknown, fields?: LogFields): void;
}
