import { performance } from 'node:perf_hooks';
import { readLine } from '../src/core/line.ts';
import { readChains } from '../src/features/activities/rules/chain/read-chains.ts';

/*
 * The longest that one pasted message keeps the reader busy: as long as a message may be, made of
 * whatever pieces give it the most to try, behind beginnings that look like a list. No message may
 * take 50 ms.
 */

const LENGTH = 12_000;
const beginnings = ['', '#接龙\n', '1. 张三', '#接龙\n1. 登记：'];
const pieces =
  '1.|1. |(|1|张|1. 张三 |+|带|、| |：|1.张三2.|一|①|8:00|\n1.|1. 张三\n|1)(|带1人|和|张三和|（|取消)|取消|1，|😀|#|【|x2|一家|-|1-|, |、 |a |例|\n例|\n张|上午|9:00 |\n1. 张三 恒威 2人（带1人）';

function slowest(text: string): number {
  const times = [1, 2, 3].map(() => {
    const line = readLine(text);
    const before = performance.now();
    readChains(line, (word) => word === '恒威');
    return performance.now() - before;
  });
  return Math.min(...times);
}

const results = beginnings.flatMap((beginning) =>
  pieces.split('|').map((piece) => {
    const text = beginning + piece.repeat(Math.ceil(LENGTH / piece.length));
    return { text: JSON.stringify(text.slice(0, 24)), ms: slowest(text) };
  }),
);
results.sort((a, b) => b.ms - a.ms);
for (const { text, ms } of results.slice(0, 5))
  process.stdout.write(`${ms.toFixed(1).padStart(8)} ms  ${text}…\n`);
