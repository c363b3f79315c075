import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { DocumentContent } from '../../src/ports/documents.ts';

type Letter = Extract<DocumentContent, { kind: 'letter' }>;

/** As offices in China set a page: 仿宋 where the machine has it, in half points. */
const FONT = { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' };
const SIZE = 28;

/** A docx file that Word and WPS open and people go on writing in. */
export async function letterBytes({ title, paragraphs, tables }: Letter): Promise<Uint8Array> {
  const document = new Document({
    styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          ...paragraphs.map((text) => new Paragraph({ children: [new TextRun(text)] })),
          ...tables.flatMap((table) => [
            new Paragraph({ text: table.title, heading: HeadingLevel.HEADING_2 }),
            tableOf(table),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function tableOf({ head, rows }: Letter['tables'][number]): Table {
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      children: cells.map(
        (text) =>
          new TableCell({
            children: [new Paragraph({ children: [new TextRun({ text, bold: isHead })] })],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}
