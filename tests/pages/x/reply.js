// Writing an answer: in a dialog over the page, or under the post that a page is about. Sent, it is a post of your own.
import { avatar } from './avatar.js';
import { el, row, text, view } from './element.js';
import { layers } from './frame.js';
import { say } from './labels.js';
import { link } from './link.js';
import { statusOf } from './name.js';
import { me } from './people.js';
import { post as draw } from './post.js';
import { post as made } from './timeline.js';

/** Those of the page's own, by the post that they answer. */
const shown = new Map();
let count = 0;

/** A box to write in, as editors are, and its button; `sent` hears what was written. */
function composer(button, sent) {
  const box = el('div', {
    class: 'text words field',
    'data-testid': 'tweetTextarea_0',
    contenteditable: 'true',
    role: 'textbox',
    'aria-multiline': 'true',
    spellcheck: 'false',
  });
  const send = () => {
    const said = box.textContent.trim();
    if (!said) return;
    box.textContent = '';
    sent(said);
  };
  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  });
  return row(
    { class: 'across composer' },
    view({ class: 'side' }, avatar(me, 40)),
    row(
      { class: 'body send' },
      // what is around the box has a name that begins alike
      view({ class: 'grow', 'data-testid': 'tweetTextarea_0RichTextInputContainer' }, box),
      el(
        'button',
        {
          class: 'view press write',
          type: 'button',
          role: 'button',
          'data-testid': button,
          act: { what: 'send', handle: null, run: send },
        },
        text({}, say('reply')),
      ),
    ),
  );
}

function toast(post) {
  const said = view(
    { class: 'toast', role: 'alert', 'data-testid': 'toast' },
    link(statusOf(post), { class: 'text', what: 'toast' }, say('sent')),
  );
  layers.append(said);
  setTimeout(() => said.remove(), 4000);
}

function send(to, words) {
  const own = made({ by: me.handle, ago: 0, replyTo: to.by.handle, text: words }, 900000 + count++);
  own.remove = () => own.article.remove();
  own.article = draw(own);
  shown.get(to.id)?.append(own.article);
  toast(own);
}

/** Under the post that a page is about. */
export function inline(to) {
  const replies = view({});
  shown.set(to.id, replies);
  return [
    view(
      { 'data-testid': 'inline_reply_offscreen' },
      composer('tweetButtonInline', words => send(to, words)),
    ),
    replies,
  ];
}

/** Over the page; what is answered stands in it, without its buttons. */
export function openReply(to) {
  const dialog = view(
    { class: 'dialog', role: 'dialog', 'aria-modal': 'true', 'aria-label': say('reply') },
    el(
      'button',
      {
        class: 'view press',
        type: 'button',
        'data-testid': 'app-bar-close',
        'aria-label': say('back'),
        act: { what: 'close', handle: null, run: () => dialog.remove() },
      },
      '×',
    ),
    draw({ ...to, bare: true }),
    composer('tweetButton', words => {
      dialog.remove();
      send(to, words);
    }),
  );
  layers.append(dialog);
  dialog.querySelector('[contenteditable]').focus();
}

/** The menu of a post of your own: it is deleted after a question. */
export function openDelete(own) {
  const close = () => sheet.remove();
  const button = (name, what, run) =>
    el(
      'button',
      {
        class: 'view press',
        type: 'button',
        role: 'button',
        'data-testid': name,
        act: { what, handle: me.handle, run },
      },
      text({}, say(what)),
    );
  const sheet = view(
    { class: 'dialog', role: 'dialog', 'data-testid': 'confirmationSheetDialog' },
    button('confirmationSheetConfirm', 'delete', () => {
      close();
      own.remove?.();
    }),
    button('confirmationSheetCancel', 'cancel', close),
  );
  layers.append(sheet);
}

/** Passing a post on asks first. */
export function openRepost(pressed, change) {
  const menu = view(
    { class: 'dialog', role: 'menu' },
    el(
      'div',
      {
        class: 'view press',
        role: 'menuitem',
        tabindex: '0',
        'data-testid': pressed ? 'unretweetConfirm' : 'retweetConfirm',
        act: {
          what: pressed ? 'unretweetConfirm' : 'retweetConfirm',
          handle: null,
          run: () => {
            menu.remove();
            change();
          },
        },
      },
      text({}, say('repost')),
    ),
  );
  layers.append(menu);
}
