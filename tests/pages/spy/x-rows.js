// Rows in X's markup: posts, a quoted post and suggestions.
import { nameOf, strips } from './names.js';

const link = (who, text, rest = '') =>
  `<a role="link" href="/${who}" ${rest}><div dir="ltr"><span>${text}</span></div></a>`;

const post = who => `
  <article role="article" data-testid="tweet" tabindex="0">
    <div data-testid="User-Name">${strips}
      <div>${link(who, nameOf(who))}</div>
      <div>${link(who, `@${who}`, 'tabindex="-1"')}<a href="/${who}/status/1" dir="ltr"><time>1h</time></a></div>
    </div>
    <div data-testid="tweetText" dir="auto">hm</div>
  </article>`;

const quoted = who => `
  <article role="article" data-testid="tweet" tabindex="0">
    <div role="link" tabindex="0">
      <div data-testid="User-Name">${strips}
        <div><div dir="ltr"><span>${nameOf(who)}</span></div></div>
        <div><div tabindex="-1"><div dir="ltr"><span>@${who}</span></div></div><time>1h</time></div>
      </div>
      <div data-testid="tweetText" dir="auto">hm</div>
    </div>
  </article>`;

const suggestion = who => `
  <div role="button" data-testid="UserCell" tabindex="0">${strips}
    <div>${link(who, nameOf(who))}</div>
    <div>${link(who, `@${who}`, 'tabindex="-1"')}</div>
  </div>`;

export const rows = [post, post, post, quoted, suggestion, suggestion];
