// Firefox, driven over WebDriver BiDi. Four things are not as one expects:
// - only with --remote-allow-system-access may a driver open moz-extension:// pages,
// - such a navigation never reports its load, so it is not awaited: the page is asked instead,
// - the extension's address is random, unless a preference fixes it beforehand,
// - puppeteer does not show closed shadow roots, but the protocol beneath it does.
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { find } from '../../../scripts/browsers.mjs';
import { firefoxWindow } from './firefox-window.mjs';
import { until } from './until.mjs';

const UUID = '6b697468-0000-4000-8000-000000000001';

const PREFERENCES = {
  'network.proxy.type': 1,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true, // this machine's own addresses go through the proxy too
  'network.http.http3.enable': false,
  'network.trr.mode': 5,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  // x.com's real certificate is known to the browser: ours stands in for it
  'network.stricttransportsecurity.preloadlist': false,
  'security.cert_pinning.enforcement_level': 0,
  // a temporary add-on keeps what it stored when the browser was killed and started again
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'browser.download.folderList': 2,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.download.alwaysOpenPanel': false,
};

export async function firefox({ profile, downloads, port, viewport, dark, headless, geckoId }) {
  const driver = await puppeteer.launch({
    browser: 'firefox',
    executablePath: find('firefox'),
    headless,
    userDataDir: profile,
    acceptInsecureCerts: true,
    defaultViewport: headless ? viewport : null,
    args: ['--remote-allow-system-access', `--width=${viewport.width}`, `--height=${viewport.height}`],
    extraPrefsFirefox: {
      ...PREFERENCES,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'browser.download.dir': downloads,
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: UUID }),
    },
  });
  const send = async (method, parameters) => (await driver.connection.send(method, parameters)).result;
  return {
    driver,
    origin: () => `moz-extension://${UUID}`,
    install: folder => driver.installExtension(path.resolve(folder)),
    go,
    roots: page => roots(send, page),
    apply: (page, elements, work) => apply(send, page, elements, work),
    heard: async () => null, // it shows nobody its accessibility tree
    ...firefoxWindow(send),
  };
}

async function go(page, url) {
  if (!url.startsWith('moz-extension:')) return page.goto(url, { waitUntil: 'load' });
  page.goto(url, { waitUntil: [] }).catch(() => {});
  await until(
    () => page.evaluate(wanted => location.href === wanted && document.readyState === 'complete', url),
    `${url} opens`,
  );
}

const context = page => page.mainFrame().browsingContext.id;

async function evaluate(send, target, expression) {
  const answer = await send('script.evaluate', {
    expression,
    target,
    awaitPromise: true,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 200, maxObjectDepth: 20 },
  });
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return answer.result;
}

/** Every shadow root, closed ones too. */
async function roots(send, page) {
  const found = [];
  walk(await evaluate(send, { context: context(page) }, 'document.documentElement'), found);
  return found;
}

function walk(node, found) {
  const root = node.value?.shadowRoot;
  if (root) {
    found.push({ mode: root.value.mode, host: element(node), elements: inside(root) });
    walk(root, found);
  }
  for (const child of node.value?.children ?? []) walk(child, found);
}

function inside(node) {
  const children = (node.value?.children ?? []).filter(child => child.value?.nodeType === 1);
  return children.flatMap(child => [element(child), ...inside(child)]);
}

function element(node) {
  const { localName, attributes = {}, children = [] } = node.value;
  const text = children.filter(child => child.value?.nodeType === 3).map(child => child.value.nodeValue);
  return { tag: localName, attributes, text: text.join(''), ref: node.sharedId };
}

/** What `work(element)` says, run in the page for each of the elements, those in closed roots too. */
async function apply(send, page, elements, work) {
  const answer = await send('script.callFunction', {
    functionDeclaration: `(...all) => JSON.stringify(all.map(${work}))`,
    arguments: elements.map(({ ref }) => ({ sharedId: ref })),
    target: { context: context(page) },
    awaitPromise: false,
  });
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return JSON.parse(answer.result.value);
}
