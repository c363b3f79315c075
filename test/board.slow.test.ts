import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardFolder } from '../adapters/board-folder/index.ts';
import { MemoryDisk, memoryStore, Player, play, silentLog } from '../tools/play/kit.ts';
import { example, plainMaker } from './support/conversation.ts';
import { until } from './support/until.ts';

/** Where Debian puts it. `.ci/run` installs it where it is missing; there no test may be skipped. */
const CHROMIUM = '/usr/bin/chromium';
const isMissing = !existsSync(CHROMIUM) && process.env['CI'] === undefined;

/** A wall, a notebook, a tablet, a phone. */
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];

/** A full board: more of everything than fits, long words, and what must not get out. */
const FULL = `
召集人：/公告栏 开
${Array.from({ length: 6 }, (_, at) => `王五：需求 ${at + 1}号楼<b>楼道</b>灯坏了，晚上老人下楼很不方便，请打13812345678`).join('\n')}
${Array.from({ length: 6 }, (_, at) => `吴霞：需求 ${at + 10}号楼水管漏水，厨房也漏`).join('\n')}
联络员：/活动 28日9点 清洁家园 @天星广场北门喷泉旁边 30人
联络员：/活动 29日下午2点 义诊 @社区大厅
联络员：/活动 30日下午2点 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
${[7, 8, 9, 10, 11].map((n) => `陈刚：认领 ${n}\n陈刚：完成 ${n} 修好了\n吴霞：满意 ${n}`).join('\n')}
联络员：计数 健康教育 3次
【2026-11-22 18:05】`;

let file = '';
let browser: Browser | undefined;

describe.skipIf(isMissing)(
  'the board in a real browser (needs chromium: apt-get install chromium)',
  () => {
    beforeAll(async () => {
      const folder = mkdtempSync(join(tmpdir(), 'board-'));
      const disk = new MemoryDisk();
      const player = new Player({
        file: example,
        log: silentLog,
        maker: plainMaker,
        place: boardFolder(folder, 'https://b.example.org'),
        openStore: async () => memoryStore(disk),
      });
      await player.start();
      await play(FULL, player, '联盟群');
      await player.passTo('18:07');
      await until(() => readdirSync(folder).length === 1);
      await player.stop();
      file = `file://${join(folder, readdirSync(folder)[0] ?? '', 'index.html')}`;
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    }, 120_000);

    afterAll(() => browser?.close());

    async function opened(size: (typeof SIZES)[number], more = {}): Promise<Page> {
      const context = await browser?.newContext({ viewport: size, ...more });
      if (context === undefined) throw new Error('there is no browser');
      return context.newPage();
    }

    test.each(SIZES)(
      'at $width: one request, no complaint, and nothing is cut off',
      async (size) => {
        const page = await opened(size);
        const requests: string[] = [];
        const complaints: string[] = [];
        page.on('request', (request) => requests.push(request.url()));
        page.on('console', (message) => complaints.push(message.text()));
        await page.goto(file);
        const [width = 0, height = 0] = (await page.evaluate(
          '[document.documentElement.scrollWidth, document.documentElement.scrollHeight]',
        )) as number[];
        expect(width).toBeLessThanOrEqual(size.width);
        if (size.height === 1080) expect(height).toBeLessThanOrEqual(size.height);
        expect(requests).toEqual([file]);
        expect(complaints).toEqual([]);
        const body = await page.textContent('body');
        expect(body).toContain('接下来');
        expect(body).toContain('<b>楼道</b>');
        expect(body).not.toMatch(/13812345678|王五|吴霞|陈刚/);
      },
    );

    test.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
      const page = await opened({ width: 1280, height: 720 }, { colorScheme, bypassCSP: true });
      await page.goto(file);
      await page.addScriptTag({ content: axe.source });
      const found = await page.evaluate('axe.run().then(({ violations }) => violations)');
      expect(found).toEqual([]);
    });

    test.each(['index', 'sheet'])('%s.html is printed on one A4 sheet', async (name) => {
      const page = await opened({ width: 1280, height: 720 });
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(file.replace('index.html', `${name}.html`));
      expect(await page.locator('.code svg').count()).toBe(name === 'sheet' ? 1 : 0);
      expect(complaints).toEqual([]);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g);
      expect(pages).toHaveLength(1);
    });
  },
);
