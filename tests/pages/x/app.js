// Puts the page together and hands tests what they need: `people`, `clicks`, `add(n)`, `redraw()`.
import { clicks, listen } from './clicks.js';
import { makerOf, replace } from './element.js';
import { around, build, main } from './frame.js';
import { closeCard, hoverCards } from './hover-card.js';
import { onNavigate } from './navigate.js';
import { options } from './options.js';
import { people } from './people.js';
import { viewOf } from './views.js';

/** So late does X say whom its page is about, after the first view (ms). */
const SCHEMA_LATE = 400;

let now = null;
let late = 0;

function show(path, y) {
  now?.list.close();
  closeCard();
  const first = !now;
  now = viewOf(path);
  document.title = `${now.title} / X`;
  main.replaceChildren(around(now.column, now));
  now.list.add(options.n);
  scrollTo(0, y);
  clearTimeout(late);
  if (first) putSchema();
  else late = setTimeout(putSchema, SCHEMA_LATE);
}

function putSchema() {
  document.querySelector('script[type="application/ld+json"]')?.remove();
  if (now.schema) document.head.append(now.schema);
}

/** Names are drawn anew, as X does when something about a person changed: new elements, the same words. */
function redraw() {
  for (const old of document.querySelectorAll('*')) {
    const make = makerOf(old);
    if (make && old.isConnected) replace(old, make());
  }
}

document.documentElement.lang = options.lang;
document.documentElement.dir = options.rtl ? 'rtl' : 'ltr';
build(document.getElementById('react-root'));
listen();
hoverCards();
onNavigate(show);
Object.assign(window, { people, clicks, add: count => now.list.add(count), redraw });
show(location.pathname, 0);
