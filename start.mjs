// What `npm start` runs: plain JavaScript, so that a Node that reads no TypeScript can say so.
import module from 'node:module';

const NEEDED = 24;

/** What the program's own files import of packages → where it lies: the same for all of them. */
const packages = new Map();

const isEnough = Number(process.versions.node.split('.')[0]) >= NEEDED;
// The program is compiled once for many starts. Where nothing can be kept it is compiled anew.
if (isEnough) module.enableCompileCache();
// A file of the program names another one exactly; to look for it costs a fifth of a start. The
// sixty languages of zod that nobody here speaks cost a tenth: the two that are used are named.
if (isEnough) module.registerHooks({ resolve });
if (isEnough && process.argv.includes('--check')) await import('./tools/check/index.ts');
else if (isEnough) await import('./src/main.ts');
else {
  const found = `lianluo needs Node ${NEEDED}, and this is ${process.version}`;
  const advice = 'install it, or run "npm ci" without --ignore-scripts, which brings it along';
  process.stderr.write(`${found}: ${advice}\n`);
  process.exitCode = 1;
}

function resolve(specifier, context, next) {
  const { parentURL = '' } = context;
  if (/^\.\.?\/.*\.ts$/.test(specifier)) {
    const { href: url } = new URL(specifier, parentURL);
    return { url, format: 'module-typescript', shortCircuit: true };
  }
  if (specifier === '../locales/index.js' && /\/zod\/v4\/(classic|core)\/\w+\.js$/.test(parentURL))
    return { url: 'data:text/javascript,', format: 'module', shortCircuit: true };
  if (!parentURL.endsWith('.ts') || module.isBuiltin(specifier)) return next(specifier, context);
  const found = packages.get(specifier) ?? { ...next(specifier, context), shortCircuit: true };
  packages.set(specifier, found);
  return found;
}
