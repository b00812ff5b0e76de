// Where dialogs and the message overlay are shown. New pages have an open shadow root for it at their end, of no height, old ones
// an element of the page.
import { div, el } from './element.js';

const STYLES = ['base', 'people', 'overlay'];

export const outlet = div({ id: 'interop-outlet', 'data-testid': 'interop-shadowdom', class: 'theme--light' });
const root = outlet.attachShadow({ mode: 'open' });
for (const name of STYLES) root.append(el('link', { rel: 'stylesheet', href: `/static/linkedin/${name}.css` }));

export const modals = div({ id: 'artdeco-modal-outlet' });
export const messages = el('aside', { id: 'msg-overlay', class: 'msg-overlay-container msg-overlay-container-reflow' });

/** Shows something; answers with what takes it away again. */
export function put(element, old = modals) {
  (outlet.isConnected ? root : old).append(element);
  return () => element.remove();
}
