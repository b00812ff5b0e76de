// How marks look: nothing of the page moves, they can be read on light and dark, they fit in narrow columns and stand at the line's end in
// either direction of writing. What is heard, what is printed.
import assert from 'node:assert/strict';
import { route } from '../pages/x/feed.mjs';
import { both, one } from './lib/browser.mjs';
import { begin, HOME, look, nameOf, noteOn, settled } from './lib/marks.mjs';
import { printed } from './lib/printed.mjs';

/** Where all elements of the page's own stand. */
async function layout(browser, page) {
  const hosts = (await browser.shadows(page)).map(({ host }) => host);
  await browser.apply(page, hosts, host => {
    window.others ??= new Set();
    window.others.add(host);
  });
  return page.evaluate(async () => {
    const boxes = [...document.querySelectorAll('body *')]
      .filter(element => !window.others?.has(element))
      .map(element => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [element.localName, element.dataset.testid, left, top, width, height].join(' ');
      });
    const { scrollHeight, scrollWidth } = document.documentElement;
    return [...boxes, `page ${scrollWidth} ${scrollHeight}`];
  });
}

const ADDRESSES = [
  '/home?n=30',
  '/home?n=12&narrow=1',
  '/home?n=12&rtl=1',
  '/anar?n=8',
  '/anar/followers?n=12',
  '/messages',
];

/** A page that adds up the shifts of its layout, where its browser counts them (Chromium). */
async function open(browser, address) {
  const page = await browser.open('about:blank');
  await page.evaluateOnNewDocument(() => {
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
    window.shifted = 0;
    new PerformanceObserver(list => {
      for (const { value } of list.getEntries()) window.shifted += value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`https://x.com${address}`, { waitUntil: 'load' });
  return page;
}

both('nothing on the page moves', { route }, async browser => {
  const before = {};
  for (const address of ADDRESSES) {
    const page = await open(browser, address);
    await page.waitForSelector('[data-testid="DMDrawer"]');
    await page.evaluate(() => document.fonts.ready);
    const boxes = await layout(browser, page);
    before[address] = { boxes, shifted: await page.evaluate(() => window.shifted) };
    await page.close();
  }
  await begin(browser);
  for (const address of ADDRESSES) {
    const page = await open(browser, address);
    await settled(browser, page);
    const boxes = await layout(browser, page);
    const moved = boxes.filter((box, n) => box !== before[address].boxes[n]);
    assert.deepEqual(moved.slice(0, 5), [], address);
    assert.equal(boxes.length, before[address].boxes.length, address);
    assert.equal(await page.evaluate(() => window.shifted), before[address].shifted, `shifts on ${address}`);
    await page.close();
  }
});

/** Contrast (WCAG 2) of what an element says against what lies behind it, and behind the host that it stands in. */
function contrast(element) {
  const parse = colour => colour.match(/[\d.]+/g).map(Number);
  const luminance = rgb => {
    const [red, green, blue] = rgb.map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  let behind = [255, 255, 255];
  for (let at = element; at; at = at.parentNode instanceof ShadowRoot ? at.parentNode.host : at.parentElement) {
    const [red, green, blue, alpha = 1] = parse(getComputedStyle(at).backgroundColor);
    if (alpha < 0.5) continue;
    behind = [red, green, blue];
    break;
  }
  const style = getComputedStyle(element, '::after');
  const [dark, light] = [parse(style.color).slice(0, 3), behind].map(luminance).sort((a, b) => a - b);
  return { ratio: (light + 0.05) / (dark + 0.05), behind: behind.join(), opacity: Number(style.opacity) };
}

for (const dark of [false, true])
  both(`marks can be read, ${dark ? 'dark' : 'light'}`, { route, dark }, async (browser, t) => {
    await begin(browser);
    for (const address of ['/home?n=20', '/anar', '/anar/followers', '/messages']) {
      const page = await browser.open(`https://x.com${address}`);
      const { names } = await settled(browser, page);
      if (address.startsWith('/home'))
        await page.hover('article [data-testid="User-Name"] a[href="/anar"]:not([tabindex="-1"])');
      const notes = names.flatMap(({ hosts }) => hosts.map(({ note }) => note)).filter(Boolean);
      const read = await browser.apply(page, notes, contrast);
      const worst = Math.min(...read.map(({ ratio }) => ratio));
      t.diagnostic(
        `${address}: ${worst.toFixed(2)} at least, on ${[...new Set(read.map(({ behind }) => behind))].join(' | ')}`,
      );
      assert.ok(worst >= 4.5, `${address}: ${worst}`);
      assert.ok(read.every(({ opacity }) => opacity === 1));
      assert.equal(read[0].behind, dark ? '0,0,0' : '255,255,255');
      await page.close();
    }
  });

const shape = note => {
  const { left, right, top, bottom, width, height } = note.getBoundingClientRect();
  return { left, right, top, bottom, width, height };
};

both('a narrow column has a dot instead of words, a wide one words', { route }, async browser => {
  await begin(browser);
  const widths = {};
  for (const address of ['/home?n=8&narrow=1', '/home?n=8']) {
    const page = await browser.open(`https://x.com${address}`);
    const found = await settled(browser, page);
    const [{ note }] = nameOf(found, 'author', 'wren_and_moss').hosts;
    const [{ note: long }] = nameOf(found, 'author', 'quietlighthouse').hosts;
    widths[address] = (await browser.apply(page, [note, long], shape)).map(({ width }) => width);
    const columns = await page.evaluate(() => document.querySelector('article').getBoundingClientRect().toJSON());
    for (const { left, right } of await browser.apply(page, [note, long], shape))
      assert.ok(left >= columns.left && right <= columns.right, 'inside the column');
    await page.close();
  }
  const [narrow, wide] = Object.values(widths);
  assert.ok(
    narrow.some(width => width > 2 && width <= 10),
    `narrow: ${narrow}`,
  );
  assert.ok(
    wide.every(width => width > 40),
    `wide: ${wide}`,
  );
});

both(
  'the mark stands at the end of the name’s line, from left to right and from right to left',
  { route },
  async browser => {
    await begin(browser);
    for (const rtl of [false, true]) {
      const page = await browser.open(`${HOME}?n=8${rtl ? '&rtl=1' : ''}`);
      const found = await settled(browser, page);
      const [{ note }] = nameOf(found, 'author', 'anar').hosts;
      const [mark] = await browser.apply(page, [note], shape);
      const line = await page.evaluate(() => {
        const name = window.names().find(({ kind, handle }) => kind === 'author' && handle === 'anar').element;
        const box = element => element.getBoundingClientRect().toJSON();
        return { time: box(name.querySelector('time')), name: box(name.querySelector('a')) };
      });
      if (rtl) assert.ok(mark.right <= line.time.left && line.time.left <= line.name.left);
      else assert.ok(mark.left >= line.time.right && line.time.right >= line.name.right);
      const middle = ({ top, bottom }) => (top + bottom) / 2;
      assert.ok(Math.abs(middle(mark) - middle(line.name)) < 5, 'on the same line');
      const gap = rtl ? line.time.left - mark.right : mark.left - line.time.right;
      assert.ok(gap < 24, `${gap} from the line's end`);
      await page.close();
    }
  },
);

/** What a screen reader says from top to bottom: [{ role, name }]. */
async function readAloud(page) {
  const client = await page.createCDPSession();
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const read = node => [
    ...(node.ignored ? [] : [{ role: node.role?.value, name: node.name?.value?.trim() ?? '' }]),
    ...(node.childIds ?? []).flatMap(id => (byId.has(id) ? read(byId.get(id)) : [])),
  ];
  return read(nodes[0]);
}

one(
  'chromium',
  'a screen reader hears the note once, after the name, and nothing else of ours',
  { route },
  async browser => {
    await begin(browser);
    const page = await browser.open(`${HOME}?n=8`);
    await settled(browser, page);
    const said = await readAloud(page);
    // as text, not as part of the name of something around it
    const texts = said.filter(({ role }) => role === 'StaticText').map(({ name }) => name);
    const note = texts.filter(text => text === noteOn('anar'));
    const posts = (await look(browser, page)).names.filter(({ handle }) => handle === 'anar').length;
    assert.equal(note.length, posts);
    const at = texts.indexOf(noteOn('anar'));
    const name = texts.lastIndexOf('Ana Ruiz', at);
    assert.ok(name >= 0 && at - name < 8, texts.slice(Math.max(0, at - 8), at + 1).join(' | '));
    assert.ok(!said.some(({ name }) => name.includes('█')), 'the filling is never heard');
  },
);

both('nothing of Kith is printed', { route }, async browser => {
  await begin(browser);
  const page = await browser.open(`${HOME}?n=8`);
  await settled(browser, page);
  await page.hover('article [data-testid="User-Name"] a[href="/anar"]:not([tabindex="-1"])');
  // taken beforehand: a driver's look at the page would end the page's being styled for paper
  const elements = (await browser.shadows(page)).flatMap(root => root.elements);
  const drawn = async () => {
    const seen = await browser.apply(page, elements, element => {
      const { visibility } = getComputedStyle(element);
      return element.getClientRects().length > 0 && visibility === 'visible';
    });
    return seen.filter(Boolean).length;
  };
  assert.ok((await drawn()) > 8);
  await printed(browser, page, async () => assert.equal(await drawn(), 0));
  assert.ok((await drawn()) > 8);
});
