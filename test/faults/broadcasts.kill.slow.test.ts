import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { moment } from '../support/broadcasting.ts';
import { temporaryFolder } from '../support/conversation.ts';

const CHILD = new URL('./broadcasts.child.ts', import.meta.url).pathname;

describe('a process that is really killed', () => {
  test.each([
    // Whoever is killed before the message leaves has said that it is being sent; so the second try
    // says so too.
    ['before', 1],
    ['after', 2],
  ])(
    '%s the message left: the groups have it, at most one of them twice, marked',
    (dies, times) => {
      const folder = temporaryFolder();
      const sent = join(folder, 'sent.ndjson');
      const run = (how: string, at: string) =>
        spawnSync(process.execPath, [CHILD, join(folder, 'store'), sent, how, String(moment(at))]);
      expect(run(dies, '2026-11-22 17:59').signal).toBe('SIGKILL');
      for (let starts = 0; starts < 2; starts++)
        expect(run('never', '2026-11-22 18:03').status).toBe(0);
      const lines = existsSync(sent) ? readFileSync(sent, 'utf8').trim().split('\n') : [];
      expect(lines).toHaveLength(times);
      expect(lines.at(-1)).toContain('（如已收到请忽略）');
    },
    60_000,
  );
});
