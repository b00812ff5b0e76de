// The words of the interface, in English and in Arabic.
import { options } from './options.js';

const EN = {
  home: 'Home',
  explore: 'Explore',
  notifications: 'Notifications',
  messages: 'Messages',
  bookmarks: 'Bookmarks',
  lists: 'Lists',
  profile: 'Profile',
  more: 'More',
  post: 'Post',
  forYou: 'For you',
  following: 'Following',
  followers: 'Followers',
  follow: 'Follow',
  pending: 'Pending',
  back: 'Back',
  timeline: 'Timeline: Your Home Timeline',
  composer: 'What is on the bench?',
  search: 'Search',
  whoToFollow: 'You might like',
  happening: 'Round about',
  reposted: 'reposted',
  pinned: 'Pinned',
  ad: 'Ad',
  replyingTo: 'Replying to',
  reply: 'Reply',
  repost: 'Repost',
  like: 'Like',
  bookmark: 'Bookmark',
  views: 'View post analytics',
  verified: 'Verified account',
  account: 'Account menu',
  posts: 'posts',
  allPosts: 'Posts',
  replies: 'Replies',
  media: 'Media',
  members: 'List members',
  joined: 'Joined March 2021',
  followsYou: 'Follows you',
  showMore: 'Show more',
  others: 'and 2 others',
  footer: 'A made-up place for made-up people',
  fromFollowed: 'Worth a second look',
  select: 'Select a message',
  minute: 'm',
  hour: 'h',
};
const AR = {
  home: 'الرئيسية',
  explore: 'استكشف',
  notifications: 'التنبيهات',
  messages: 'الرسائل',
  bookmarks: 'العلامات',
  lists: 'القوائم',
  profile: 'الملف الشخصي',
  more: 'المزيد',
  post: 'نشر',
  forYou: 'لك',
  following: 'المتابَعون',
  followers: 'المتابِعون',
  follow: 'متابعة',
  pending: 'قيد الانتظار',
  back: 'رجوع',
  timeline: 'الخط الزمني الرئيسي',
  composer: 'ماذا على طاولتك؟',
  search: 'بحث',
  whoToFollow: 'قد يعجبك',
  happening: 'من حولك',
  reposted: 'أعاد النشر',
  pinned: 'مثبّت',
  ad: 'إعلان',
  replyingTo: 'ردًا على',
  reply: 'رد',
  repost: 'إعادة نشر',
  like: 'إعجاب',
  bookmark: 'حفظ',
  views: 'المشاهدات',
  verified: 'حساب موثّق',
  account: 'قائمة الحساب',
  posts: 'منشورًا',
  allPosts: 'المنشورات',
  replies: 'الردود',
  media: 'الوسائط',
  members: 'أعضاء القائمة',
  joined: 'انضم في مارس 2021',
  followsYou: 'يتابعك',
  showMore: 'عرض المزيد',
  others: 'وآخران',
  footer: 'مكان متخيَّل لأناس متخيَّلين',
  fromFollowed: 'يستحق نظرة ثانية',
  select: 'اختر رسالة',
  minute: ' د',
  hour: ' س',
};

export const say = key => (options.lang.startsWith('ar') ? AR : EN)[key];

/** Handles read from left to right in every language; X wraps them in invisible marks where the page does not. */
export const at = handle => (options.rtl ? `\u2066@${handle}\u2069` : `@${handle}`);

const HOUR = 60;
const DAY = 24 * HOUR;

/** How long ago, as short as X says it. */
export function ago(time, now) {
  const minutes = Math.round((now - time) / 60000);
  if (minutes < HOUR) return `${minutes}${say('minute')}`;
  if (minutes < DAY) return `${Math.floor(minutes / HOUR)}${say('hour')}`;
  return time.toLocaleDateString(options.lang, { month: 'short', day: 'numeric', timeZone: 'UTC' });
}
