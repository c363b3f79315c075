import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
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

const letters = readFileSync('adapters/documents/font/noto-sans-sc-subset.otf', 'base64');
const FONT = `@font-face{font-family:"Noto Sans SC";src:url(data:font/otf;base64,${letters})}`;

/** A sheet within its margins of 12 mm, at 96 points an inch. */
const A4 = { width: 703, height: 1032 };

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

    /** The board itself, and the sheet that is printed. */
    const PAGES = ['index', 'sheet'] as const;
    const fileOf = (name: (typeof PAGES)[number]) => file.replace('index.html', `${name}.html`);

    test.each(PAGES.flatMap((name) => SIZES.map((size) => ({ name, size, width: size.width }))))(
      '$name at $width: one request, no complaint, and nothing is cut off',
      async ({ name, size }) => {
        const page = await opened(size);
        const requests: string[] = [];
        const complaints: string[] = [];
        page.on('request', (request) => requests.push(request.url()));
        page.on('console', (message) => complaints.push(message.text()));
        await page.goto(fileOf(name));
        const [width = 0, height = 0] = (await page.evaluate(
          '[document.documentElement.scrollWidth, document.documentElement.scrollHeight]',
        )) as number[];
        expect(width).toBeLessThanOrEqual(size.width);
        if (size.height === 1080 && name === 'index')
          expect(height).toBeLessThanOrEqual(size.height);
        expect(requests).toEqual([fileOf(name)]);
        expect(complaints).toEqual([]);
        const body = await page.textContent('body');
        expect(body).toContain('接下来');
        expect(body).toContain('<b>楼道</b>');
        expect(body).not.toMatch(/13812345678|王五|吴霞|陈刚/);
      },
    );

    const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
      [...PAGES].flatMap((name) => [
        { name, colorScheme, media: 'screen' as const },
        { name, colorScheme, media: 'print' as const },
      ]),
    );

    test.each(LOOKS)('axe finds nothing in $name, $colorScheme, $media', async (look) => {
      const { name, media, colorScheme } = look;
      const page = await opened({ width: 1280, height: 720 }, { colorScheme, bypassCSP: true });
      await page.emulateMedia({ media });
      await page.goto(fileOf(name));
      await page.addScriptTag({ content: axe.source });
      const found = await page.evaluate('axe.run().then(({ violations }) => violations)');
      expect(found).toEqual([]);
    });

    test.each(PAGES)('%s.html is printed on one A4 sheet', async (name) => {
      const page = await opened({ width: 1280, height: 720 }, { bypassCSP: true });
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(fileOf(name));
      // A machine without Chinese fonts would draw boxes, which are narrower than letters.
      await page.addStyleTag({ content: FONT });
      await page.evaluate('document.fonts.ready');
      const isDrawn = await page.evaluate(`document.fonts.check('1em "Noto Sans SC"', '公')`);
      expect(isDrawn).toBe(true);
      expect(await page.locator('.code svg').count()).toBe(name === 'sheet' ? 1 : 0);
      expect(complaints).toEqual([]);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g);
      expect(pages).toHaveLength(1);
      // Nothing is cut off at the edge of the paper either.
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(A4);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(A4.width);
    });
  },
);
