import { atLightness, repaint } from './colour.ts';

/** The colour that each product is drawn in, and which paints of the drawing are its body and so change with the colour. */
const bodies: Readonly<Record<string, { readonly colour: string; readonly paints: readonly string[] }>> = {
  'lark-2': {
    colour: '#4e6b57',
    paints: ['#5f7f6a', '#456152', '#6d8d78', '#53725f', '#2a3b32', '#384d41', '#87a792', '#55745f', '#31443a', '#2c3d34', '#c9d6ce'],
  },
  'sweep-r5': { colour: '#f3f0ea', paints: ['#d8d2c7', '#f1ede6', '#bdb5a7', '#ffffff', '#e9e4db', '#cfc8bb', '#c5bcac', '#d9d2c6'] },
  'folio-7': { colour: '#39424e', paints: ['#4a5461', '#2d353f', '#20262e', '#222931', '#5a6673'] },
  'halo-lamp': { colour: '#b8734a', paints: ['#d59a6f', '#b8734a', '#945635', '#dba57c', '#b06a42', '#9c5c39'] },
  'volt-65': { colour: '#f3f0ea', paints: ['#fdfcf9', '#e8e3d9', '#f6f3ed', '#ece7de', '#cdc5b7', '#b7ae9f', '#b9b1a2'] },
};

const backdrop = /<linearGradient id="bg"[^>]*>.*?<\/linearGradient>/s;

/** The drawing of a product with its body in another of its colours. */
export function inColour(svg: string, product: string, colour: string): string {
  const body = bodies[product];
  if (body === undefined || body.colour === colour) return svg;
  const paints = new RegExp(body.paints.join('|'), 'g');
  return svg.replace(paints, (shade) => repaint(shade, body.colour, colour));
}

/** The drawing with a backdrop that turns dark with the visitor's system. */
export function onAdaptiveBackdrop(svg: string): string {
  const [top = '', bottom = ''] = backdrop.exec(svg)?.[0].match(/#[0-9a-f]{6}/g) ?? [];
  if (top === '') return svg;
  const rules = [
    `#bg stop{stop-color:${atLightness(top, 0.47, 1.3)}}`,
    `#bg stop+stop{stop-color:${atLightness(bottom, 0.38, 1.2)}}`,
    'svg>circle:first-of-type{fill-opacity:.1}',
    '#sh stop{stop-color:#000}',
  ];
  return svg.replace('<defs>', `<style>@media (prefers-color-scheme:dark){${rules.join('')}}</style>\n  <defs>`);
}

/** What stands in the drawing, without backdrop, and with ids that do not clash with those of another drawing. */
export function figureOf(svg: string, prefix: string): string {
  return svg
    .replace(/^.*?<svg[^>]*>|<\/svg>\s*$/gs, '')
    .replace(/<rect width="800" height="800"[^>]*\/>/, '')
    .replace(/<circle cx="400" cy="370" r="292"[^>]*\/>/, '')
    .replace(backdrop, '')
    .replace(/\bid="/g, `id="${prefix}-`)
    .replace(/url\(#/g, `url(#${prefix}-`)
    .replace(/href="#/g, `href="#${prefix}-`);
}
