// Rows in the markup of LinkedIn's newer front: authors of posts, a line above a post, people found. They stand in a box that scrolls by itself and in which nothing
// is placed, so that what is drawn beside them has to be in the page's flow.
import { nameOf, strips } from './names.js';

const under = `<div class="strips">${strips}</div>`;
const key = who => `update-card-focus${who}FeedType_MAIN_FEED_RELEVANCE`;
const words = text => `<p dir="ltr"><span>${text}</span></p>`;

const post = who => `
  <div role="listitem" componentkey="${key(who)}">${under}
    <a href="/in/${who}/" tabindex="0"><figure></figure></a>
    <a href="/in/${who}/" tabindex="0"><div class="line">${words(nameOf(who))}${words('• 2nd')}</div></a>
    ${words('hm')}
  </div>`;

const above = who => `
  <div role="listitem" componentkey="${key(who)}">${under}
    <p dir="ltr"><a href="/in/${who}/"><strong><span>${nameOf(who)}</span></strong></a> <span>likes this</span></p>
    <hr />
  </div>`;

const found = who => `
  <div role="listitem">${under}
    <p dir="ltr"><a href="/in/${who}/"><span>${nameOf(who)}</span></a><span> • 2nd</span></p>
    ${words('hm')}
  </div>`;

export const rows = [post, post, post, above, found, found];
