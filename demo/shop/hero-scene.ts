import { figureOf } from './illustration.ts';

/** Where each product stands on the desk: its drawing's scale and the place of its upper left corner. */
const places: readonly (readonly [product: string, x: number, y: number, scale: number])[] = [
  ['folio-7', 778, 340, 0.74],
  ['halo-lamp', 40, -118, 1.42],
  ['nomad-ax', 1196, 548, 0.52],
  ['volt-65', 962, 704, 0.34],
  ['lark-2', 286, 556, 0.46],
];

/** The picture of the home page: the products on a desk, in the light of the lamp. */
export function heroScene(drawings: ReadonlyMap<string, string>): string {
  const figures = places.map(([product, x, y, scale]) => {
    const figure = figureOf(drawings.get(product) ?? '', product);
    return `<g transform="translate(${x} ${y}) scale(${scale})">${figure}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000" preserveAspectRatio="xMidYMax slice">
  <style>@media (prefers-color-scheme:dark){#wall stop{stop-color:#2a2520}#wall stop+stop{stop-color:#1c1a18}#desk stop{stop-color:#4a3a2c}#desk stop+stop{stop-color:#2b221a}#edge{fill:#5e4a38}#glow stop{stop-color:#ffdf9e;stop-opacity:.5}#glow stop+stop{stop-opacity:0}}</style>
  <defs>
    <linearGradient id="wall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f3e9dc"/><stop offset="1" stop-color="#e8d8c3"/></linearGradient>
    <linearGradient id="desk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#cfae8b"/><stop offset="1" stop-color="#b8926c"/></linearGradient>
    <radialGradient id="glow" cx=".5" cy=".5" r=".5"><stop offset="0" stop-color="#fffaf0" stop-opacity=".95"/><stop offset="1" stop-color="#fffaf0" stop-opacity="0"/></radialGradient>
  </defs>
  <rect width="1600" height="1000" fill="url(#wall)"/>
  <ellipse cx="480" cy="440" rx="760" ry="560" fill="url(#glow)"/>
  <rect y="712" width="1600" height="288" fill="url(#desk)"/>
  <rect id="edge" y="712" width="1600" height="5" fill="#dcc0a0"/>
  ${figures.join('\n  ')}
</svg>
`;
}
