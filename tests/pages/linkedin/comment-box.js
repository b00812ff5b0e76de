// Where a comment is written, in each front's markup: it opens under the post, its button comes with the first letter, and what was sent stands among the comments.
import { div, el, ember, key, span } from './element.js';
import { say } from './labels.js';

let count = 0;

/** `send` hears what was written. */
function editor(attributes, send) {
  const box = div({
    contenteditable: 'true',
    role: 'textbox',
    'aria-label': say('comment'),
    look: 'field',
    ...attributes,
  });
  const run = () => {
    const said = box.textContent.trim();
    box.replaceChildren();
    box.dispatchEvent(new Event('input'));
    if (said) send(said, `75399${String(count++).padStart(14, '0')}`);
  };
  return { box, run };
}

/** Shows a button while something is written. */
function withButton(box, holder, button) {
  box.addEventListener('input', () => {
    if (box.textContent.trim() === '') button.remove();
    else holder.append(button);
  });
}

export function openOld(post, send) {
  if (post.querySelector('.comments-comment-box__form')) return;
  const { box, run } = editor({ class: 'ql-editor' }, send);
  const form = el(
    'form',
    { class: 'comments-comment-box__form', look: 'row' },
    div({ class: 'ql-container', look: 'grow' }, box),
  );
  const button = el(
    'button',
    {
      type: 'button',
      class: 'comments-comment-box__submit-button--cr artdeco-button artdeco-button--1',
      id: ember(),
      look: 'press primary',
      act: { what: 'comment-send', run },
    },
    span({ class: 'artdeco-button__text' }, say('comment')),
  );
  withButton(box, form, button);
  post.append(form);
  box.focus();
}

export function openNew(post, send) {
  if (post.querySelector('[componentkey^="commentBox-"]')) return;
  const { box, run } = editor({ class: 'tiptap ProseMirror' }, send);
  const holder = div({ look: 'row' }, div({ 'data-testid': 'ui-core-tiptap-text-editor-wrapper', look: 'grow' }, box));
  const button = el(
    'button',
    {
      type: 'button',
      componentkey: `${key()}commentButtonSection`,
      look: 'press primary',
      act: { what: 'comment-send', run },
    },
    span({}, say('comment')),
  );
  withButton(box, holder, button);
  post.append(div({ componentkey: `commentBox-${key()}` }, holder));
  box.focus();
}

/** On a comment of your own. */
export const deletion = of =>
  el(
    'button',
    { type: 'button', look: 'plain', act: { what: 'delete', run: at => of(at).remove() } },
    span({}, say('remove')),
  );
