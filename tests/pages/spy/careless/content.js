// A mark as one would draw it without a thought. Each fault is there for a probe to catch; nothing else is done right either.
const api = globalThis.browser ?? chrome;
const address = file => api.runtime.getURL(file);

/** In the page's tree: text, a telling class and attribute, and a place in the line, so that what follows moves. */
function openly(note) {
  const mark = document.createElement('em');
  mark.className = 'kith';
  mark.dataset.note = note;
  mark.append(note);
  if (note) mark.animate([{ color: 'red' }, { color: 'blue' }], 1e6);
  return mark;
}

/** In an open root, with an address of the extension, something to press and something to type into. */
function inOpenRoot(note) {
  const host = document.createElement('span');
  const picture = Object.assign(document.createElement('img'), { src: address('icon.png') });
  const box = Object.assign(document.createElement('input'), { value: note });
  host.attachShadow({ mode: 'open' }).append(picture, document.createElement('button'), box);
  return host;
}

/** In a closed root, but with text that is found, in the page's letters, under the pointer and over what lies there. */
function inClosedRoot(note) {
  const host = document.createElement('span');
  const text = document.createElement('b');
  text.append(note);
  host.style.position = 'relative';
  host.attachShadow({ mode: 'closed' }).append(text);
  return host;
}

function mark(block, notes) {
  const [, who] = /@([a-z]+\d)/.exec(block.textContent);
  for (const draw of [inClosedRoot, inOpenRoot, openly]) {
    const host = draw(notes[who] ?? '');
    if (!notes[who]) host.style.display = 'none';
    block.append(host);
  }
}

/** In the world of the page. */
function runInPage() {
  const script = Object.assign(document.createElement('script'), { src: address('page.js') });
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address('mark.css') });
  document.head.append(script, sheet);
}

/** Late, when the page is drawn already. */
addEventListener('load', async () => {
  const notes = await (await fetch(address('notes.json'))).json();
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  for (const block of document.querySelectorAll('[data-testid="User-Name"], [data-testid="UserCell"]'))
    mark(block, notes);
  runInPage();
});
