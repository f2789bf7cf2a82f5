/**
 * A site's own colour, as a style sheet for the element: the colour, a text colour that can be read on it, and whether
 * links may wear it. Undefined for what is no colour.
 * @param probe an element in the document, to have the browser work out colours
 */
export function accentSheet(colour: string, probe: HTMLElement): CSSStyleSheet | undefined {
  if (!CSS.supports('color', colour)) return undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { --chosen-accent: ${colour}; }`);
  const luminance = luminanceOf(colour, probe);
  if (luminance === undefined) return sheet;
  const onAccent = contrast(luminance, 1) >= contrast(luminance, 0) ? '#ffffff' : '#111111';
  sheet.insertRule(`:host { --chosen-on-accent: ${onAccent}; --chosen-link: ${linkColour(colour, luminance, probe)}; }`, 1);
  return sheet;
}

const readable = 4.5;

function linkColour(colour: string, luminance: number, probe: HTMLElement): string {
  const surface = luminanceOf(getComputedStyle(probe).getPropertyValue('--surface'), probe) ?? 1;
  return contrast(luminance, surface) >= readable ? colour : 'var(--text)';
}

/** Relative luminance, 0 to 1 (WCAG 2.2), or undefined where the browser does not give it in sRGB. */
function luminanceOf(colour: string, probe: HTMLElement): number | undefined {
  const canvas = probe.ownerDocument.createElement('canvas').getContext('2d');
  if (canvas === null) return undefined;
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  const linear = (channel: number) => (channel <= 10.31475 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of two luminances, 1 to 21 (WCAG 2.2). */
function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
