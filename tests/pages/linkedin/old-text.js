// What a post or a comment says, on the old front. A mention is two links, one inside the other's wrapper: by the permanent id and by slug.
import { div, el, ember, span } from './element.js';
import { say } from './labels.js';
import { link, personLink, tokenHome } from './links.js';
import { named } from './names.js';
import { appLink } from './old-parts.js';

const mention = person =>
  appLink(
    tokenHome(person),
    { tabindex: '0', handle: person.slug, class: 'app-aware-link' },
    span(
      {},
      named(
        'mention',
        person,
        () => personLink(person, { class: 'ember-view', id: ember(), look: 'strong-link' }, person.name),
        {
          optional: true,
        },
      ),
    ),
  );

const tag = word =>
  link(
    `https://www.linkedin.com/feed/hashtag/?keywords=${word}`,
    { look: 'strong-link' },
    span({ class: 'visually-hidden', look: 'unseen' }, 'hashtag'),
    span({}, span({ 'aria-hidden': 'true' }, '#'), word),
  );

export const spelled = text =>
  text.map(part => (part.mention ? mention(part.mention) : part.tag ? tag(part.tag) : part));

const long = text => text.some(part => part.length > 120);

export const words = text =>
  div(
    { tabindex: '0' },
    div(
      {
        class:
          'feed-shared-inline-show-more-text feed-shared-update-v2__description feed-shared-inline-show-more-text--minimal-padding',
        tabindex: '-1',
        look: long(text) ? 'words cut' : 'words',
      },
      div(
        { class: 'update-components-text relative update-components-update-v2__commentary', dir: 'auto' },
        span({ class: 'break-words tvm-parent-container' }, span({ dir: 'auto' }, ...spelled(text))),
      ),
      long(text) &&
        el(
          'button',
          {
            class:
              'feed-shared-inline-show-more-text__see-more-less-toggle see-more t-14 t-black--light t-normal hoverable-link-text',
            'aria-label': say('more'),
            type: 'button',
            look: 'more',
            act: { what: 'more', run: button => button.remove() },
          },
          span({}, `…${say('more')}`),
        ),
    ),
  );
