// Who wrote a post, on the old front: the block, and the line above it.
import { div, el, ember, span } from './element.js';
import { liIcon, oldIcon } from './icons.js';
import { ago, degreeOf, say } from './labels.js';
import { companyHome, personLink, urnHome } from './links.js';
import { named } from './names.js';
import { appLink, nameTwice, picture, twice } from './old-parts.js';
import { me } from './people.js';
import { stateful, stateOf, toggleFollow } from './states.js';

const homeOf = one => (one.company ? companyHome(one) : urnHome(one));

const leading = (one, attributes, ...children) =>
  appLink(homeOf(one), { handle: one.company ? null : one.slug, ...attributes }, ...children);

const followPost = one =>
  stateful(one, 'follow', () => {
    const on = stateOf(one, 'follow') === 'following';
    return el(
      'button',
      {
        class:
          'update-components-actor__follow-button update-components-update-v2__follow-button artdeco-button artdeco-button--tertiary',
        'aria-label': `${say('follow')} ${one.name}`,
        'aria-pressed': String(on),
        type: 'button',
        look: 'press',
        act: { what: on ? 'unfollow' : 'follow', handle: one.slug, run: () => toggleFollow(one) },
      },
      oldIcon(on ? 'check-small' : 'add-small', { class: 'artdeco-button__icon' }),
      span({ 'aria-hidden': 'true' }, say(on ? 'following' : 'follow')),
    );
  });

const degree = person =>
  span(
    { class: 'update-components-actor__supplementary-actor-info text-body-xsmall t-black--light', look: 'quiet stay' },
    ...twice(` • ${degreeOf(person)}`),
  );

/** Without a time in an advert. */
const below = post =>
  span(
    { class: 'update-components-actor__sub-description text-body-xsmall t-black--light', look: 'quiet line block' },
    ...(post.advert
      ? twice(say('ad'))
      : [
          span(
            { 'aria-hidden': 'true' },
            `${ago(post.ago)} • `,
            span({}, liIcon('globe-americas', { class: 'v-align-bottom' })),
          ),
          span({ class: 'visually-hidden', look: 'unseen' }, `${ago(post.ago)} • ${say('flagged')}`),
        ]),
  );

/** The second link wraps name, degree and headline. */
export function actor(post, kind) {
  const { by } = post;
  return div(
    { class: 'display-flex align-items-flex-start update-components-actor--with-control-menu', look: 'row actor' },
    div(
      { class: 'update-components-actor__container display-flex flex-grow-1', look: 'row grow' },
      leading(
        by,
        { class: 'app-aware-link update-components-actor__image relative', 'aria-label': by.name, look: 'stay' },
        span(
          { class: 'js-update-components-actor__avatar' },
          picture(by, 'small', { alt: '', wrapper: 'update-components-actor__avatar' }),
        ),
      ),
      div(
        { class: 'update-components-actor__meta', look: 'grow' },
        leading(
          by,
          {
            class: 'app-aware-link update-components-actor__meta-link',
            'aria-label': `${say('see')} ${by.name}`,
            look: 'block',
          },
          span(
            { class: 'update-components-actor__title', look: 'row' },
            span(
              {
                class:
                  'hoverable-link-text t-14 t-bold text-body-medium-bold white-space-nowrap t-black update-components-actor__single-line-truncate',
                look: 'name',
              },
              nameTwice(post.advert ? null : kind, by, { address: post.address }),
            ),
            by.company ? null : degree(by),
          ),
          span(
            { class: 'update-components-actor__description text-body-xsmall t-black--light', look: 'quiet line block' },
            ...twice(by.about),
          ),
        ),
        below(post),
      ),
    ),
    by !== me && by.degree !== 1 && followPost(by),
  );
}

const short = (one, more) =>
  one.company
    ? appLink(companyHome(one), { look: 'strong-link' }, one.name)
    : named(
        'above',
        one,
        () => personLink(one, { class: 'ember-view', id: ember(), look: 'strong-link' }, one.name),
        more,
      );

/** Who brought a post here: short links of their own, without a hidden copy. */
export function above(post) {
  if (!post.above) return null;
  const { who, company, others, how } = post.above;
  const more = { optional: Boolean(post.advert), address: post.address };
  const follows = how === 'follows';
  const all = [...who, ...(company && !follows ? [company] : [])];
  return div(
    {
      class:
        'update-components-header update-components-header--with-control-menu-and-hide-post update-components-header--with-divider t-12 t-black--light t-normal',
      look: 'above ruled',
    },
    div(
      { class: 'update-components-header__text-wrapper', look: 'row middle' },
      leading(
        who[0],
        { class: 'app-aware-link', look: 'stay' },
        picture(who[0], 'tiny', { alt: '', wrapper: 'update-components-header__image' }),
      ),
      span(
        { class: 'update-components-header__text-view', look: 'quiet line' },
        ...all.flatMap((each, n) => [n > 0 && ` ${say('and')} `, span({}, short(each, more))]),
        span({ class: 'white-space-pre' }, ' '),
        follows ? `${say('and')} ${others} ${say('other')} ${say('follows')} ` : say(how),
        follows && short(company),
      ),
    ),
  );
}
