// Controls as different sites build them: React's, a plain link, a button in a button. Each row around one has a listener of its own.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

window.heard = [];
const hear = what => event => window.heard.push({ what, trusted: event.nativeEvent?.isTrusted ?? event.isTrusted });

function Follow({ id, handle }) {
  const [followed, follow] = useState(false);
  return (
    // biome-ignore lint/a11y: a row that listens around its button, as sites have it
    <div data-testid="UserCell" onClick={hear(`row of ${handle}`)}>
      <a href={`/${handle}`}>
        <div dir="ltr">{handle}</div>
      </a>
      <button
        type="button"
        data-testid={`${id}-${followed ? 'unfollow' : 'follow'}`}
        aria-label={`Follow @${handle}`}
        onClick={event => {
          event.stopPropagation();
          hear(handle)(event);
          follow(!followed);
        }}
      >
        Follow
      </button>
    </div>
  );
}

createRoot(document.querySelector('#react')).render(
  <>
    <Follow id="71" handle="react_one" />
    <Follow id="74" handle="react_two" />
  </>,
);

document.querySelector('#link').addEventListener('click', event => {
  event.preventDefault();
  hear('link')(event);
});

// no parser nests buttons, but scripts do
const outer = document.createElement('button');
outer.addEventListener('click', hear('outer'));
const inner = document.createElement('button');
inner.dataset.testid = '73-follow';
inner.ariaLabel = 'Follow @inner_one';
inner.textContent = 'Follow';
inner.addEventListener('click', event => {
  event.stopPropagation();
  hear('inner')(event);
});
outer.append('Somebody', inner);
document.querySelector('#nested').append(outer);
