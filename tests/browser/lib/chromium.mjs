// Chromium, driven over its own protocol.
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { find } from '../../../scripts/browsers.mjs';
import { until } from './until.mjs';

/** As root it refuses to run in its sandbox. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--ignore-certificate-errors',
  '--proxy-bypass-list=<-loopback>', // this machine's own addresses go through the proxy too
];

export async function chromium({ profile, downloads, port, viewport, dark, headless }) {
  const driver = await puppeteer.launch({
    executablePath: find('chromium'),
    headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: headless ? viewport : null,
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
    args: [
      ...ARGS,
      ...AS_ROOT,
      ...(dark ? ['--force-dark-mode'] : []),
      `--proxy-server=http://127.0.0.1:${port}`,
      `--window-size=${viewport.width},${viewport.height}`,
    ],
  });
  return {
    driver,
    origin: id => `chrome-extension://${id}`,
    install: folder => driver.installExtension(path.resolve(folder)),
    go: (page, url) => page.goto(url, { waitUntil: 'load' }),
    roots,
    apply,
    heard,
    sleep: id => sleep(driver, id),
    fire: (id, what, given) => fire(driver, id, what, given),
    pressIcon: (id, page) => pressIcon(driver, id, page),
    popup: id => popup(driver, id),
  };
}

/** Every shadow root that a page's author or an extension made, closed ones too. */
async function roots(page) {
  const client = await page.createCDPSession();
  try {
    const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
    const found = [];
    walk(root, found);
    return found;
  } finally {
    await client.detach();
  }
}

function walk(node, found) {
  for (const root of node.shadowRoots ?? []) {
    if (root.shadowRootType === 'user-agent') continue;
    found.push({ mode: root.shadowRootType, host: element(node), elements: inside(root) });
    walk(root, found);
  }
  for (const child of node.children ?? []) walk(child, found);
}

function inside(node) {
  return (node.children ?? [])
    .filter(child => child.nodeType === 1)
    .flatMap(child => [element(child), ...inside(child)]);
}

function element(node) {
  const attributes = {};
  for (let i = 0; i < (node.attributes ?? []).length; i += 2) attributes[node.attributes[i]] = node.attributes[i + 1];
  const text = (node.children ?? []).filter(child => child.nodeType === 3).map(child => child.nodeValue);
  return { tag: node.localName, attributes, text: text.join(''), ref: node.backendNodeId };
}

/** What `work(element)` says, run in the page for each of the elements, those in closed roots too. */
async function apply(page, elements, work) {
  if (elements.length === 0) return [];
  const client = await page.createCDPSession();
  try {
    const objects = await Promise.all(
      elements.map(async ({ ref }) => (await client.send('DOM.resolveNode', { backendNodeId: ref })).object),
    );
    const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
      objectId: objects[0].objectId,
      functionDeclaration: `(...all) => all.map(${work})`,
      arguments: objects.map(({ objectId }) => ({ objectId })),
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await client.detach();
  }
}

/** The accessibility tree as a list: what a screen reader gets. */
async function heard(page) {
  const client = await page.createCDPSession();
  try {
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    return nodes.filter(node => !node.ignored).map(node => ({ role: node.role?.value, name: node.name?.value ?? '' }));
  } finally {
    await client.detach();
  }
}

const worker = (driver, id) =>
  driver
    .targets()
    .find(target => target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${id}/`));

/** Ends the background as the browser itself does after 30 idle seconds. */
async function sleep(driver, id) {
  const running = worker(driver, id);
  if (!running) return;
  await (await running.worker()).close();
  // Not until there is none: a message on its way may have woken another.
  await until(() => !driver.targets().includes(running), 'the service worker ends');
}

/** Calls the background's listeners as the browser does; commands and menus hear of the tab in front too. */
async function fire(driver, id, what, given) {
  const target = await driver.waitForTarget(
    each => each.type() === 'service_worker' && each.url().startsWith(`chrome-extension://${id}/`),
  );
  await (await target.worker()).evaluate(
    async (what, given) => {
      const events = {
        command: chrome.commands.onCommand,
        menu: chrome.contextMenus.onClicked,
        omnibox: chrome.omnibox.onInputEntered,
      };
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      events[what].dispatch(...given, ...(what === 'omnibox' ? [] : [tab]));
    },
    what,
    given,
  );
}

async function pressIcon(driver, id, page) {
  const client = await driver.target().createCDPSession();
  const { targetInfos } = await client.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  await client.send('Extensions.triggerAction', {
    id,
    targetId: targetInfos.find(tab => tab.url === page.url()).targetId,
  });
  await client.detach();
}

async function popup(driver, id) {
  const inTabs = new Set((await driver.pages()).map(page => page.target()));
  const address = `chrome-extension://${id}/popup.html`;
  const open = driver.targets().find(target => target.url().startsWith(address) && !inTabs.has(target));
  return open ? open.asPage() : null;
}
