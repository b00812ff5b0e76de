// The one manifest, written for both browsers. Each permission stands with its reason: the README's table is made of these.
import { version } from '../package.json';

export type Browser = 'chromium' | 'firefox';

const GECKO_ID = 'kith@kith.example';
/** Below it Firefox does not know `data_collection_permissions`. */
const FIREFOX = '142.0';
/** Below it `action.openPopup()` answers only to policy-installed extensions. */
const CHROMIUM = '127';

const permissions = [
  // to remember, until the popup opens, whose mark was pressed; your notes live in IndexedDB
  'storage',
  // to put Kith only on the sites that you turned on, and into their tabs that are open already
  'scripting',
  // so that Kith's button knows on whose profile you are, also where you let Kith onto no page: the tab's address, on your press
  'activeTab',
  // for the entry on selected text and on links that begins a note
  'contextMenus',
  // so that the browser never throws your notes away when the disk gets full
  'unlimitedStorage',
];

const host_permissions = [
  // LinkedIn: to see whose names stand on the page, and to draw the marks
  'https://www.linkedin.com/*',
  'https://linkedin.com/*',
  // X, under each name that it answers to: to see whose names stand on the page, and to draw the marks
  'https://x.com/*',
  'https://mobile.x.com/*',
  'https://pro.x.com/*',
  'https://twitter.com/*',
  'https://mobile.twitter.com/*',
];

const icons = Object.fromEntries([16, 32, 48, 128].map(size => [size, `icons/${size}.png`]));

const shared = {
  manifest_version: 3,
  name: '__MSG_extName__',
  description: '__MSG_extDescription__',
  version,
  default_locale: 'en',
  icons,
  permissions,
  host_permissions,
  // The core is wasm; beyond that nothing runs and nothing is reached that is not in the package.
  content_security_policy: {
    extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; connect-src 'self'",
  },
  action: { default_popup: 'popup.html', default_title: '__MSG_extName__', default_icon: icons },
  options_ui: { page: 'dashboard.html', open_in_tab: true },
  commands: {
    _execute_action: { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandOpen__' },
    note: { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandNote__' },
    panel: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandPanel__' },
    discreet: { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_commandDiscreet__' },
  },
  omnibox: { keyword: 'kith' },
  // What you look at in a private window is not for remembering.
  incognito: 'not_allowed',
};

const chromium = {
  minimum_chrome_version: CHROMIUM,
  background: { service_worker: 'background.js', type: 'module' },
  side_panel: { default_path: 'panel.html' },
};

const firefox = {
  background: { scripts: ['background.js'], type: 'module' },
  sidebar_action: {
    default_panel: 'panel.html',
    default_title: '__MSG_extName__',
    default_icon: icons,
    open_at_install: false,
  },
  browser_specific_settings: {
    gecko: { id: GECKO_ID, strict_min_version: FIREFOX, data_collection_permissions: { required: ['none'] } },
    gecko_android: { strict_min_version: FIREFOX },
  },
};

export function manifest(browser: Browser): object {
  if (browser === 'firefox') return { ...shared, ...firefox };
  // Firefox has its sidebar without asking
  return { ...shared, ...chromium, permissions: [...permissions, 'sidePanel'] };
}
