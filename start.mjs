// What `npm start` runs: plain JavaScript, so that a Node that reads no TypeScript can say so.
const NEEDED = 24;

const isEnough = Number(process.versions.node.split('.')[0]) >= NEEDED;
if (isEnough && process.argv.includes('--check')) await import('./tools/check/index.ts');
else if (isEnough) await import('./src/main.ts');
else {
  const found = `lianluo needs Node ${NEEDED}, and this is ${process.version}`;
  const advice = 'install it, or run "npm ci" without --ignore-scripts, which brings it along';
  process.stderr.write(`${found}: ${advice}\n`);
  process.exitCode = 1;
}
