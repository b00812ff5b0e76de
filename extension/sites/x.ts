// X: names by `data-testid`, which held from 2023 to 2026 and in every language seen; the classes are styling atoms of one release.
import type { Notice, Path, Reader, Site, Spot } from './site';

/** First parts of an address that are no person's. */
const RESERVED =
  'home|explore|notifications|messages|search|hashtag|i|settings|compose|intent|share|tos|privacy|jobs|login|logout|signup|about|download';
/** A person's own address: absolute on older pages and where another extension wrote it so (2023, 2025). */
const PERSON = new RegExp(`^(?:https?://(?:[a-z]+\\.)?(?:x|twitter)\\.com)?/(?!(?:${RESERVED})/?$)(\\w{1,20})/?$`, 'i');
const AVATAR = '[data-testid^="UserAvatar-Container-"]';
/** `-unknown` stands on pictures of conversations and of people known in common (2025). */
const AVATAR_HANDLE = /^UserAvatar-Container-(?!unknown$)(\w{1,20})$/;

/** The link with the name; the one with the picture is hidden from readers (2023 to 2025). */
const NAME_LINK = 'a[href]:not([aria-hidden])';
const linkedHandle: Reader = { find: NAME_LINK, from: 'href', as: PERSON };
/** `@handle` as text: beside the name, in a box out of reach of the Tab key, whether that is a link or not (2023 to 2025). */
const quiet: Path = { find: ':scope [tabindex="-1"] [dir]' };
const writtenHandle: Reader = { ...quiet, from: 'text', as: /^@(\w{1,20})$/ };
/** Follow buttons alone hold the permanent id: `-follow`, `-unfollow`, and `-cancel` until a protected account has answered. */
const buttonId: Reader = {
  find: ':is([data-testid$="-follow"], [data-testid$="-unfollow"], [data-testid$="-cancel"])',
  from: 'data-testid',
  as: /^(\d+)-/,
};
const post: Reader[] = [
  { around: 'article', find: 'a[href*="/status/"]:has(time)', from: 'href', as: /^(.*\/status\/\d+)/ },
];

/** An advert is wrapped in this, the whole article (2024). It stands inside other posts too, around videos and buttons, where it says nothing. */
const ADVERT = '[data-testid="placementTracking"] article *';

/** Name, sign of verification, handle and time: one row, on the page of one post two. */
const nameBlock = {
  find: '[data-testid="User-Name"]',
  skip: ADVERT,
  name: { find: '[dir]' },
  line: '[dir], time',
  tone: quiet,
  post,
} satisfies Partial<Spot>;

/** A post inside a post, and one in a carousel, is a single large link without any link inside (2023 to 2025). */
const boxedPost = {
  ...nameBlock,
  handle: [writtenHandle, { around: '[role="link"]', find: AVATAR, from: 'data-testid', as: AVATAR_HANDLE }],
  room: '[role="link"]',
  holder: '[role="link"]',
} satisfies Partial<Spot>;

/** A person in a list or in a card of their own: name link above handle link, a Follow button at the side. */
const row = {
  id: [buttonId],
  name: { find: 'a [dir]' },
  after: { find: NAME_LINK },
  line: 'a [dir]',
  tone: quiet,
  link: NAME_LINK,
} satisfies Partial<Spot>;

const POST = 'article[data-testid="tweet"]';
const NOTIFICATION = 'article[data-testid="notification"]';
/** A link to you that is no name of yours. */
const NAMES_YOU = 'a[href$="/$SELF" i]:not([data-testid="User-Name"] *, [data-testid^="UserAvatar-"] *)';
const when: Reader = { find: 'time', from: 'datetime', as: /^(.+)$/ };
const words: Path = { find: '[data-testid="tweetText"]' };

/** Several people can stand in one, each with a picture; the first is named. */
const told = {
  who: { find: AVATAR, handle: { from: 'data-testid', as: AVATAR_HANDLE } },
  name: 'a[href$="/$HANDLE" i]:not(:has(img))',
  text: words,
  time: when,
} satisfies Partial<Notice>;

const wrote = {
  who: { find: `[data-testid="User-Name"]`, handle: linkedHandle },
  name: '[data-testid="User-Name"] [dir]',
  post: { find: 'a[href*="/status/"]:has(time)', from: 'href', as: /^(.*\/status\/\d+)/ },
  text: words,
  time: when,
} satisfies Partial<Notice>;

/** Posts, each with its buttons (2023 to 2025). */
const POSTS = {
  'x-snapshot-1-2023': 5,
  'x-quoted-posts-2023': 5,
  'x-home-2025': 5,
  'x-profile-2025': 7,
  'x-home-2024': 14,
  'x-profile-zh-2025': 10,
  '/home?n=12': 12,
  '/anar': 12,
};

export const x = {
  network: 'x',
  hosts: ['x.com', 'mobile.x.com', 'pro.x.com', 'twitter.com', 'mobile.twitter.com'],
  spots: [
    {
      kind: 'author',
      seen: {
        'x-snapshot-1-2023': 5,
        'x-quoted-posts-2023': 5,
        'x-home-2025': 5,
        'x-profile-2025': 7,
        'x-home-2024': 11,
        'x-profile-zh-2025': 10,
        '/home?n=12': 11,
        '/anar': 12,
      },
      ...nameBlock,
      handle: [linkedHandle],
      room: 'article',
      link: 'a:not(:has(time))',
    },
    {
      kind: 'boxed',
      seen: {
        'x-snapshot-1-2023': 1,
        'x-quoted-posts-2023': 5,
        'x-home-2025': 11,
        'x-profile-2025': 3,
        'x-home-2024': 1,
        '/home?n=12': 1,
      },
      ...boxedPost,
    },
    {
      // The line above a post, in a link (2024, 2025) or around one (2023). "Pinned" has none, and a community's leads to no person.
      kind: 'context',
      seen: { 'x-home-2024': 6, 'x-profile-zh-2025': 5, '/home?n=12': 1, '/anar': 1 },
      find: '[data-testid="socialContext"]',
      skip: ADVERT,
      handle: [{ around: 'a', from: 'href', as: PERSON }, linkedHandle],
      name: { find: '[dir]' },
      after: { around: ':is(a, :not(a *))' },
      room: 'article',
      post,
    },
    {
      // The head of a profile: no link. The copy of the name that slides into the column's title gets no mark.
      kind: 'profile',
      seen: { 'x-profile-header-1-2023': 1, 'x-profile-2025': 1, 'x-profile-zh-2025': 1, '/anar': 1 },
      find: '[data-testid="UserName"]',
      handle: [writtenHandle],
      name: { find: '[dir]' },
      after: { find: '[dir]' },
      line: '[dir]',
      room: '[data-testid="primaryColumn"]',
      tone: quiet,
    },
    {
      // Followers, members of lists, people found, suggestions: a `button`, `li` or `div` by place and year.
      kind: 'row',
      seen: {
        'x-usercells-2023': 2,
        'x-snapshot-1-2023': 2,
        'x-home-2025': 3,
        'x-profile-2025': 3,
        'x-followers-2025': 27,
        'x-home-2024': 3,
        'x-profile-zh-2025': 3,
        '/home?n=12': 3,
        '/anar': 3,
        '/anar/followers': 15,
      },
      find: '[data-testid="UserCell"]',
      ...row,
      handle: [linkedHandle],
      room: '[data-testid="UserCell"]',
    },
    {
      // A conversation of two; one of several people writes no handle. The same rows stand in the drawer of every page (2025).
      kind: 'conversation',
      seen: {
        'x-home-2025': 20,
        'x-profile-2025': 20,
        'x-followers-2025': 20,
        'x-messages-2025': 31,
        '/home?n=12': 4,
        '/anar': 4,
        '/anar/followers': 4,
        '/messages': 11,
        '/i/chat/890017-908042': 4,
      },
      find: '[data-testid="conversation"]',
      handle: [writtenHandle],
      name: { find: '[dir]' },
      after: { find: '[tabindex="-1"]:has([dir])' },
      line: '[dir]',
      room: '[data-testid="conversation"]',
      tone: quiet,
    },
    {
      // The head of a conversation in the newer chat (public code, 2026). Its rows hold two numbers, one of them your own, and no handle: no mark there.
      kind: 'conversation',
      seen: { '/i/chat/890017-908042': 1 },
      find: '[data-testid="dm-conversation-username"]',
      handle: [
        { around: 'a', from: 'href', as: PERSON },
        { around: '[data-testid="dm-conversation-header"]', find: NAME_LINK, from: 'href', as: PERSON },
      ],
      room: '[data-testid="dm-conversation-header"]',
    },
    {
      // The card that X shows for a name (public code, 2026): it is filled half a second after it came, and used again for the next name.
      kind: 'hover card',
      seen: {},
      find: '[data-testid="HoverCard"]',
      ...row,
      handle: [{ find: 'a[href$="/following"]', from: 'href', as: /(?:^|\.com)\/(\w{1,20})\/following$/ }],
      room: '[data-testid="HoverCard"]',
    },
  ],
  controls: [
    {
      // Everywhere the same (2023 to 2025, in every language seen); the label holds the handle. Not taken here: -unfollow and -cancel, which withdraw.
      seen: {
        'x-usercells-2023': 2,
        'x-snapshot-1-2023': 2,
        'x-profile-header-1-2023': 1,
        'x-home-2025': 3,
        'x-profile-2025': 3,
        'x-followers-2025': 23,
        'x-home-2024': 3,
        'x-profile-zh-2025': 3,
        '/home?n=12': 3,
        '/anar': 4,
        '/anar/followers': 14,
      },
      find: '[data-testid$="-follow"]',
      done: ':is([data-testid$="-unfollow"], [data-testid$="-cancel"])',
      id: { from: 'data-testid', as: /^(\d+)-(?:follow|unfollow|cancel)$/ },
      handle: { from: 'aria-label', as: /^.*@(\w{1,20})/s },
    },
  ],
  things: [
    {
      seen: POSTS,
      find: 'article[data-testid="tweet"]',
      whose: ['author'],
      text: { find: '[data-testid="tweetText"]' },
      answer: 'reply',
    },
  ],
  acts: [
    {
      seen: POSTS,
      kind: 'reaction',
      find: '[data-testid="like"]',
      done: '[data-testid="unlike"]',
    },
    {
      seen: POSTS,
      kind: 'share',
      find: '[data-testid="retweet"]',
      done: '[data-testid="unretweet"]',
    },
  ],
  writing: {
    // wrappers of the box share the beginning of its name (2024, 2025)
    box: '[data-testid^="tweetTextarea_"][contenteditable="true"]',
    dialog: { find: '[role="dialog"]', opens: '[data-testid="reply"]' },
    beside: '[data-testid="primaryColumn"]',
    // the newer chat (public code, 2026)
    message: { box: 'textarea[data-testid="dm-composer-textarea"]', whose: ['conversation'] },
    said: ':is([data-testid="tweetText"], [data-dm-message-row]:not([data-send-status="pending"], [data-send-status="sending"], [data-send-status="failed"], [data-send-status="error"]) [data-testid^="message-text-"])',
    sent: '[data-testid="toast"] a[href*="/status/"]',
  },
  notices: {
    page: /^\/notifications(?:\/|$)/,
    // A picture says of what kind it is (public code, 2025): `unlike` and `unretweet` have the same ones (2023, 2025). One that is not known says nothing.
    kinds: [
      { kind: 'reaction', ...told, find: `${NOTIFICATION}:has(path[d^="M20.884 13.19"])` },
      { kind: 'share', ...told, find: `${NOTIFICATION}:has(path[d^="M4.75 3.79"])` },
      { kind: 'connection', ...told, find: `${NOTIFICATION}:has(path[d^="M17.863 13.44"])` },
      // What others wrote stands there whole. An answer names you above its text, else you are named in it, or quoted.
      { kind: 'reply', ...wrote, find: `${POST}:has(${NAMES_YOU}:not([data-testid="tweetText"] *))` },
      {
        kind: 'mention',
        ...wrote,
        find: `${POST}:is(:has(${NAMES_YOU}), :has([data-testid="UserAvatar-Container-$SELF" i]))`,
      },
    ],
  },
  people: {
    pages: new RegExp(
      `^/(?:home|(?!(?:${RESERVED})/)\\w{1,20}/(?:followers|following|verified_followers|status/\\d+))/?$`,
      'i',
    ),
    traces: { find: 'main a[href]', from: 'href', as: PERSON },
  },
  self: [
    {
      seen: {
        'x-home-2025': 1,
        'x-profile-2025': 1,
        'x-followers-2025': 1,
        'x-messages-2025': 1,
        'x-home-2024': 1,
        'x-profile-zh-2025': 1,
        '/home?n=12': 1,
        '/anar': 1,
        '/anar/followers': 1,
        '/messages': 1,
        '/i/chat/890017-908042': 1,
      },
      find: '[data-testid="AppTabBar_Profile_Link"]',
      handle: { from: 'href', as: PERSON },
    },
    {
      seen: {
        'x-home-2025': 1,
        'x-profile-2025': 1,
        'x-followers-2025': 1,
        'x-messages-2025': 1,
        'x-home-2024': 1,
        'x-profile-zh-2025': 1,
        '/home?n=12': 1,
        '/anar': 1,
        '/anar/followers': 1,
        '/messages': 1,
        '/i/chat/890017-908042': 1,
      },
      find: ':is([data-testid="SideNav_AccountSwitcher_Button"], [data-testid="DashButton_ProfileIcon_Link"])',
      handle: { find: AVATAR, from: 'data-testid', as: AVATAR_HANDLE },
    },
  ],
} satisfies Site;
