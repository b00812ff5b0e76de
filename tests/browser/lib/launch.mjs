// One small interface before both browsers: real Chromium or real Firefox with the built extension in it, on an internet that is
// made up (`browser.route = (host, path) => ({ body })`).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from './chromium.mjs';
import { firefox } from './firefox.mjs';
import { internet } from './serve.mjs';
import { until } from './until.mjs';

export const ROOT = path.resolve(import.meta.dirname, '../../..');
export const DRIVERS = { chromium, firefox };
const VIEWPORT = { width: 1400, height: 1000 };

/** The browsers that were not closed yet. */
export const running = new Set();

/**
 * @param {'chromium' | 'firefox'} kind
 * @param {object} options
 *   extension  the unpacked extension; null: none yet, `install()` brings it later
 *   profile    a folder that stays; without it one that goes with the browser
 *   route      what the internet answers
 *   dark       pages are told that the user likes it dark
 *   headless   false: a window
 */
export async function launch(kind, options = {}) {
  const {
    extension = path.join(ROOT, 'dist', kind),
    profile,
    route,
    viewport = VIEWPORT,
    dark = false,
    headless = true,
  } = options;
  const home = profile ?? fs.mkdtempSync(path.join(os.tmpdir(), `kith-${kind}-`));
  const downloads = path.join(home, 'downloads');
  fs.mkdirSync(downloads, { recursive: true });
  const net = await internet();
  if (route) net.route = route;
  const geckoId = extension ? geckoIdOf(extension) : geckoIdOf(path.join(ROOT, 'dist', kind));
  const backend = await DRIVERS[kind]({ profile: home, downloads, port: net.port, viewport, dark, headless, geckoId });
  const browser = new Browser({ kind, backend, net, home, temporary: !profile, downloads });
  running.add(browser);
  if (extension) await browser.install(extension);
  return browser;
}

function geckoIdOf(extension) {
  const file = path.join(extension, 'manifest.json');
  return fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8')).browser_specific_settings?.gecko?.id
    : undefined;
}

class Browser {
  #backend;
  #net;
  #home;
  #temporary;

  constructor({ kind, backend, net, home, temporary, downloads }) {
    this.kind = kind;
    this.driver = backend.driver; // puppeteer's own, for what is not hidden here
    this.downloads = downloads;
    this.id = null;
    this.#backend = backend;
    this.#net = net;
    this.#home = home;
    this.#temporary = temporary;
  }

  /** What the internet answers: `(host, path) => ({ body, type?, status?, headers? }) | null`. */
  set route(route) {
    this.#net.route = route;
  }

  /** What was asked of the internet: [{ host, path }]. */
  get requests() {
    return this.#net.requests;
  }

  /** Loads an unpacked extension; its welcome page, where it has one, is awaited, because it comes to the front by itself. */
  async install(extension = path.join(ROOT, 'dist', this.kind)) {
    this.id = await this.#backend.install(extension);
    const fresh = !fs.existsSync(path.join(this.#home, 'known'));
    fs.writeFileSync(path.join(this.#home, 'known'), '');
    if (fresh && fs.existsSync(path.join(extension, 'welcome.html'))) await this.page('welcome.html');
  }

  /** The address of one of the extension's pages. */
  url(file) {
    return `${this.#backend.origin(this.id)}/${file}`;
  }

  /** A new tab in front: a web address, or a page of the extension by its name (`popup.html?person=x:anar`). */
  async open(address) {
    const page = await this.driver.newPage();
    await this.#backend.go(page, /^[a-z-]+:/.test(address) ? address : this.url(address));
    await page.bringToFront();
    return page;
  }

  /** The tab on which a page of the extension stands that somebody else opened. */
  async page(file) {
    const wanted = this.url(file);
    return until(async () => {
      for (const page of await this.driver.pages()) {
        // not page.url(): Firefox does not tell the driver where the extension sent a tab
        const at = await page.evaluate(() => (document.readyState === 'complete' ? location.href : '')).catch(() => '');
        if (at.split(/[?#]/)[0] === wanted) return page;
      }
      return null;
    }, `a tab with ${file}`);
  }

  /**
   * The shadow roots of a page, closed ones too: [{ mode, host, elements }]. An element is { tag, attributes, text, ref };
   * `text` is what stands in its own text nodes.
   */
  shadows(page) {
    return this.#backend.roots(page);
  }

  /** `work(element)`, run in the page for each element that `shadows` gave; it stands alone and answers with plain data. */
  apply(page, elements, work) {
    return this.#backend.apply(page, elements, work);
  }

  /** Where elements stand in the viewport: [{ x, y, width, height }]. */
  boxes(page, elements) {
    return this.apply(page, elements, element => element.getBoundingClientRect().toJSON());
  }

  /** What a screen reader gets: [{ role, name }]. Chromium only. */
  heard(page) {
    return this.#backend.heard(page);
  }

  /** Ends the background as the browser itself does when it has been idle. */
  sleep() {
    return this.#backend.sleep(this.id);
  }

  /** As the toolbar icon, or its keyboard command, with `page` in front. */
  pressIcon(page) {
    return this.#backend.pressIcon(this.id, page);
  }

  /** As a keyboard command that the manifest names: no headless browser hears its keys. */
  command(name) {
    return this.#backend.fire(this.id, 'command', [name]);
  }

  /** As an entry of the menu on a page: `{ menuItemId, selectionText?, linkUrl?, pageUrl }`. */
  menu(info) {
    return this.#backend.fire(this.id, 'menu', [info]);
  }

  /** As `kith <text>` and Enter in the address bar. */
  addressBar(text) {
    return this.#backend.fire(this.id, 'omnibox', [text, 'newForegroundTab']);
  }

  /** The popup that is open at the toolbar: something with `evaluate(fn)`; null while there is none. */
  popup() {
    return this.#backend.popup(this.id);
  }

  /** A real press with the mouse in the middle of an element. */
  async press(page, selector) {
    const element = await page.waitForSelector(selector, { visible: true });
    await element.click();
  }

  /** A picture of each tab, for a test that failed. */
  async pictures(folder) {
    fs.mkdirSync(folder, { recursive: true });
    let n = 0;
    for (const page of await this.driver.pages().catch(() => [])) {
      n += 1;
      // a tab behind others is not drawn, one that is stuck perhaps never
      const picture = page.bringToFront().then(() => page.screenshot({ path: path.join(folder, `${n}.png`) }));
      await Promise.race([picture.catch(() => {}), pause(3000)]);
    }
  }

  get alive() {
    const { exitCode, signalCode } = this.driver.process();
    return exitCode === null && signalCode === null;
  }

  /** Ends the browser as a crash would. The profile stays where `launch` was given one. */
  async kill9() {
    if (!this.alive) return;
    const child = this.driver.process();
    const gone = new Promise(done => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
    this.#after();
  }

  async close() {
    if (this.alive) await this.driver.close();
    this.#after();
  }

  #after() {
    running.delete(this);
    this.#net.close();
    if (this.#temporary) fs.rmSync(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
