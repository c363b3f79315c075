import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/* A page that names a file or a function names one that is there. */

const ROOT = join(import.meta.dirname, '..');
const ROOMS = 'src|adapters|tools|test|docs|deploy|bench|data/examples';
const PATH = new RegExp(`^(?:${ROOMS})/[\\w./-]*$`);

const pages = globSync('{*,docs/*,docs/adr/*,src/*,test/*}.md', { cwd: ROOT })
  // These tell how things were.
  .filter((page) => page !== 'CHANGELOG.md' && !page.startsWith('docs/adr/00'))
  .sort();

function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** What stands between backticks, outside of blocks. */
function quoted(text: string): readonly string[] {
  const prose = text.replace(/^```.*?^```/gms, '');
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, said = '']) => said);
}

/** The sections of a page, by their titles. */
function sectionsOf(page: string): ReadonlyMap<string, string> {
  const [, ...sections] = textOf(page).split(/^## /m);
  return new Map(sections.map((section) => [section.split('\n', 1)[0] ?? '', section]));
}

/** Whether a file declares a name: a function, a method, a type, a constant. */
function declares(path: string, name: string): boolean {
  const word = name.replaceAll('$', '\\$');
  const declared = new RegExp(
    `\\b(?:function|class|interface|type|const|enum)\\*? ${word}\\b|` +
      `^ +(?:(?:private|static|async|readonly|get) )*${word}\\??(?:<[^>]*>)?[(:]`,
    'm',
  );
  // What is imported or handed on is declared elsewhere.
  return declared.test(
    textOf(path).replace(/^(?:import|export) (?:type )?\{[^}]*\} from .*$/gm, ''),
  );
}

test.each(pages)('%s names files that are there', (page) => {
  const paths = quoted(textOf(page)).filter((said) => PATH.test(said));
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

/** The anchors of a page, as the hosts of repositories make them from its headings. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = textOf(page).matchAll(/^#+ (.*)$/gm);
  return new Set(
    [...headings].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}

test.each(pages)('%s links to pages and headings that are there', (page) => {
  const links = [...textOf(page).matchAll(/\]\(([^)#:\s]*)(?:#([^)]*))?\)/g)];
  const gone = links.filter(([, to = '', anchor]) => {
    const target = to === '' ? page : join(dirname(page), to);
    if (!existsSync(join(ROOT, target))) return true;
    return anchor !== undefined && !anchorsOf(target).has(anchor);
  });
  expect(gone.map(([link]) => link)).toEqual([]);
});

const steps = (sectionsOf('docs/architecture.md').get('One `+1`, followed') ?? '')
  .split(/^(?=\d+\. )/m)
  .slice(1);

test('one message is followed in at most 12 steps', () => {
  expect(steps.length).toBeGreaterThan(5);
  expect(steps.length).toBeLessThanOrEqual(12);
});

const titled = steps.map((step) => [step.slice(0, 60).replaceAll(/\s+/g, ' '), step] as const);

test.each(titled)('each name of a step stands in the file before it: %s', (_, step) => {
  let file: string | undefined;
  const gone: string[] = [];
  const found: string[] = [];
  for (const said of quoted(step)) {
    if (PATH.test(said)) file = said;
    else if (file !== undefined && /^[a-z]\w*$/.test(said))
      (declares(file, said) ? found : gone).push(`${file} ${said}`);
  }
  expect(gone).toEqual([]);
  expect(found).not.toEqual([]);
});

const rows = textOf('docs/glossary.md')
  .split('\n')
  .flatMap((row) => {
    const said = quoted(row.split('|').at(-2) ?? '');
    const file = said.find((one) => PATH.test(one) && one.endsWith('.ts'));
    return file === undefined ? [] : [{ row: said, file }];
  });

test('a type stands where the glossary says', () => {
  const gone = rows.flatMap(({ row, file }) => {
    let at = file;
    const misses: string[] = [];
    // A path stands behind the names that it is of.
    for (const said of row.toReversed()) {
      if (PATH.test(said)) at = said;
      else if (/^\w[\w.]*$/.test(said) && at.endsWith('.ts')) {
        const name = said.split('.').at(-1) ?? said;
        if (!declares(at, name)) misses.push(`${said}, ${at}`);
      }
    }
    return misses;
  });
  expect(rows.length).toBeGreaterThan(30);
  expect(gone).toEqual([]);
});
