// Puts the page together and hands tests what they need: `people`, `clicks`, `names()`, `add(n)`, `redraw()`, `chat(slug)`.
import { onNavigate } from '../x/navigate.js';
import { openChat } from './chat.js';
import { clicks, listen } from './clicks.js';
import { names, redraw } from './names.js';
import { options } from './options.js';
import { people, personOf } from './people.js';
import { forget } from './states.js';
import { viewOf } from './views.js';

let now = null;

function show(path, y) {
  now?.list?.close();
  forget();
  now = viewOf(path);
  document.title = now.title;
  document.body.className = options.broken ? '' : (now.body ?? '');
  document.body.replaceChildren(...now.root);
  now.list?.add(options.n);
  scrollTo(0, y);
}

document.documentElement.lang = options.lang;
document.documentElement.dir = options.rtl ? 'rtl' : 'ltr';
listen();
onNavigate(show);
Object.assign(window, {
  people,
  clicks,
  names,
  redraw,
  add: count => now.list.add(count),
  chat: slug => openChat(personOf(slug ?? people[0].slug)),
});
show(location.pathname, 0);
