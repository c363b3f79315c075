import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { LegacyGridContainLabel } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart, DocumentContent } from '../../src/ports/documents.ts';

echarts.use([
  BarChart,
  GridComponent,
  LegacyGridContainLabel,
  LegendComponent,
  SVGRenderer,
  TitleComponent,
]);

const FONT = fileURLToPath(new URL('font/noto-sans-sc-subset.otf', import.meta.url));
const FAMILY = 'Noto Sans CJK SC';

/** A phone held upright shows it without enlarging, pixels. */
const WIDTH = 1080;
const CHART_HEIGHT = 560;
const TITLE_HEIGHT = 96;

/** Colours that people with any colour blindness tell apart, by Okabe and Ito; and calm ones. */
const COLOURS = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#7A7A7A'];
const INK = '#22303A';
const FAINT = '#DCE3E8';

/** More groups of bars than this and no label can be read. */
const MOST_LABELS = 12;
const LONGEST_LABEL = 8;

/** A character that the font lacks. */
const MISSING = '□';
const drawn = new Set(
  readFileSync(new URL('font/characters.txt', import.meta.url), 'utf8').trimEnd(),
);
drawn.add(' ');

/** A text as the font can draw it: what it lacks is seen to be missing. */
export function drawable(text: string): string {
  return [...text].map((character) => (drawn.has(character) ? character : MISSING)).join('');
}

/** A picture of charts under each other. */
export function chartBytes({
  title,
  charts,
}: Extract<DocumentContent, { kind: 'charts' }>): Uint8Array {
  const resvg = new Resvg(chartSvg(title, charts), { font: fonts(FONT), background: '#FFFFFF' });
  return new Uint8Array(resvg.render().asPng());
}

function fonts(file: string) {
  return { loadSystemFonts: false, fontFiles: [file], defaultFontFamily: FAMILY };
}

/** Whether letters come out at all: without its font a chart is drawn without any, and no error. */
export function drawsLetters(file = FONT): boolean {
  const letter = `<text x="9" y="50" font-family="${FAMILY}" font-size="40">春</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99">${letter}</svg>`;
  const box = new Resvg(svg, { font: fonts(file) }).getBBox();
  return box !== undefined && box.width > 1;
}

/** The same as SVG. */
function chartSvg(title: string, charts: readonly Chart[]): string {
  const height = TITLE_HEIGHT + charts.length * CHART_HEIGHT;
  const pictures = charts.map((chart, index) => {
    const top = TITLE_HEIGHT + index * CHART_HEIGHT;
    return `<g transform="translate(0 ${top})">${svgOf(chart)}</g>`;
  });
  const head =
    `<text x="48" y="64" font-family="${FAMILY}" font-size="40" fill="${INK}">` +
    `${escaped(drawable(title))}</text>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}">` +
    `${head}${pictures.join('')}</svg>`
  );
}

function svgOf({ title, labels, series, stacked }: Chart): string {
  const chart = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: WIDTH,
    height: CHART_HEIGHT,
  });
  const shown = labels.slice(0, MOST_LABELS);
  const names = shown.map((label) => drawable([...label].slice(0, LONGEST_LABEL).join('')));
  const text = { fontFamily: FAMILY, color: INK, fontSize: 24 };
  chart.setOption({
    animation: false,
    color: COLOURS,
    textStyle: text,
    title: { text: drawable(title), left: 48, top: 8, textStyle: { ...text, fontSize: 30 } },
    legend:
      series.length > 1
        ? { top: 60, left: 48, itemGap: 28, textStyle: text, icon: 'roundRect' }
        : { show: false },
    grid: { left: 48, right: 48, top: 130, bottom: 24, containLabel: true },
    xAxis: {
      type: 'category',
      data: names,
      axisLabel: { ...text, fontSize: 22, interval: 0, rotate: shown.length > 5 ? 40 : 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: FAINT } },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { ...text, fontSize: 22 },
      splitLine: { lineStyle: { color: FAINT } },
    },
    series: series.map(({ name, values }) => ({
      type: 'bar',
      name: drawable(name),
      barMaxWidth: 72,
      data: values.slice(0, MOST_LABELS).map((value) => (value === 0 ? null : value)),
      label: {
        ...text,
        show: true,
        fontSize: 22,
        position: stacked ? 'inside' : 'top',
        color: stacked ? '#FFFFFF' : INK,
        textBorderColor: stacked ? INK : undefined,
        textBorderWidth: stacked ? 3 : 0,
      },
      ...(stacked ? { stack: 'all' } : {}),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
