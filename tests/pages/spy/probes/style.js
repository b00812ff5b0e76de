// How things look.

const styles = {
  name: 'computed style',
  reveals: 'any property that is set by person: a colour, a width, generated content',
  look({ tell, aliens }) {
    for (const element of aliens())
      for (const pseudo of ['', '::before', '::after', '::first-letter', '::marker']) {
        const style = getComputedStyle(element, pseudo);
        for (const property of style) tell(element, `${pseudo} ${property}: ${style.getPropertyValue(property)}`);
      }
  },
};

const sheets = {
  name: 'style sheets',
  reveals: 'rules that others gave to the page: classes of the extension, its addresses',
  look({ tell, roots, aliens }) {
    const places = [document, ...roots, ...aliens().map(element => element.shadowRoot)].filter(Boolean);
    for (const place of places)
      for (const sheet of [...place.styleSheets, ...(place.adoptedStyleSheets ?? [])]) {
        if (sheet === trap || sheet.href?.startsWith(`${location.origin}/spy/`)) continue;
        try {
          tell(place, `${sheet.href} ${[...sheet.cssRules].map(rule => rule.cssText).join(' ')}`);
        } catch {
          tell(place, `${sheet.href} with rules of another origin`);
        }
      }
  },
};

const animations = {
  name: 'animations',
  reveals: 'what moves or fades in, where only noted people have it',
  look({ tell }) {
    for (const animation of document.getAnimations()) tellOf(animation);
    for (const animation of document.documentElement.getAnimations({ subtree: true })) tellOf(animation);
    function tellOf(animation) {
      const { target, pseudoElement } = animation.effect;
      tell(target, `${animation.animationName ?? animation.transitionProperty} ${pseudoElement}`);
    }
  },
};

const GENERIC =
  'serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace ui-rounded math emoji fangsong'.split(
    ' ',
  );
const COMMON = [
  '-apple-system',
  'BlinkMacSystemFont',
  'Arial',
  'Helvetica',
  'Helvetica Neue',
  'Segoe UI',
  'Roboto',
  'Ubuntu',
  'Cantarell',
  'Inter',
  'Verdana',
  'Tahoma',
  'Georgia',
  'Times',
  'Times New Roman',
  'Courier New',
  'DejaVu Sans',
  'DejaVu Serif',
  'Liberation Sans',
  'Noto Sans',
  'Noto Sans Hebrew',
  'Noto Color Emoji',
  'Apple Color Emoji',
  'Segoe UI Emoji',
  'Open Sans',
  'Lucida Grande',
  'Calibri',
  'TwitterChirp',
];
const between = (first, last) => Array.from({ length: last - first + 1 }, (_, n) => first + n);
const LETTERS = [...between(0x21, 0x7e), ...between(0x5d0, 0x5ea), 0xb7, 0x2026, 0x2588, 0x1f331];
const trap = new CSSStyleSheet();

const fonts = {
  name: 'fonts',
  reveals: 'which letters are drawn: the page asks its server for each of them',
  start() {
    const families = [...GENERIC, ...GENERIC.map(name => `"${name}"`), ...COMMON.map(name => `"${name}"`)];
    const rule = (family, letter) =>
      `@font-face { font-family: ${family}; src: url("/letter/${encodeURIComponent(family)}/${letter}"); unicode-range: U+${letter} }`;
    trap.replaceSync(families.flatMap(family => LETTERS.map(letter => rule(family, letter.toString(16)))).join('\n'));
    document.adoptedStyleSheets.push(trap);
  },
  look({ tell }) {
    for (const { family, unicodeRange, status } of document.fonts)
      if (status !== 'unloaded') tell('page', `${family} ${unicodeRange}`);
  },
};

export const style = [styles, sheets, animations, fonts];
