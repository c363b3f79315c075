import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';

/** Counts what the process has done since its start. */
export class Meters {
  /** Commands that were run, by name. */
  readonly commands = new Map<string, number>();
  readonly commits = { durable: 0, failed: 0 };

  /** A log whose commands are counted. */
  ofLog(log: Log): Log {
    const count = (name: string) => this.commands.set(name, (this.commands.get(name) ?? 0) + 1);
    return {
      ...log,
      info: (event, fields) => {
        if (event === 'command') count(String(fields?.['command']));
        log.info(event, fields);
      },
    };
  }

  /** A store whose commits are counted. */
  ofStore(store: Store): Store {
    const { commits } = this;
    const commit: Store['commit'] = async (...given) => {
      try {
        const seq = await store.commit(...given);
        commits.durable += 1;
        return seq;
      } catch (error) {
        commits.failed += 1;
        throw error;
      }
    };
    return new Proxy(store, {
      get: (target, name) => {
        if (name === 'commit') return commit;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }
}
