// What the page hears. Every event it can name, at the window, the document and each newcomer, before anybody else of the page.

const EXTRA =
  'focusin focusout DOMActivate DOMFocusIn DOMFocusOut DOMNodeInserted DOMNodeRemoved DOMSubtreeModified DOMAttrModified ' +
  'DOMCharacterDataModified textInput compositionstart compositionupdate compositionend overflow underflow DOMMouseScroll ' +
  'MozMousePixelScroll mousewheel visibilitychange readystatechange touchstart touchmove touchend pointerrawupdate';

const types = new Set(EXTRA.split(' '));
for (const from of [window, document, document.documentElement, document.createElement('input')])
  for (const key in from) if (key.startsWith('on')) types.add(key.slice(2));

/** The ways from an event to nodes. */
const WAYS =
  'target srcElement currentTarget relatedTarget fromElement toElement source originalTarget explicitOriginalTarget rangeParent'.split(
    ' ',
  );

function nodesOf(event) {
  const { anchorNode, focusNode } = getSelection() ?? {};
  const ways = { anchorNode, focusNode, activeElement: document.activeElement };
  for (const way of WAYS) {
    try {
      ways[way] = event[way];
    } catch {} // Firefox keeps its own elements from the page
  }
  event.composedPath().forEach((node, n) => {
    ways[`path ${n}`] = node;
  });
  return Object.entries(ways).filter(([, node]) => node instanceof Node);
}

function listen({ onArrival }, hear) {
  const on = target => {
    for (const type of types) {
      target.addEventListener(type, hear, { capture: true, passive: true });
      target.addEventListener(type, hear, { passive: true });
    }
  };
  on(window);
  on(document);
  onArrival(on);
}

const targets = {
  name: 'events',
  reveals: 'which events a mark takes or makes, and whether something in it can be hit, focused or typed into',
  start(spy) {
    listen(spy, event => {
      spy.tell(event.target instanceof Node ? event.target : 'page', event.type);
      for (const [way, node] of nodesOf(event))
        if (spy.alien(node))
          spy.tell(node, `${event.type} ${way} ${spy.describe(node)} ${event.key ?? ''}${event.data ?? ''}`);
    });
  },
};

/** Node, and from there its root and all that stands in it. */
const inside = {
  name: 'inner elements',
  reveals:
    'an element inside a closed root, by originalTarget, explicitOriginalTarget or rangeParent, and with it the whole text',
  only: { firefox: 'Chromium has none of the three' },
  start(spy) {
    listen(spy, event => {
      for (const [way, node] of nodesOf(event)) {
        const root = node.getRootNode();
        if (root instanceof ShadowRoot && root.mode === 'closed')
          spy.tell(node, `${event.type} ${way}: ${root.textContent} ${root.innerHTML}`);
      }
    });
  },
};

/** Messages and complaints carry text of their own. */
const said = {
  name: 'messages and errors',
  reveals:
    'what a script says in the page: a message to the window, an error or a broken policy with the address of its script',
  start({ tell }) {
    addEventListener('message', ({ data, origin }) => tell('page', `${origin} ${JSON.stringify(data)}`));
    addEventListener(
      'error',
      ({ message, filename }) => filename?.startsWith(location.origin) || tell('page', `${message} ${filename}`),
    );
    addEventListener('unhandledrejection', ({ reason }) => tell('page', reason));
    addEventListener('securitypolicyviolation', ({ blockedURI, sourceFile }) =>
      tell('page', `${blockedURI} ${sourceFile}`),
    );
  },
};

export const events = [targets, inside, said];
