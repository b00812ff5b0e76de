// Colours read off the page, and whether they can be told apart.

type Rgb = [red: number, green: number, blue: number];

/** Only what `getComputedStyle` writes for most colours; any other notation is nobody's guess. */
function parse(colour: string): { rgb: Rgb; alpha: number } | null {
  const parts = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour);
  if (!parts) return null;
  const [, red, green, blue, alpha = 1] = parts;
  return { rgb: [Number(red), Number(green), Number(blue)], alpha: Number(alpha) };
}

/** WCAG 2: relative luminance. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** Of small text against what it stands on. */
const READABLE = 4.5;

/** What a page paints behind an element. */
function backdrop(of: Element): Rgb {
  for (let at: Element | null = of; at; at = at.parentElement) {
    const colour = parse(getComputedStyle(at).backgroundColor);
    if (colour && colour.alpha > 0.5) return colour.rgb;
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const dark =
    scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
  return dark ? BLACK : WHITE;
}

export const isDark = (at: Element): boolean => luminance(backdrop(at)) < 0.18;

/** The colour of an element's text, where it can be read on what lies behind; else the plainest that can. */
export function quietColour(of: Element): string {
  const colour = getComputedStyle(of).color;
  const parsed = parse(colour);
  if (!parsed) return colour;
  const behind = backdrop(of);
  if (parsed.alpha > 0.5 && contrast(parsed.rgb, behind) >= READABLE) return colour;
  return contrast(BLACK, behind) > contrast(WHITE, behind) ? 'rgb(68, 68, 68)' : 'rgb(200, 200, 200)';
}
