// What the browser measures of its own work. The times are left out: only what is told of things drawn.

/** Everything the browser told of a kind, from the beginning. */
function watch(type, options) {
  const entries = [];
  const observer = new PerformanceObserver(list => entries.push(...list.getEntries()));
  observer.observe({ type, buffered: true, ...options });
  return () => {
    entries.push(...observer.takeRecords());
    return entries;
  };
}

const has = type => PerformanceObserver.supportedEntryTypes.includes(type);
const sizeOf = ({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`;

let painted;
const firstPaint = {
  name: 'first paint',
  reveals: 'whether anything is drawn at all, on a page whose own words are not',
  start() {
    painted = watch('paint');
  },
  look({ tell, looks }) {
    for (const { name } of painted()) tell('page', `${name} before look ${looks}`);
  },
};

let largest;
const largestPaint = {
  name: 'largest paint',
  reveals: 'the size of the largest text or picture, also in closed roots, hence the length of a note',
  start() {
    largest = watch('largest-contentful-paint');
  },
  look({ tell, describe, looks }) {
    const last = largest().at(-1);
    if (!last) return;
    const what = last.element ? describe(last.element) : 'no element of the page';
    tell(last.element ?? 'page', `${last.size} ${last.url} before look ${looks}: ${what}`);
  },
};

let elements;
const elementTiming = {
  name: 'element timing',
  reveals: 'the size of text or picture in an element, once the page gives it the attribute `elementtiming`',
  only: { chromium: 'Firefox has no element timing' },
  start({ onArrival, all }) {
    if (!has('element')) return;
    elements = watch('element');
    onArrival(() => {
      for (const element of all()) element.setAttribute('elementtiming', 'seen');
    });
  },
  look({ tell, describe }) {
    for (const { element, name, url, intersectionRect } of elements?.() ?? [])
      tell(element ?? 'page', `${name} ${url} ${sizeOf(intersectionRect)} ${element ? describe(element) : ''}`);
  },
};

let shifts;
const layoutShift = {
  name: 'layout shift',
  reveals: 'that something pushed a part of the page away',
  only: { chromium: 'Firefox has no layout-shift entries' },
  start() {
    if (has('layout-shift')) shifts = watch('layout-shift');
  },
  look({ tell }) {
    for (const { sources } of shifts?.() ?? [])
      for (const { node, previousRect, currentRect } of sources)
        tell(node ?? 'page', `${node?.nodeName} ${sizeOf(previousRect)} to ${sizeOf(currentRect)}`);
  },
};

let frames;
const longFrames = {
  name: 'long frames',
  reveals: 'a slow script that is none of ours, and its address',
  only: { chromium: 'Firefox has no long animation frames' },
  start() {
    if (has('long-animation-frame')) frames = watch('long-animation-frame');
  },
  look({ tell }) {
    for (const { scripts } of frames?.() ?? [])
      for (const { sourceURL, invoker } of scripts)
        if (!sourceURL.startsWith(`${location.origin}/spy/`)) tell('page', `${invoker} ${sourceURL}`);
  },
};

let timed;
const eventTiming = {
  name: 'event timing',
  reveals: 'what was pressed, even where the event itself was stopped',
  start() {
    timed = watch('event', { durationThreshold: 16 });
    // only what is slow is listed: so it is made slow
    addEventListener('pointerdown', ({ timeStamp }) => {
      while (performance.now() - timeStamp < 40);
    });
  },
  look({ tell, alien, describe }) {
    for (const { name, target } of timed()) if (alien(target)) tell(target, `${name} ${describe(target)}`);
  },
};

export const paint = [firstPaint, largestPaint, elementTiming, layoutShift, longFrames, eventTiming];
