/** A colour in OKLab: lightness 0 to 1, then the two opponent axes. */
type Lab = readonly [lightness: number, a: number, b: number];

/**
 * A paint in another colour: the shade keeps its distance in lightness from the colour that the drawing was made in, and
 * takes the hue of the new one. Dark bodies show less shading than light ones, so the distance shrinks with them.
 */
export function repaint(shade: string, from: string, to: string): string {
  const [shadeLightness] = labOf(shade);
  const [fromLightness] = labOf(from);
  const [lightness, a, b] = labOf(to);
  const depth = lightness < fromLightness ? 0.62 : 0.78;
  return hexOf([Math.min(0.995, Math.max(0.12, lightness + (shadeLightness - fromLightness) * depth)), a, b]);
}

/** The same hue at another lightness, with its colourfulness scaled. */
export function atLightness(hex: string, lightness: number, chroma = 1): string {
  const [, a, b] = labOf(hex);
  return hexOf([lightness, a * chroma, b * chroma]);
}

function labOf(hex: string): Lab {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function hexOf([lightness, a, b]: Lab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map((channel) => hexPair(encoded(channel))).join('')}`;
}

function hexPair(channel: number): string {
  return Math.round(Math.min(1, Math.max(0, channel)) * 255)
    .toString(16)
    .padStart(2, '0');
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function encoded(channel: number): number {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * Math.max(0, channel) ** (1 / 2.4) - 0.055;
}
