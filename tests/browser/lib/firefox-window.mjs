// Firefox's own window, reached from outside: its toolbar, its popup, the life of the background. Each function that is given to
// `inWindow` stands alone, because it is sent to the browser as text.
/* global WebExtensionPolicy, ChromeUtils, gBrowser */

export function firefoxWindow(send) {
  async function inWindow(work, ...given) {
    const { contexts } = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const answer = await send('script.evaluate', {
      expression: call(work, given),
      target: { context: contexts[0].context },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.value;
  }

  async function popup(id) {
    if (!(await inWindow(sendToPopup, id, null))) return null;
    const evaluate = async (work, ...given) => {
      const { value, error } = JSON.parse(await inWindow(sendToPopup, id, inPopup(work, given)));
      if (error) throw new Error(error);
      return value;
    };
    return { evaluate };
  }

  return {
    sleep: id => inWindow(sleep, id),
    pressIcon: id => inWindow(pressIcon, id),
    fire: (id, what, given) => inWindow(fire, id, what, given),
    popup,
  };
}

const call = (work, given) => `(${work})(...${JSON.stringify(given)})`;

async function sleep(id) {
  await WebExtensionPolicy.getByID(id).extension.terminateBackground();
}

function pressIcon(id) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const action = ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension);
  action.triggerAction(window);
}

/** Tells the extension what the browser's own parts tell it: of a command's keys, of a menu, of the address bar. */
async function fire(id, what, given) {
  const { extension } = WebExtensionPolicy.getByID(id);
  await extension.wakeupBackground?.();
  if (what === 'command') {
    const { shortcut } = (await extension.shortcuts.commands).get(given[0]);
    const keys = [...document.querySelectorAll('keyset[id^="ext-keyset-id"] key')];
    const key = keys.find(each => each.getAttribute('key') === shortcut.split('+').pop());
    key.dispatchEvent(new Event('command', { bubbles: true }));
  } else if (what === 'menu') {
    extension.tabManager.addActiveTabPermission(gBrowser.selectedTab);
    extension.emit('webext-menu-menuitem-click', given[0], gBrowser.selectedTab);
  } else {
    extension.emit('webext-omnibox-input-entered', ...given);
  }
}

/** The popup is no page to the driver, but the window can send a script to it. Without a script: whether there is a popup. */
function sendToPopup(id, script) {
  const address = WebExtensionPolicy.getByID(id).getURL('popup.html');
  const popups = [...document.querySelectorAll('browser.webextension-popup-browser')];
  const popup = popups.find(each => each.currentURI?.spec.startsWith(address));
  if (!script || !popup) return Boolean(popup);
  return new Promise(done => {
    popup.messageManager.addMessageListener('answer', ({ data }) => done(data));
    popup.messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
  });
}

/** Such a script sees the popup as `content`. */
const inPopup = (work, given) => `{
  const { document, location } = content, window = content;
  Promise.resolve().then(() => ${call(work, given)}).then(
    value => sendAsyncMessage('answer', JSON.stringify({ value })),
    error => sendAsyncMessage('answer', JSON.stringify({ error: String(error) })),
  );
}`;
