// What columns are made of.
import { suggestions } from './cells.js';
import { dir, el, row, text, view } from './element.js';
import { icon } from './icons.js';
import { say } from './labels.js';
import { post } from './post.js';
import { carousel } from './post-boxed.js';

/** How the head of a column looks: a way back, a title, perhaps something small beneath. */
export const head = (title, below) =>
  view(
    { class: 'sticky' },
    row(
      { class: 'bar' },
      el(
        'button',
        {
          class: 'view press',
          role: 'button',
          type: 'button',
          'data-testid': 'app-bar-back',
          'aria-label': say('back'),
          act: { what: 'back', run: () => window.history.back() },
        },
        view({ class: 'inline' }, icon('back')),
      ),
      view(
        { class: 'grow' },
        el('h2', { dir: dir(), role: 'heading', 'aria-level': '2', class: 'view name large' }, title),
        below ? text({ class: 'quiet small' }, below) : null,
      ),
    ),
  );

export const section = (label, list, attributes) =>
  el(
    'section',
    { class: 'view', role: 'region', 'aria-labelledby': 'accessible-list-1' },
    el('h1', { class: 'unseen', dir: 'auto', id: 'accessible-list-1' }, label),
    view({ 'aria-label': label, ...attributes }, list.element),
  );

export const entry = each =>
  each.kind === 'carousel' ? carousel(each) : each.kind === 'suggestions' ? suggestions(each) : post(each);

export const tabs = (...names) =>
  row(
    { class: 'tabs', role: 'tablist' },
    ...names.map((name, n) =>
      view(
        { role: 'presentation', class: 'grow' },
        view({ role: 'tab', class: n === 0 ? 'tab on' : 'tab', 'aria-selected': String(n === 0) }, text({}, name)),
      ),
    ),
  );
