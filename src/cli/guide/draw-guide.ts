import { type Guide, toPerson } from '../../guide/guide.ts';

interface Box {
  readonly id: string;
  readonly kind: 'question' | 'fix' | 'person';
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

const boxWidth = 220;
const gap = 36;
const lineHeight = 18;
const padding = 12;
const rowGap = 90;
const lettersInLine = 27;
const mostLines = 5;

/** Draws a guide as an SVG picture: questions, their answers as arrows, fixes; in rows by the number of answers before them. */
export function drawGuide(guide: Guide): string {
  const arrows = arrowsOf(guide);
  const rows = rowsOf(guide, arrows);
  const boxes = placed(guide, rows);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const width = Math.max(...boxes.map(({ x }) => x)) + boxWidth + 3 * gap;
  const height = Math.max(...boxes.map((box) => box.y + heightOf(box))) + gap;
  const drawn = [...arrows.map((arrow, index) => drawArrow(arrow, index, arrows, byId)), ...boxes.map(drawBox)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="13">
<title>${escaped(guide.title)}</title>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" fill="#555"/></marker></defs>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${gap}" y="28" font-size="18" font-weight="600" fill="#111">${escaped(guide.title)}</text>
${drawn.join('\n')}
</svg>
`;
}

function arrowsOf(guide: Guide): Arrow[] {
  const arrows: Arrow[] = [];
  for (const { id, options } of guide.nodes) {
    for (const { label, next, pointsTo = [] } of options) {
      const fixes = pointsTo.flatMap((cause) => guide.causes?.find((each) => each.id === cause)?.fix ?? []);
      for (const to of next === undefined ? new Set(fixes) : [next]) arrows.push({ from: id, to, label });
    }
  }
  for (const { id, otherwise } of guide.fixes) if (otherwise !== undefined) arrows.push({ from: id, to: otherwise, label: '✗' });
  return arrows;
}

/** Each box's row: its distance from the start; what nothing leads to comes last. */
function rowsOf(guide: Guide, arrows: readonly Arrow[]): Map<string, number> {
  const targets = new Map<string, string[]>();
  for (const { from, to } of arrows) targets.set(from, [...(targets.get(from) ?? []), to]);
  const rows = new Map<string, number>();
  const starts = guide.start === undefined ? guide.nodes.map(({ id }) => id) : [guide.start];
  let row = 0;
  for (let wave = starts; wave.length > 0; row += 1) {
    const here = wave.filter((id) => !rows.has(id));
    for (const id of here) rows.set(id, row);
    wave = here.flatMap((id) => targets.get(id) ?? []);
  }
  for (const { id } of [...guide.nodes, ...guide.fixes]) if (!rows.has(id)) rows.set(id, row);
  return rows;
}

function placed(guide: Guide, rows: ReadonlyMap<string, number>): Box[] {
  const kinds = new Map<string, Box['kind']>([
    ...guide.nodes.map(({ id }) => [id, 'question'] as const),
    ...guide.fixes.map(({ id }) => [id, 'fix'] as const),
  ]);
  const words = new Map([
    ...guide.nodes.map(({ id, question }) => [id, question] as const),
    ...guide.fixes.map(({ id, text }) => [id, text] as const),
    [toPerson, '☎'] as const,
  ]);
  const byRow = new Map<number, string[]>();
  for (const [id, row] of rows) byRow.set(row, [...(byRow.get(row) ?? []), id]);
  const widest = Math.max(...[...byRow.values()].map((ids) => ids.length));
  let y = 52;
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .flatMap(([, ids]) => {
      const left = gap + ((widest - ids.length) * (boxWidth + gap)) / 2;
      const boxes = ids.map(
        (id, index): Box => ({
          id,
          kind: kinds.get(id) ?? 'person',
          lines: wrapped(words.get(id) ?? id),
          x: left + index * (boxWidth + gap),
          y,
        }),
      );
      y += Math.max(...boxes.map(heightOf)) + rowGap;
      return boxes;
    });
}

function wrapped(text: string): string[] {
  const lines: string[] = [''];
  // Chinese and Japanese break between any two characters, and theirs are twice as wide.
  const isWide = /[\u3040-\u30FF\u4E00-\u9FFF]/u.test(text);
  const pieces = isWide ? [...text] : text.split(/(?<=\s)/);
  for (const piece of pieces) {
    const last = lines.at(-1) as string;
    if (last !== '' && [...(last + piece.trimEnd())].length > lettersInLine / (isWide ? 2 : 1)) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines.length > mostLines ? [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]?.trimEnd()} …`] : lines;
}

function heightOf({ lines }: Box): number {
  return lines.length * lineHeight + 2 * padding;
}

const colours = { question: ['#eef4ff', '#3563c9'], fix: ['#eaf7ee', '#2c8a4b'], person: ['#fff4e5', '#b86e00'] } as const;

function drawBox(box: Box): string {
  const [fill, stroke] = colours[box.kind];
  const lines = box.lines.map(
    (line, index) =>
      `<text x="${box.x + boxWidth / 2}" y="${box.y + padding + 13 + index * lineHeight}" text-anchor="middle" fill="#111">${escaped(line.trim())}</text>`,
  );
  return `<rect x="${box.x}" y="${box.y}" width="${boxWidth}" height="${heightOf(box)}" rx="${box.kind === 'question' ? 6 : 16}" fill="${fill}" stroke="${stroke}"/>${lines.join('')}`;
}

function drawArrow({ from, to, label }: Arrow, index: number, arrows: readonly Arrow[], boxes: ReadonlyMap<string, Box>): string {
  const [start, end] = [boxes.get(from), boxes.get(to)];
  if (start === undefined || end === undefined) return '';
  const own = arrows.filter((arrow) => arrow.from === from);
  const share = (own.indexOf(arrows[index] as Arrow) + 1) / (own.length + 1);
  const x1 = start.x + boxWidth * share;
  const y1 = start.y + heightOf(start);
  const goesDown = end.y > y1;
  const x2 = end.x + boxWidth / 2;
  const y2 = goesDown ? end.y : end.y + heightOf(end);
  const middle = goesDown ? (y1 + y2) / 2 : y1 + rowGap / 3;
  const labelY = y1 + 16 + (own.indexOf(arrows[index] as Arrow) % 2) * 14;
  const words = wrapped(label)[0]?.trim() ?? '';
  return `<path d="M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}" fill="none" stroke="#555" marker-end="url(#tip)"/><text x="${x2 < x1 ? x1 - 4 : x1 + 4}" y="${labelY}" text-anchor="${x2 < x1 ? 'end' : 'start'}" fill="#333" font-size="12" paint-order="stroke" stroke="#fff" stroke-width="3">${escaped(words)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
