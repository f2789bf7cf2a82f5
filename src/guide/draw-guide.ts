import { type Guide, type GuideFix, type GuideNode, toPerson } from './guide.ts';

/** A box or a line of words at its place in the picture. */
interface Item {
  readonly kind: 'question' | 'fix' | 'cause' | 'person' | 'answer' | 'pointer';
  readonly depth: number;
  readonly lines: readonly string[];
}

/** An item before the boxes have numbers. */
interface Part extends Omit<Item, 'lines'> {
  readonly text: string;
  /** The question or fix that it is, or points to. */
  readonly id?: string;
}

/** An item with its upper edge. */
interface Placed extends Item {
  readonly y: number;
}

const indent = 18;
const margin = 16;
const textWidth = 250;
const lineHeight = 21;
const padding = 10;
const fontSize = 15;

/**
 * Draws a guide as an SVG picture that reads from top to bottom, as narrow as a phone: each answer under its question,
 * what follows under the answer; a box that is drawn elsewhere is named by its number.
 */
export function drawGuide(guide: Guide): string {
  const items = placed(new Outline(guide).items);
  const deepest = Math.max(0, ...items.map(({ depth }) => depth));
  const width = 2 * margin + deepest * indent + textWidth + 2 * padding;
  const titleLines = wrapped(guide.title, textWidth + 2 * padding, 1.25);
  const top = margin + titleLines.length * 28 + 6;
  const height = top + Math.max(0, ...items.map((item) => item.y + heightOf(item))) + margin;
  const title = titleLines.map((line, index) => `<text class="t" x="${margin}" y="${margin + 20 + index * 28}">${escaped(line)}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="${fontSize}">
<title>${escaped(guide.title)}</title>
<style>${style}</style>
<rect class="p" width="100%" height="100%"/>
${title.join('')}
<g transform="translate(0 ${top})">
${spines(items)}
${items.map(drawn).join('\n')}
</g>
</svg>
`;
}

const style =
  '.p{fill:#fff}text{fill:#16191d}.t{font-size:19px;font-weight:650}.a{font-weight:600}.w{fill:#4a535e}.s{fill:none;stroke:#8c95a1;stroke-width:1.5}' +
  '.question{fill:#e9f0fd;stroke:#3d6bcb}.fix{fill:#e6f5ea;stroke:#2c8a4b}.cause{fill:#f4eefb;stroke:#7a4fb5}.person{fill:#fff1dd;stroke:#b86e00}' +
  '@media (prefers-color-scheme:dark){.p{fill:#15181c}text{fill:#edf0f3}.w{fill:#aab3bd}.s{stroke:#6b7480}' +
  '.question{fill:#1c2a45;stroke:#6f97ea}.fix{fill:#163323;stroke:#58b878}.cause{fill:#2a2140;stroke:#a98adf}.person{fill:#3a2a12;stroke:#e0a147}}';

/** A guide's parts in the order in which they are drawn. */
class Outline {
  private readonly parts: Part[] = [];
  /** Numbers of the boxes, by which arrows from elsewhere name them. */
  private readonly numbers = new Map<string, number>();
  private readonly nodes: ReadonlyMap<string, GuideNode>;
  private readonly fixes: ReadonlyMap<string, GuideFix>;
  /** The way by which each question or fix is first reached: there it is drawn. */
  private readonly firstWay = new Map<string, string>();

  constructor(private readonly guide: Guide) {
    this.nodes = new Map(guide.nodes.map((node) => [node.id, node]));
    this.fixes = new Map(guide.fixes.map((fix) => [fix.id, fix]));
    const starts = guide.start === undefined ? [...this.nodes.keys()] : [guide.start];
    this.findWays(starts);
    for (const start of starts) this.draw(start, 0);
    this.drawCauses();
    // What nothing leads to comes last.
    for (const id of [...this.nodes.keys(), ...this.fixes.keys()]) this.draw(id, 0);
  }

  get items(): Item[] {
    return this.parts.map(({ kind, depth, text, id }) => {
      const number = id === undefined ? '' : `${this.numbers.get(id) ?? '?'}  `;
      return { kind, depth, lines: wrapped(kind === 'pointer' && id !== undefined ? `→ ${number}${text}` : `${number}${text}`) };
    });
  }

  /** Breadth first, so that boxes stand as far out as they can. */
  private findWays(starts: readonly string[]): void {
    for (const start of starts) this.firstWay.set(start, '');
    const queue = [...starts];
    for (let from = queue[0], index = 0; from !== undefined; index += 1, from = queue[index]) {
      for (const { way, to } of this.waysFrom(from)) {
        if (this.firstWay.has(to)) continue;
        this.firstWay.set(to, way);
        queue.push(to);
      }
    }
  }

  private waysFrom(id: string): { readonly way: string; readonly to: string }[] {
    const otherwise = this.fixes.get(id)?.otherwise;
    if (otherwise !== undefined) return [{ way: `${id} ✗`, to: otherwise }];
    return (this.nodes.get(id)?.options ?? []).flatMap(({ id: option, next }) =>
      next === undefined ? [] : [{ way: `${id} ${option}`, to: next }],
    );
  }

  /** Draws a box and all that is first reached through it; guides may be deeper than the stack. */
  private draw(start: string, startDepth: number): void {
    const waiting: Part[] = [this.box(start, startDepth)];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { id = '', kind, depth } = next;
      const isBox = kind === 'question' || kind === 'fix';
      if (isBox && this.numbers.has(id)) continue;
      this.parts.push(next);
      if (!isBox) continue;
      this.numbers.set(id, this.numbers.size + 1);
      waiting.push(...this.under(id, depth + 1).reverse());
    }
  }

  private box(id: string, depth: number): Part {
    const node = this.nodes.get(id);
    return node === undefined
      ? { kind: 'fix', depth, text: this.fixes.get(id)?.text ?? id, id }
      : { kind: 'question', depth, text: node.question, id };
  }

  private under(id: string, depth: number): Part[] {
    const { options = [] } = this.nodes.get(id) ?? {};
    const otherwise = this.fixes.get(id)?.otherwise;
    return [
      ...options.flatMap((option): Part[] => [
        { kind: 'answer', depth, text: option.label },
        ...this.causesNamed(option.pointsTo, '+', depth),
        ...this.causesNamed(option.rulesOut, '−', depth),
        ...(option.next === undefined ? [] : [this.target(option.next, `${id} ${option.id}`, depth)]),
      ]),
      ...(otherwise === undefined ? [] : [{ kind: 'answer', depth, text: '✗' } as const, this.target(otherwise, `${id} ✗`, depth)]),
    ];
  }

  private causesNamed(ids: readonly string[] = [], sign: string, depth: number): Part[] {
    const names = ids.flatMap((id) => this.guide.causes?.find((cause) => cause.id === id)?.name ?? []);
    return names.length === 0 ? [] : [{ kind: 'pointer', depth, text: `${sign} ${names.join(', ')}` }];
  }

  private target(to: string, way: string, depth: number): Part {
    if (to === toPerson) return { kind: 'person', depth, text: '☎' };
    const box = this.box(to, depth);
    return this.firstWay.get(to) === way ? box : { ...box, kind: 'pointer' };
  }

  private drawCauses(): void {
    const causes = this.guide.causes ?? [];
    const total = causes.reduce((sum, { likelihood }) => sum + likelihood, 0);
    for (const { name, likelihood, fix } of [...causes].sort((a, b) => b.likelihood - a.likelihood)) {
      this.parts.push({ kind: 'cause', depth: 0, text: `${name}  ${Math.round((100 * likelihood) / total)} %` });
      if (this.numbers.has(fix)) this.parts.push({ ...this.box(fix, 1), kind: 'pointer' });
      else this.draw(fix, 1);
    }
  }
}

function placed(items: readonly Item[]): Placed[] {
  let y = 0;
  return items.map((item, index) => {
    const before = items[index - 1];
    // Boxes stand apart, what belongs to an answer stands close to it.
    const isClose = before === undefined || before.kind === 'answer' || (item.kind === 'pointer' && before.kind === 'pointer');
    y += before === undefined ? 0 : heightOf(before) + (isClose ? 3 : item.depth === 0 ? 22 : 9);
    return { ...item, y };
  });
}

function isBox({ kind }: Item): boolean {
  return kind !== 'answer' && kind !== 'pointer';
}

function heightOf(item: Item): number {
  return item.lines.length * lineHeight + (isBox(item) ? 2 * padding : 4);
}

/** Lines from each box down to the answers under it. */
function spines(items: readonly Placed[]): string {
  const lines: string[] = [];
  const open: Placed[] = [];
  for (const item of items) {
    while (open.length > 0 && (open.at(-1) as Placed).depth >= item.depth) open.pop();
    const owner = open.at(-1);
    if (item.kind === 'answer' && owner !== undefined) {
      const x = margin + owner.depth * indent + 8;
      const y = item.y + 13;
      lines.push(`M${x} ${owner.y + heightOf(owner)}V${y}H${x + 8}`);
    }
    if (isBox(item)) open.push(item);
  }
  return lines.length === 0 ? '' : `<path class="s" d="${lines.join('')}"/>`;
}

function drawn(item: Placed): string {
  const x = margin + item.depth * indent;
  const start = isBox(item) ? x + padding : x;
  const first = item.y + (isBox(item) ? padding : 2) + 15;
  const mark = item.kind === 'answer' ? ' class="a"' : item.kind === 'pointer' ? ' class="w"' : '';
  const text = item.lines
    .map((line, index) => `<text${mark} x="${start}" y="${first + index * lineHeight}">${escaped(line)}</text>`)
    .join('');
  if (!isBox(item)) return text;
  const width = item.kind === 'person' ? 2 * padding + 20 : textWidth + 2 * padding;
  return `<rect class="${item.kind}" x="${x}" y="${item.y}" width="${width}" height="${heightOf(item)}" rx="${item.kind === 'question' ? 5 : 14}"/>${text}`;
}

/** Breaks a text into lines of a width in pixels; widths are estimated, for a picture knows no font. */
function wrapped(text: string, width = textWidth, scale = 1): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  // Chinese and Japanese break between any two characters.
  for (const piece of text.match(/[\u3000-\u30FF\u4E00-\u9FFF\uFF00-\uFFEF]|[^\s\u3000-\u30FF\u4E00-\u9FFF\uFF00-\uFFEF]+\s*|\s+/gu) ??
    []) {
    const own = widthOf(piece) * scale;
    if (line !== '' && used + widthOf(piece.trimEnd()) * scale > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += piece;
    used += own;
  }
  return [...lines, line.trimEnd()].filter((each, index) => each !== '' || index === 0);
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u2E80-\uFFEF]/u.test(character) ? fontSize : /[A-ZMWmw@%]/.test(character) ? fontSize * 0.72 : fontSize * 0.53;
  return width;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
