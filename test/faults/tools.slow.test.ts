import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/conversation.ts';

/** Runs the tools one after another on one data folder, as people do. */
function toolsOn(store: string, folder = `${temporaryFolder()}/store`) {
  const env = {
    ...process.env,
    STORE: store,
    DATA_DIR: folder,
    LOG_FILE: `${folder}.log`,
    LIANLUO_LANG: 'en',
  };
  return (name: string, ...args: string[]) => {
    const isSpokenTo = name === 'start' || name === 'relay';
    const file = name === 'start' ? 'src/main.ts' : `tools/${name}/index.ts`;
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [file, ...(isSpokenTo ? [] : args)],
      { env, input: isSpokenTo ? args.join('\n') : '', encoding: 'utf8' },
    );
    return { said: stdout + stderr, status };
  };
}

test.each(['json', 'sqlite'])(
  'with STORE=%s an alliance is imported, gets a code, is rehearsed, carried by hand, and started',
  (store) => {
    const run = toolsOn(store);
    const imported = run('import', 'data/examples/tianxing.json');
    expect(imported).toMatchObject({ status: 0, said: expect.stringContaining('天星') });
    const code = run('code', 'tianxing');
    expect(code).toMatchObject({
      status: 0,
      said: expect.stringMatching(/[0-9A-Z]{4}-[0-9A-Z]{4}/),
    });
    expect(run('clock').status).toBe(0);
    const rehearsed = run('rehearse', '--from', '2026-12-01', '--to', '2026-12-31');
    // Everything that it would send is printed, for a group that there is none of yet.
    expect(rehearsed).toMatchObject({
      status: 0,
      said: expect.stringMatching(/【[\s\S]*No group/),
    });
    const carried = run('relay', '【群：联盟群】', '周敏：/启用');
    expect(carried).toMatchObject({ status: 0, said: expect.stringContaining('has stopped') });
    const started = run('start', '张伟：/活动', '张伟：/帮助');
    expect(started).toMatchObject({ status: 0, said: expect.stringContaining('机器人') });
    expect(run('import', 'data/examples/tianxing.json').status).toBe(0);
  },
  60_000,
);

test.each(['import', 'code', 'clock', 'relay', 'rehearse', 'play'])(
  'npm run %s says how it is called, in the language of whoever runs it, and never with a stack',
  (name) => {
    const run = (language: string, ...args: string[]) =>
      spawnSync(process.execPath, [`tools/${name}/index.ts`, ...args], {
        env: { ...process.env, DATA_DIR: `${temporaryFolder()}/store`, LIANLUO_LANG: language },
        input: '',
        encoding: 'utf8',
      });
    expect(run('', '--help')).toMatchObject({ status: 0, stderr: '' });
    expect(run('', '--help').stdout).toMatch(
      new RegExp(`^[^a-z]*\\p{Script=Han}[^]*用法：\\n  npm run ${name}`, 'u'),
    );
    const odd = run('en', '--odd');
    expect(odd.status).not.toBe(0);
    expect(odd.stderr).toMatch(new RegExp(`^usage:\\n  npm run ${name}[^\\n]*\\n$`));
  },
  60_000,
);

test('a folder that was kept with another store is not taken for an empty one', () => {
  const folder = `${temporaryFolder()}/store`;
  expect(toolsOn('json', folder)('import', 'data/examples/tianxing.json').status).toBe(0);
  for (const [tool, ...args] of [
    ['import', 'data/examples/tianxing.json'],
    ['rehearse', '--from', '2026-12-01', '--to', '2026-12-02'],
    ['start'],
  ]) {
    const { said, status } = toolsOn('sqlite', folder)(tool ?? '', ...args);
    expect(said).toContain('Set STORE=json, or another DATA_DIR.');
    expect(status).not.toBe(0);
  }
});

test('a store that there is none of is said in one line', () => {
  const { said, status } = toolsOn('papyrus')('code');
  expect(status).toBe(1);
  expect(said).toMatch(/^these settings cannot be used:\n {2}STORE: [^\n]*"json"[^\n]*\n$/);
});
