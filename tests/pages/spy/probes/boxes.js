// Where things stand, and how large they are.

const round = number => Math.round(number * 100) / 100;
const pathOf = element => {
  const id = element.dataset?.testid ?? element.getAttribute('role') ?? '';
  return `${element.localName} ${id} #${[...(element.parentNode?.children ?? [])].indexOf(element)}`;
};

const size = {
  name: 'boxes',
  reveals: 'the length of a note, by the size of a host or of anything around or beside it',
  look({ tell, all, rows, rowOf }) {
    const bases = rows().map(row => row.getBoundingClientRect());
    for (const element of all()) {
      const base = bases[rowOf(element)] ?? { x: -scrollX, y: -scrollY };
      const rects = [element.getBoundingClientRect(), ...element.getClientRects()];
      const seen = rects.map(({ x, y, width, height }) => [x - base.x, y - base.y, width, height].map(round).join(' '));
      for (const key of ['scrollWidth', 'scrollHeight', 'clientWidth', 'clientHeight']) seen.push(element[key]);
      for (const key of ['offsetWidth', 'offsetHeight', 'offsetLeft', 'offsetTop']) seen.push(element[key]);
      tell(element, `${pathOf(element)}: ${seen.join(', ')}`);
    }
  },
};

/** As IntersectionObserver and ResizeObserver want it: from the beginning, and each newcomer. */
function observeAll({ all, onArrival }, observe) {
  const seen = new WeakSet();
  onArrival(() => {
    for (const element of all()) if (!seen.has(element)) observe(seen.add(element) && element);
  });
}

const resizes = {
  name: 'resizes',
  reveals: 'the same, and when it changes',
  start(spy) {
    const observer = new ResizeObserver(entries => {
      for (const {
        target,
        contentRect,
        borderBoxSize: [border],
      } of entries) {
        const { width, height } = contentRect;
        spy.tell(
          target,
          `${pathOf(target)}: ${[width, height, border.inlineSize, border.blockSize].map(round).join(' ')}`,
        );
      }
    });
    observeAll(spy, element => observer.observe(element));
  },
};

const intersections = {
  name: 'intersections',
  reveals: 'the same, and what is drawn and what is not',
  start(spy) {
    const observer = new IntersectionObserver(
      entries => {
        for (const { target, isIntersecting, intersectionRatio, boundingClientRect, intersectionRect } of entries) {
          const sizes = [boundingClientRect, intersectionRect].flatMap(({ width, height }) => [width, height]);
          spy.tell(
            target,
            `${pathOf(target)}: ${isIntersecting} ${[intersectionRatio, ...sizes].map(round).join(' ')}`,
          );
        }
      },
      { threshold: [0, 0.25, 0.5, 0.75, 1] },
    );
    observeAll(spy, element => observer.observe(element));
  },
};

/** The strips in the feed lie under the line; a strip on which something is drawn is not visible. */
const covered = {
  name: 'covered',
  reveals: 'how much of the line a mark covers, hence how long a note is',
  only: { chromium: 'Firefox has no trackVisibility' },
  async look({ tell, rows }) {
    const strips = rows().flatMap(row => [...row.querySelectorAll('i')]);
    const seen = new Map();
    await new Promise(done => {
      const hear = entries => {
        for (const { target, isVisible } of entries) seen.set(target, isVisible);
        if (seen.size === strips.length) done(observer.disconnect());
      };
      const observer = new IntersectionObserver(hear, { trackVisibility: true, delay: 100 });
      for (const strip of strips) observer.observe(strip);
    });
    for (const row of rows())
      tell(row, [...row.querySelectorAll('i')].map(strip => (seen.get(strip) ? '.' : '#')).join(''));
  },
};

const points = {
  name: 'points',
  reveals: 'what lies under a point, and the letter nearest to it',
  look({ tell, alien, describe, rows }) {
    for (const row of rows()) {
      const { left, right, top, bottom } = row.getBoundingClientRect();
      for (let x = left; x < right; x += 15)
        for (let y = top - 42; y < bottom; y += 21) look(row, x, y, x - left, y - top);
    }
    function look(row, x, y, ...at) {
      for (const element of document.elementsFromPoint(x, y))
        if (alien(element)) tell(row, `hit: ${describe(element)}`);
      const caret = document.caretPositionFromPoint?.(x, y);
      const range = document.caretRangeFromPoint?.(x, y);
      const carets = [
        [caret?.offsetNode, caret?.offset],
        [range?.startContainer, range?.startOffset],
      ];
      for (const [node, offset] of carets)
        if (node) tell(row, `caret at ${at}: ${alien(node) ? describe(node) : node.nodeName} ${offset}`);
    }
  },
};

export const boxes = [size, resizes, intersections, covered, points];
