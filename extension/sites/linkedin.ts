// LinkedIn: two fronts under the same addresses. The older one (Ember) has readable class names; the newer, server-driven one has only hashes, and is held on to by
// the shape of addresses, `componentkey` and structure. Which one a page is, is told by what stands there: all spots are tried on both.
import type { Reader, Site, Spot } from './site';

const LINK = 'a[href*="/in/"]';
const HOST = '(?:https?://(?:[a-z]+\\.)?linkedin\\.com)?';
/** The permanent id, which can stand in the place of a slug (lists, messages, acquaintances). */
const TOKEN = 'ACoA[\\w-]{35}';
/** A person's own page, also in a language of its own (`/in/<slug>/en/`). What goes on after the slug is a part of it, a dialog or a button. */
const PERSON = new RegExp(
  `^${HOST}/in/(?!(?:${TOKEN}|me)(?:[/?#]|$))([^/?#]+)/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:[?#]|$)`,
  'i',
);
const slug: Reader = { from: 'href', as: PERSON };
const ids: Reader[] = [
  { from: 'href', as: new RegExp(`^${HOST}/in/(${TOKEN})/?(?:[?#]|$)`, 'i') },
  { from: 'href', as: new RegExp(`^${HOST}/in/[^/?#]+/?\\?.*Profile(?:%3A|:)(${TOKEN})`, 'i') },
];

/** Whose profile a dialog is about. */
const dialog: Pick<Reader, 'from' | 'as'> = { from: 'href', as: new RegExp(`^${HOST}/in/([^/?#]+)/overlay/`, 'i') };
/** Whom a link invites. */
const invited: Reader = { from: 'href', as: /[?&]vanityName=([^&#]+)/ };

/** Text of posts and comments: who is mentioned there is no author. */
const TEXT =
  ':is([data-testid="expandable-text-box"], [componentkey^="feed-commentary"], [componentkey^="comment-commentary"], .update-components-text) *';
const INVITATION = '[role="listitem"][componentkey^="urn:li:invitation:"]';
const FEED_POST = '[role="listitem"][componentkey*="FeedType_"]';
/** An advert in the newer feed has no button to close it, and no sign of who can see it in its line of time (eleven posts of 2026). */
const ADVERT = `[data-testid="mainFeed"] ${FEED_POST}:not(:has(button svg#close-small)):not(:has(p[componentkey] svg)) *`;
/** The older one tells by its line of time: organic posts always have a number there, adverts a word or a link to who pays (2024, 2025). */
const timeOf = (around: string): Reader => ({
  around,
  find: '.update-components-actor__sub-description:not(:has(a))',
  from: 'text',
  as: /(\p{Nd})/u,
});

const post: Reader[] = [
  { around: '[componentkey^="replaceableComment_"]', from: 'componentkey', as: /^replaceableComment_(urn:li:.+)$/ },
  {
    around: FEED_POST,
    find: ':is([componentkey*="-replaceableCommentTools"], [componentkey*="-commentsSectionAnchorRef"])',
    from: 'componentkey',
    as: /^([\w+/]+)-/,
  },
  { around: '[role="listitem"]', find: 'a[href*="/feed/update/urn:li:"]', from: 'href', as: /(urn:li:\w+:[\d-]+)/ },
  { around: '[data-urn^="urn:li:"]', from: 'data-urn', as: /^(.+)$/ },
  { around: 'article[data-id^="urn:li:"]', from: 'data-id', as: /^(.+)$/ },
];

/** What is shown, where a copy for readers of screens stands beside it, before or after. */
const SHOWN = '[aria-hidden="true"]';
/** What a name has room in: a card that is one link ends with it. */
const PARTS =
  ':is([role="listitem"], [data-view-name], [data-urn], article, section, aside, main, body, a:has(figure))';

const link = { find: LINK, handle: [slug], id: ids, room: PARTS, post } satisfies Partial<Spot>;

/** A link around a person's whole card or name, newer front. The first paragraph is the name. */
const card = {
  ...link,
  skip: ADVERT,
  name: { find: 'p' },
  after: { find: 'p' },
  line: 'p',
  tone: { find: ':is(p ~ p, div ~ p)' },
  button: true,
} satisfies Partial<Spot>;

export const linkedin = {
  network: 'linkedin',
  hosts: ['www.linkedin.com', 'linkedin.com'],
  frames: true,
  roots: '#interop-outlet, [data-testid="interop-shadowdom"]',
  spots: [
    {
      // The head of a profile, newer front (2026): no h1; verified people's is in a link.
      kind: 'profile',
      seen: { 'linkedin-profile-2026': 1, '/in/marta-quintela-7b31a9/': 1, '/in/ellis-marlow-77/': 1 },
      find: '[componentkey$="Topcard"] :is(h1, h2)',
      handle: [
        { around: 'a', ...slug },
        { around: '[componentkey^="ProfileVerificationTriggerRef-"]', from: 'componentkey', as: /Ref-(.+)$/ },
        { around: '[componentkey$="Topcard"]', find: 'a[href*="/overlay/contact-info"]', ...dialog },
      ],
      id: [{ around: '[componentkey$="Topcard"]', from: 'componentkey', as: new RegExp(`ref(${TOKEN})Topcard$`) }],
      after: { around: 'div' },
      sentence: 'div:has(> [data-display-contents])',
      tone: { around: 'section', find: 'p' },
      room: 'section',
    },
    {
      // The same, older front: the link leads to a dialog (2024, 2025).
      kind: 'profile',
      seen: { 'linkedin-profile-2024': 1, 'linkedin-profile-2025': 1 },
      find: 'section[data-member-id] h1',
      handle: [{ around: 'section', find: ':is(a:has(h1), a[href*="/overlay/contact-info"])', ...dialog }],
      id: [{ around: 'section', from: 'data-member-id', as: /^(\d+)$/ }],
      after: { around: 'div' },
      sentence: 'div',
      tone: { around: 'section', find: '.text-body-small' },
      room: 'section',
    },
    {
      // Author of a post and of a post within a post, older front: name, a hidden copy, degree; headline and time are in the same link.
      kind: 'author',
      seen: {
        'linkedin-feed-2025a': 2,
        'linkedin-feed-2025b': 2,
        'linkedin-post-2025': 1,
        'linkedin-activity-2025': 9,
        'linkedin-company-posts-2025': 5,
        'linkedin-profile-2025': 2,
        '/feed/?n=14&front=old': 11,
      },
      ...link,
      where: ':has(.update-components-actor__title)',
      skip: '*',
      unless: timeOf('.update-components-actor__container'),
      name: { find: `.update-components-actor__title ${SHOWN}` },
      after: { find: '.update-components-actor__title' },
      tone: { find: '.update-components-actor__description' },
      line: `.update-components-actor__title ${SHOWN}`,
    },
    {
      // The line above a post, older front: several names can stand in it.
      kind: 'context',
      seen: { 'linkedin-feed-2025a': 1, 'linkedin-feed-2025b': 2, '/feed/?n=14&front=old': 4 },
      ...link,
      where: '.update-components-header *:not(:has(img))',
      skip: '*',
      unless: timeOf('[data-urn]'),
      after: { around: '.update-components-header__text-view' },
      sentence: '.update-components-header__text-view',
      tone: { around: '.update-components-header__text-view' },
    },
    {
      // Comments and replies, older front.
      kind: 'comment',
      seen: {
        'linkedin-feed-2025a': 1,
        'linkedin-feed-2025b': 1,
        'linkedin-company-posts-2025': 4,
        '/feed/?n=14&front=old': 5,
      },
      ...link,
      where: ':has(.comments-comment-meta__description-title)',
      name: { find: '.comments-comment-meta__description-title' },
      after: { find: '.comments-comment-meta__description' },
      tone: { find: '.comments-comment-meta__data' },
      line: ':is(.comments-comment-meta__description-title, .comments-comment-meta__data)',
    },
    {
      // Who writes in a conversation (2025): page, drawer, and inside the open root on newer pages.
      kind: 'message',
      seen: { 'linkedin-messaging-2025': 3, '/messaging/thread/adaeze-nwosu-4410/': 2 },
      ...link,
      where: ':has(.msg-s-message-group__name)',
      // your own
      skip: '.msg-s-event-listitem:not(.msg-s-event-listitem--other) *',
      name: { find: '.msg-s-message-group__name' },
      after: { around: '.msg-s-message-group__meta' },
      sentence: '.msg-s-message-group__meta',
      tone: { around: '.msg-s-message-group__meta', find: 'time' },
      room: ':is(.msg-s-message-list__event, ul)',
    },
    {
      // With whom: the head of a conversation. A row of the list has neither link nor id (2025): no mark there.
      kind: 'conversation',
      seen: { 'linkedin-messaging-2025': 1, '/messaging/thread/adaeze-nwosu-4410/': 1 },
      ...link,
      where:
        ':is(.msg-thread__link-to-profile, [class*="msg-overlay"][class*="header"] *, .profile-card-one-to-one__profile-link):not(:has(img))',
      name: { find: ':is(h1, h2, h3, span)' },
      line: ':is(h1, h2, h3, span)',
      room: ':is(.msg-thread, header, .msg-convo-wrapper)',
    },
    {
      // Shared acquaintances in a row of people, older front.
      kind: 'acquaintance',
      seen: { 'linkedin-search-people-2025': 20 },
      ...link,
      where: '[data-chameleon-result-urn] [class*="insight"] *:not(:has(img))',
      after: { around: ':is(span, div, p):has(> a)' },
      sentence: ':is(span, div, p):has(> a)',
    },
    {
      // Rows of people, older front: found, followers, following. The picture's link can hold a text, of who is online.
      kind: 'row',
      seen: { 'linkedin-followers-2025': 10, 'linkedin-search-people-2025': 10 },
      ...link,
      where: '[data-chameleon-result-urn] *:not(:has(img, [class*="presence"], [class*="ghost"]))',
      id: [...ids, { around: '[data-chameleon-result-urn]', from: 'data-chameleon-result-urn', as: /member:(\d+)$/ }],
      name: { find: SHOWN },
      after: { around: ':is(span, div):has(> a)' },
      sentence: ':is(span, div):has(> a)',
      tone: { around: '[data-chameleon-result-urn]', find: '.t-14' },
    },
    {
      // Side cards, interests and recommendations, older front.
      kind: 'card',
      seen: { 'linkedin-activity-2025': 5, 'linkedin-profile-2024': 14, 'linkedin-profile-2025': 15 },
      ...link,
      where: `[data-view-name="profile-component-entity"] *:has(${SHOWN})`,
      name: { find: SHOWN },
      line: SHOWN,
    },
    {
      // A company's people, members of groups, older front. The same without a link names companies.
      kind: 'card',
      seen: {
        'linkedin-company-posts-2025': 1,
        'linkedin-company-2025': 1,
        '/company/tideline-instruments/people/': 12,
      },
      ...link,
      where: ':is(:has(.artdeco-entity-lockup__title), .artdeco-entity-lockup__title *)',
      name: { find: '.artdeco-entity-lockup__title' },
      line: '.artdeco-entity-lockup__title',
    },
    {
      // Whose page it is, at the side of what they wrote, older front (2025).
      kind: 'card',
      seen: { 'linkedin-activity-2025': 1 },
      ...link,
      where: ':has(h3):not(:has(img, p))',
      name: { find: 'h3' },
      line: 'h3',
    },
    {
      // In the beginnings of posts on a profile, older front: of all text the only one whose links are a person's card too (2024).
      kind: 'mention',
      seen: { 'linkedin-profile-2024': 5 },
      ...link,
      where: '[class*="mini-update"] *:not(:has(img, a))',
      sentence: ':is(span, div)',
    },
    {
      // Notifications (2026, older front): the name stands in a sentence that leads elsewhere, the person's own link is the picture's.
      kind: 'notification',
      seen: { '/notifications/': 4 },
      find: '.nt-card__headline strong:first-of-type',
      handle: [{ around: 'article', find: `${LINK}:has(img)`, ...slug }],
      id: ids.map(reader => ({ around: 'article', find: `${LINK}:has(img)`, ...reader })),
      after: { around: '.nt-card__headline' },
      sentence: '.nt-card__headline',
      room: 'article',
    },
    {
      // A name that is a link of its own in a line, newer front: connections, people found, acquaintances, the line above a post, invitations.
      kind: 'name',
      seen: {
        'linkedin-connections-2025': 10,
        'linkedin-feed-sdui-2026': 2,
        'linkedin-search-people-sdui-2026': 25,
        '/feed/?n=14': 5,
        '/in/marta-quintela-7b31a9/': 1,
        '/search/results/people/': 27,
        '/mynetwork/grow/': 2,
        '/mynetwork/invitation-manager/received/': 5,
        '/in/ellis-marlow-77/': 1,
      },
      ...link,
      where: `:is(p > *, [componentkey^="urn:li:invitation:"] *):not(:has(p, figure, img)):not(${TEXT})`,
      skip: ADVERT,
      after: { around: 'p' },
      sentence: 'p',
      tone: { around: 'p' },
      button: true,
    },
    {
      // Comments, newer front: a hidden copy comes before the name, in the same paragraph.
      kind: 'comment',
      seen: { 'linkedin-feed-sdui-2026': 1, '/feed/?n=14': 5 },
      ...link,
      where: `[componentkey^="replaceableComment_"] *:has(p ${SHOWN}):not(:has(${LINK})):not(${TEXT})`,
      skip: ADVERT,
      name: { find: `p ${SHOWN}` },
      after: { find: 'p' },
      line: 'p',
      tone: { find: ':is(p ~ p, div ~ p)' },
    },
    {
      // Author of a post, newer front: the second of two links, and the first paragraph in it.
      kind: 'author',
      seen: { 'linkedin-feed-sdui-2026': 2, 'linkedin-search-posts-sdui-2026': 7, '/feed/?n=14': 9 },
      ...card,
      where: `:is(${FEED_POST}, [id$="FeedType_FEED_DETAIL"]) *:has(p):not(:has(${LINK})):not(${TEXT}):not([componentkey^="replaceableComment_"] *)`,
    },
    {
      // A link around a person's whole card or name, newer front: suggestions, side cards, the bar that slides in.
      kind: 'card',
      seen: {
        'linkedin-profile-2026': 17,
        'linkedin-feed-sdui-2026': 2,
        '/in/marta-quintela-7b31a9/': 15,
        '/in/ellis-marlow-77/': 15,
        '/feed/?n=14': 7,
        '/mynetwork/grow/': 12,
      },
      ...card,
      where: `:has(p):not(:has(${LINK})):not(${TEXT})`,
    },
  ],
  controls: [
    // By their keys, which name the person (public code of 2026; on no saved page).
    {
      seen: { '/mynetwork/grow/': 12 },
      find: '[componentkey^="ConnectButtonstate:invitation:urn:li:member:"][componentkey$="_connect"]',
      done: '[componentkey^="ConnectButtonstate:invitation:urn:li:member:"][componentkey$="_pending"]',
      id: { from: 'componentkey', as: /member:(\d+)_/ },
      handle: invited,
    },
    {
      seen: { '/feed/?n=14': 3 },
      find: '[componentkey^="FollowButtonurn:li:fsd_followingState:urn:li:member:"][componentkey$="_follow"]',
      done: '[componentkey^="FollowButtonurn:li:fsd_followingState:urn:li:member:"][componentkey$="_following"]',
      id: { from: 'componentkey', as: /member:(\d+)_/ },
    },
    {
      // A link that names whom it invites (heads of profiles and rows of people found, 2026). A dialog comes first; once the invitation is sent, the link is gone.
      seen: { 'linkedin-profile-2026': 2, 'linkedin-search-people-sdui-2026': 9, '/search/results/people/': 8 },
      find: 'a[href*="custom-invite/?vanityName="]',
      done: { within: ':is([role="listitem"], [role="toolbar"], [componentkey$="Topcard"])' },
      handle: invited,
    },
  ],
  self: [
    // The box for a new post stands first in the feed, with your picture in a link to you (2026); the older front's has the same (2025). Suggestions, further down,
    // are not in a `listitem` either.
    {
      seen: { 'linkedin-feed-sdui-2026': 1, '/feed/?n=14': 1 },
      find: `[data-testid="mainFeed"] > :first-child ${LINK}:not(:has(p)):not([role="listitem"] *)`,
      handle: slug,
    },
    {
      seen: { 'linkedin-feed-2025a': 2, 'linkedin-feed-2025b': 2, '/feed/?n=14&front=old': 2 },
      find: `:is(.feed-identity-module, .share-box-feed-entry__top-bar) ${LINK}`,
      handle: slug,
    },
    // Only you can change your own profile.
    {
      seen: { '/in/ellis-marlow-77/': 2 },
      find: 'a[href*="/edit/intro"]',
      handle: { from: 'href', as: new RegExp(`^${HOST}/in/([^/?#]+)/edit/intro`, 'i') },
    },
    // Your picture in the top bar of the older front has your name, and no more.
    {
      seen: {
        'linkedin-feed-2025a': 1,
        'linkedin-feed-2025b': 1,
        'linkedin-activity-2025': 1,
        'linkedin-company-posts-2025': 1,
        'linkedin-company-2025': 1,
        'linkedin-profile-2024': 1,
        'linkedin-profile-2025': 1,
        'linkedin-followers-2025': 1,
        'linkedin-search-people-2025': 1,
        'linkedin-messaging-2025': 1,
        '/feed/?n=14&front=old': 1,
        '/notifications/': 1,
        '/messaging/thread/adaeze-nwosu-4410/': 1,
        '/company/tideline-instruments/people/': 1,
      },
      find: 'img[class*="global-nav__me-photo"]',
      name: { from: 'alt', as: /^(.+)$/ },
    },
  ],
  things: [
    // posts, older front
    {
      seen: {
        'linkedin-feed-2025a': 3,
        'linkedin-feed-2025b': 3,
        'linkedin-post-2025': 1,
        'linkedin-activity-2025': 9,
        'linkedin-company-posts-2025': 5,
        'linkedin-profile-2025': 2,
        '/feed/?n=14&front=old': 13,
      },
      find: '[data-urn^="urn:li:activity:"]',
      whose: ['author'],
      text: { find: '.update-components-text' },
      answer: 'comment',
    },
    {
      seen: {
        'linkedin-feed-2025a': 1,
        'linkedin-feed-2025b': 1,
        'linkedin-company-posts-2025': 4,
        '/feed/?n=14&front=old': 5,
      },
      find: 'article.comments-comment-entity',
      whose: ['comment'],
      text: { find: '.comments-comment-item__main-content' },
      answer: 'reply',
    },
    // newer front: in the feed, on a page of its own, and on a profile (2026)
    {
      seen: {
        'linkedin-feed-sdui-2026': 4,
        'linkedin-search-posts-sdui-2026': 8,
        '/in/marta-quintela-7b31a9/': 3,
        '/in/ellis-marlow-77/': 3,
        '/feed/?n=14': 13,
      },
      find: `:is(${FEED_POST}, [id$="FeedType_FEED_DETAIL"], [data-testid="carousel"] [role="listitem"]:has(a[href*="/feed/update/urn:li:"]))`,
      whose: ['author', 'card'],
      text: { find: '[data-testid="expandable-text-box"]' },
      answer: 'comment',
    },
    {
      seen: { 'linkedin-feed-sdui-2026': 3, '/feed/?n=14': 15 },
      find: '[componentkey^="replaceableComment_"]',
      whose: ['comment'],
      text: { find: '[data-testid="expandable-text-box"]' },
      answer: 'reply',
    },
    // somebody who asks, newer front
    {
      seen: { '/mynetwork/grow/': 2, '/mynetwork/invitation-manager/received/': 5 },
      find: INVITATION,
      whose: ['name'],
    },
  ],
  acts: [
    {
      // 2025; live in August 2026. A comment's is the same.
      seen: {
        'linkedin-feed-2025a': 4,
        'linkedin-feed-2025b': 4,
        'linkedin-post-2025': 1,
        'linkedin-activity-2025': 9,
        'linkedin-company-posts-2025': 9,
        'linkedin-company-2025': 1,
        'linkedin-profile-2025': 2,
        '/feed/?n=14&front=old': 13,
      },
      kind: 'reaction',
      find: 'button.react-button__trigger[aria-pressed="false"]',
      done: 'button.react-button__trigger[aria-pressed="true"]',
    },
    {
      // newer front: like-consumption-small, praise-consumption-small-mixed …; what ends in -ring-small belongs to the counts. A comment's has no hook.
      seen: {
        'linkedin-feed-sdui-2026': 4,
        'linkedin-search-people-sdui-2026': 1,
        'linkedin-search-posts-sdui-2026': 9,
        '/in/marta-quintela-7b31a9/': 3,
        '/in/ellis-marlow-77/': 3,
        '/feed/?n=14': 13,
      },
      kind: 'reaction',
      find: 'button:has(svg#thumbs-up-outline-small)',
      done: 'button:has(:is(svg[id$="-consumption-small"], svg[id$="-consumption-small-mixed"]))',
    },
    {
      seen: {
        'linkedin-feed-2025a': 1,
        'linkedin-feed-2025b': 2,
        'linkedin-company-posts-2025': 7,
        '/feed/?n=14&front=old': 10,
      },
      kind: 'connection',
      find: 'button.update-components-actor__follow-button[aria-pressed="false"]',
      done: 'button.update-components-actor__follow-button[aria-pressed="true"]',
    },
    {
      // Accepted: the card stays, and says so (April 2026); ignored, it goes. Which of the two buttons is which, only words tell.
      seen: { '/mynetwork/grow/': 2, '/mynetwork/invitation-manager/received/': 5 },
      kind: 'connection',
      mutual: true,
      find: `${INVITATION} :is(button[aria-label] ~ button[aria-label], :has(> button[aria-label]) ~ :has(> button[aria-label]))`,
    },
  ],
  writing: {
    box: ':is(.comments-comment-box__form .ql-editor[contenteditable="true"], [componentkey^="commentBox-"] [contenteditable="true"][role="textbox"])',
    message: { box: '.msg-form__contenteditable[contenteditable="true"]', whose: ['conversation'] },
    said: ':is(.comments-comment-item__main-content, [componentkey^="replaceableComment_"] [data-testid="expandable-text-box"], .msg-s-event-listitem:not(.msg-s-event-listitem--other) .msg-s-event-listitem__body)',
  },
  people: {
    pages: /^\/(?:feed\/?$|in\/[^/]+\/?$|search\/results\/people\/|mynetwork\/)/,
    traces: { find: `main ${LINK}`, from: 'href', as: new RegExp(`^${HOST}/in/([^/?#]+)`, 'i') },
    elsewhere: 'iframe[src*="/preload/"]',
  },
  owner: {
    address: /^\/in\/([^/]+)/,
    name: ':is([componentkey$="Topcard"] :is(h1, h2), section[data-member-id] h1)',
  },
} satisfies Site;
