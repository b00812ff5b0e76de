// What the page itself shows, in the markup of the site at whose address it stands. Whose rows they are stands in the address too, `?who=ana1.ben2`; the digit keeps
// people apart whose names are equally wide, so that one of them can be noted and the other not.
import { rows as linkedin } from './linkedin-rows.js';
import { rows as x } from './x-rows.js';

export const people = new URLSearchParams(location.search).get('who').split('.');

/** Draws them; returns the boxes of the rows. */
export function drawFeed(main) {
  const isLinkedin = location.hostname.endsWith('linkedin.com');
  const draw = isLinkedin ? linkedin : x;
  const rows = people.map((who, n) => `<div class="row ${isLinkedin ? '' : 'placed'}">${draw[n](who)}</div>`);
  main.className = isLinkedin ? 'scrolls' : '';
  main.innerHTML = `<div>${rows.slice(0, 4).join('')}</div><aside>${rows.slice(4).join('')}</aside>`;
  // a site of one page: links lead nowhere
  for (const type of ['click', 'auxclick']) main.addEventListener(type, event => event.preventDefault());
  return [...main.querySelectorAll('.row')];
}
