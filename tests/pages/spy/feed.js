// What the page itself shows: posts, a quoted post and suggestions. Whose they are stands in the address, `?who=ana1.ben2`; the
// digit keeps people apart whose names are equally wide, so that one of them can be noted and the other not.

export const people = new URLSearchParams(location.search).get('who').split('.');

const strips = Array.from({ length: 72 }, (_, n) => `<i style="--n: ${n}"></i>`).join('');

const link = (who, text, rest = '') =>
  `<a role="link" href="/${who}" ${rest}><div dir="ltr"><span>${text}</span></div></a>`;

const nameOf = who => who[0].toUpperCase() + who.slice(1, -1);

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

/** Draws them; returns the boxes of the rows. */
export function drawFeed(main) {
  const row = draw => who => `<div data-testid="cellInnerDiv">${draw(who)}</div>`;
  main.innerHTML = `
    <div>${people.slice(0, 3).map(row(post)).join('')}${people.slice(3, 4).map(row(quoted)).join('')}</div>
    <aside>${people.slice(4).map(row(suggestion)).join('')}</aside>`;
  main.addEventListener('click', event => event.preventDefault()); // a site of one page: links lead nowhere
  return [...main.querySelectorAll('[data-testid="cellInnerDiv"]')];
}
