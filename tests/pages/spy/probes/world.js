// What the page's own world of script can tell: functions it replaced, names it did not make, what was stored and loaded.

const OWN = location.origin;

/** Whoever calls a function of the page from outside: the line of the stack above ours. */
function callerOutside() {
  const lines = new Error().stack.split('\n').filter(line => /:\d+:\d+/.test(line));
  const caller = lines.find(line => !line.includes('/spy/probes/world.js'));
  return caller && !caller.includes(OWN) ? caller.trim() : null;
}

const PATCHED = [
  [
    Element.prototype,
    'attachShadow setAttribute append prepend after before replaceWith insertAdjacentElement insertAdjacentHTML',
  ],
  [Node.prototype, 'appendChild insertBefore replaceChild cloneNode'],
  [Document.prototype, 'createElement createElementNS createTextNode importNode'],
  [EventTarget.prototype, 'addEventListener dispatchEvent'],
  [CSSStyleSheet.prototype, 'replaceSync insertRule'],
  [CustomElementRegistry.prototype, 'define'],
  [XMLHttpRequest.prototype, 'open send'],
  [Storage.prototype, 'setItem'],
  [
    window,
    'fetch postMessage MutationObserver IntersectionObserver ResizeObserver Image Worker setTimeout requestAnimationFrame',
  ],
];

const patches = {
  name: 'patched functions',
  reveals:
    'what a script calls in the world of the page, with what, and from which address; attachShadow hands over closed roots',
  start({ tell, roots }) {
    for (const [on, names] of PATCHED) for (const name of names.split(' ')) patch(on, name);
    function patch(on, name) {
      on[name] = new Proxy(on[name], {
        apply: (...call) => hear(Reflect.apply, ...call),
        construct: (...call) => hear(Reflect.construct, ...call),
      });
      function hear(work, original, ...rest) {
        const made = work(original, ...rest);
        const caller = callerOutside();
        if (!caller) return made;
        if (made instanceof ShadowRoot) roots.add(made);
        const given = rest
          .flat()
          .map(each => (each instanceof Element ? each.localName : typeof each === 'string' ? each : typeof each));
        tell('page', `${name}(${given.join(', ')}) ${caller}`);
        return made;
      }
    }
  },
};

const globals = {
  name: 'globals',
  reveals: 'names that a script left in the world of the page, and functions that it replaced',
  look({ tell, own }) {
    const frame = document.body.appendChild(own(document.createElement('iframe')));
    const clean = frame.contentWindow;
    for (const on of [
      'window',
      'document',
      'Element.prototype',
      'Node.prototype',
      'Document.prototype',
      'EventTarget.prototype',
    ]) {
      const at = world => on.split('.').reduce((object, name) => object[name], world);
      const known = new Set(Reflect.ownKeys(at(clean)));
      for (const key of Reflect.ownKeys(at(window)))
        if (!known.has(key) && key !== 'spy') tell('page', `${on}.${String(key)}`);
    }
    frame.remove();
  },
};

const storage = {
  name: 'storage',
  reveals: "what a script kept in the page's own stores",
  async look({ tell }) {
    for (const store of [localStorage, sessionStorage])
      for (const [key, value] of Object.entries(store)) tell('page', `${key}: ${value}`);
    for (const cookie of document.cookie.split('; ')) if (cookie) tell('page', cookie);
    for (const { name } of await indexedDB.databases()) tell('page', name);
    for (const name of await caches.keys()) tell('page', name);
  },
};

/** What the page itself asked for. */
const OURS = /^https:\/\/x\.com\/(spy|letter|favicon)/;
const asked = new Set();

const resources = {
  name: 'loaded files',
  reveals: 'what was loaded into the page, with its address',
  look({ tell }) {
    for (const { name } of performance.getEntriesByType('resource'))
      if (!OURS.test(name) && !asked.has(name)) tell('page', name);
  },
};

const addresses = {
  name: 'extension addresses',
  reveals: 'that the extension is there: one of its files answers, or it takes messages',
  async end({ tell, own }, { origin, files }) {
    const picture = src =>
      new Promise(done =>
        Object.assign(own(new Image()), { src, onload: () => done(true), onerror: () => done(false) }),
      );
    const fetched = url =>
      fetch(url, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      );
    for (const file of files) {
      const url = `${origin}/${file}`;
      asked.add(url);
      if (await fetched(url)) tell('page', `fetched ${url}`);
      if (/png$/.test(url) && (await picture(url))) tell('page', `shown ${url}`);
    }
    if (globalThis.chrome?.runtime || globalThis.browser?.runtime) tell('page', 'an extension takes messages');
  },
};

export const world = [patches, globals, storage, resources, addresses];
