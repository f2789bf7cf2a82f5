/** One view of a product in millimetres: its outline as SVG in a box of `width` × `height`, and what is written at its edges. */
interface View {
  readonly width: number;
  readonly height: number;
  readonly outline: string;
  readonly widthLabel?: string;
  readonly heightLabel?: string;
}

const box = (width: number, height: number, radius: number, x = 0, y = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;

const views: Readonly<Record<string, readonly View[]>> = {
  'lark-2': [
    {
      width: 62,
      height: 47,
      outline: `${box(62, 47, 17)}<path d="M0 19H62"/><circle cx="31" cy="31" r="1.4"/>`,
      widthLabel: '62',
      heightLabel: '47',
    },
    {
      width: 21.4,
      height: 32.1,
      outline:
        '<path d="M1 8a9 8 0 0 1 18.4-1.5L17 29.5a3 3 0 0 1-6 0L10.6 17A9.5 9 0 0 1 1 8Z"/><path d="M2.5 11L-1.2 14 1 17.4 5 15.6"/>',
      widthLabel: '21.4',
      heightLabel: '32.1',
    },
  ],
  'sweep-r5': [
    {
      width: 350,
      height: 350,
      outline: '<circle cx="175" cy="175" r="175"/><circle cx="175" cy="175" r="158"/><circle cx="175" cy="150" r="56"/>',
      widthLabel: '350',
    },
    { width: 350, height: 96, outline: `${box(350, 74, 22, 0, 22)}${box(112, 24, 8, 119, 0)}<path d="M0 72H350"/>`, heightLabel: '96' },
  ],
  'nomad-ax': [
    { width: 118, height: 84, outline: `${box(118, 84, 9)}<path d="M34 30H84M34 38H84M34 46H84"/>`, widthLabel: '118', heightLabel: '84' },
    {
      width: 118,
      height: 32,
      outline: `${box(118, 32, 6)}${box(16, 14, 2, 10, 9)}${box(16, 14, 2, 32, 9)}${box(16, 7, 2, 56, 12)}${box(10, 5, 2.5, 80, 13)}<circle cx="104" cy="16" r="2"/>`,
      heightLabel: '32',
    },
  ],
  'folio-7': [
    {
      width: 129,
      height: 167,
      outline: `${box(129, 167, 9)}${box(96, 150, 2, 8, 8)}${box(7, 22, 3.5, 113, 58)}${box(7, 22, 3.5, 113, 87)}`,
      widthLabel: '129',
      heightLabel: '167',
    },
    { width: 8.1, height: 167, outline: box(8.1, 167, 3.5), widthLabel: '8.1' },
  ],
  'halo-lamp': [
    {
      width: 330,
      height: 455,
      outline: `${box(130, 24, 11)}${box(180, 18, 9, 150, 437)}<path d="M122 12H240M240 12L248 437"/><circle cx="240" cy="12" r="9"/>`,
      heightLabel: '455',
    },
    { width: 180, height: 180, outline: '<circle cx="90" cy="90" r="90"/><circle cx="74" cy="98" r="34"/>', widthLabel: '180' },
  ],
  'volt-65': [
    {
      width: 40,
      height: 58,
      outline: `${box(40, 58, 8)}${box(15, 5, 2.5, 12.5, 13)}${box(15, 5, 2.5, 12.5, 26)}${box(15, 7, 1, 12.5, 39)}`,
      widthLabel: '40',
      heightLabel: '58',
    },
    { width: 31, height: 58, outline: `${box(31, 58, 7)}<path d="M31 20H44V23H31M31 38H44V41H31"/>`, widthLabel: '31' },
  ],
};

const side = 800;
const gap = 120;
const stroke = 4;
/** Room for the measures, left and below. */
const margin = 136;

/** A drawing to scale, with the measures in millimetres that the data sheet gives. Numbers only, so that one serves all languages. */
export function sizeDrawing(product: string): string {
  const pair = views[product] ?? [];
  const isStacked = (pair[0]?.width ?? 0) >= 100 && product !== 'folio-7' && product !== 'halo-lamp';
  const width = isStacked ? Math.max(...pair.map((view) => view.width)) : sum(pair.map((view) => view.width));
  const height = isStacked ? sum(pair.map((view) => view.height)) : Math.max(...pair.map((view) => view.height));
  const between = gap * (pair.length - 1);
  const room = side - 2 * margin;
  const scale = Math.min((room - (isStacked ? 0 : between)) / width, (room - (isStacked ? between : 0)) / height);
  let x = (side - (width * scale + (isStacked ? 0 : between))) / 2;
  let y = (side - (height * scale + (isStacked ? between : 0))) / 2;
  const drawn = pair.map((view) => {
    const top = isStacked ? y : y + (height - view.height) * scale;
    const piece = viewDrawing(view, x, top, scale);
    if (isStacked) y += view.height * scale + gap;
    else x += view.width * scale + gap;
    return piece;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">
  <style>svg{--line:#2b3a42;--paper:#f2f1ec;--measure:#6b6558}@media (prefers-color-scheme:dark){svg{--line:#dfe5e6;--paper:#22282b;--measure:#b4aea1}}
  .paper{fill:var(--paper)}.body{fill:none;stroke:var(--line);stroke-linejoin:round}.measure{fill:none;stroke:var(--measure);stroke-width:2}
  text{fill:var(--measure);font:500 32px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;text-anchor:middle;font-variant-numeric:tabular-nums}</style>
  <rect class="paper" width="${side}" height="${side}"/>
  ${drawn.join('\n  ')}
</svg>
`;
}

function viewDrawing({ width, height, outline, widthLabel, heightLabel }: View, x: number, y: number, scale: number): string {
  const right = x + width * scale;
  const bottom = y + height * scale;
  const below = bottom + 34;
  const before = x - 34;
  return [
    `<g class="body" stroke-width="${round(stroke / scale)}" transform="translate(${round(x)} ${round(y)}) scale(${round(scale)})">${outline}</g>`,
    widthLabel === undefined
      ? ''
      : `<path class="measure" d="M${round(x)} ${round(below - 10)}v20M${round(right)} ${round(below - 10)}v20M${round(x)} ${round(below)}H${round(right)}"/><text x="${round((x + right) / 2)}" y="${round(below + 42)}">${widthLabel} mm</text>`,
    heightLabel === undefined
      ? ''
      : `<path class="measure" d="M${round(before - 10)} ${round(y)}h20M${round(before - 10)} ${round(bottom)}h20M${round(before)} ${round(y)}V${round(bottom)}"/><text transform="translate(${round(before - 16)} ${round((y + bottom) / 2)}) rotate(-90)">${heightLabel} mm</text>`,
  ].join('');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
