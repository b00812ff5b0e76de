// Line drawings of our own under the site's names. Each front says a drawing's name in another place.
import { el } from './element.js';

const RING = 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M5.500 8L7.500 10l3-4';
const PERSON = 'M8 2.500a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600M3 14c0-3 2-4.500 5-4.500s5 1.500 5 4.500';
const HOUSE = 'M3 14V2.500h6V14M9 7h4v7M2 14h12M5 5h2M5 8h2M5 11h2';
const SEND = 'M2.500 8L14 2.500 10 14 8 9zM8 9l6-6.500';
const PATHS = {
  'add-small': 'M8 3v10M3 8h10',
  'arrow-right-small': 'M2.500 8h11M9 3.500L13.500 8 9 12.500',
  'arrow-up-small': 'M8 13V3M3.500 7.500L8 3l4.500 4.500',
  'bell-fill-medium': 'M4 12V7.500a4 4 0 0 1 8 0V12l1 1H3zM7 14.500h2',
  'bell-fill': 'M4 12V7.500a4 4 0 0 1 8 0V12l1 1H3zM7 14.500h2',
  'caret-small': 'M4.500 6.500L8 10l3.500-3.500z',
  'check-small': 'M3 8.500L6.500 12 13 4.500',
  'chevron-down-small': 'M3.500 6L8 10.500 12.500 6',
  'chevron-up-small': 'M3.500 10L8 5.500 12.500 10',
  'clock-small': 'M8 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11M8 5v3.500l2.500 1.500',
  'close-medium': 'M3.500 3.500l9 9M12.500 3.500l-9 9',
  'close-small': 'M4 4l8 8M12 4l-8 8',
  'comment-small': 'M2.500 3h11v8H8l-3.500 2.500V11h-2zM5 6h6M5 8.500h4',
  'company-accent-4': HOUSE,
  'connect-small': `M6 2.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5M1.500 13.500C1.500 11 3.500 9.500 6 9.500s4.500 1.500 4.500 4M12.500 5v5M10 7.500h5`,
  'globe-americas':
    'M8 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11M2.500 8h11M8 2.500c-3 3-3 8 0 11M8 2.500c3 3 3 8 0 11',
  'globe-americas-small':
    'M8 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11M2.500 8h11M8 2.500c-3 3-3 8 0 11M8 2.500c3 3 3 8 0 11',
  home: 'M2.500 7.500L8 2.500l5.500 5V13.500h-4V10h-3v3.500h-4z',
  'home-medium': 'M2.500 7.500L8 2.500l5.500 5V13.500h-4V10h-3v3.500h-4z',
  'image-medium': 'M2.500 3h11v10h-11zM2.500 11l3.500-4 3 3 2-1.500 2.500 2.500',
  job: 'M2.500 5.500h11V13h-11zM6 5.500V3h4v2.500M2.500 9h11',
  'job-medium': 'M2.500 5.500h11V13h-11zM6 5.500V3h4v2.500M2.500 9h11',
  'like-consumption-ring-small': RING,
  'like-consumption-small': RING,
  'linkedin-bug-blue-medium': 'M2 2h12v12H2zM5 7v4M8 11V7M8 9c0-3 3-3 3 0v2M5 5v.010',
  'messages-medium': 'M2 3.500h9v6H6L3.500 11.500v-2H2zM12.500 6H14v7l-2-2H7',
  'nav-small-messaging-icon': 'M2 3.500h9v6H6L3.500 11.500v-2H2zM12.500 6H14v7l-2-2H7',
  'overflow-web-ios-medium': 'M3 8h.010M8 8h.010M13 8h.010',
  'overflow-web-ios-small': 'M3 8h.010M8 8h.010M13 8h.010',
  people: PERSON,
  'people-medium': PERSON,
  'people-small': PERSON,
  'person-accent-4': PERSON,
  'premium-chip-v2-small': 'M2.500 4h11v8h-11zM5 8h6',
  'repost-small': 'M4 12V5.500h7M8.500 3L11 5.500 8.500 8M12 4v6.500H5M7.500 13L5 10.500 7.500 8',
  'search-small': 'M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9M10.500 10.500L14 14',
  'send-privately-medium': SEND,
  'send-privately-small': SEND,
  'thumbs-up-outline-small': 'M2.500 7.500h3v6h-3zM5.500 8L8 2.500c2 0 1.500 2 1 4h4l-1 7H5.500',
  'verified-medium': 'M8 2l5 2v4c0 3-2 5-5 6-3-1-5-3-5-6V4zM5.500 8l2 2 3-4',
  'verified-small': 'M8 2l5 2v4c0 3-2 5-5 6-3-1-5-3-5-6V4zM5.500 8l2 2 3-4',
  'video-medium': 'M2.500 3.500h11v9h-11zM7 6l3.500 2L7 10z',
};

const drawn = (name, attributes) =>
  el('svg', { viewBox: '0 0 16 16', look: 'icon', ...attributes }, el('path', { d: PATHS[name] }));

/** New front: the `id` says it, the same many times on a page. */
export const icon = (name, label) =>
  drawn(name, {
    id: name,
    role: 'img',
    'aria-hidden': String(!label),
    'aria-label': label ?? '',
    look: name.startsWith('verified') ? 'icon badge' : 'icon',
  });

/** Old front: an attribute made for its own tests says it. */
export const oldIcon = (name, attributes) =>
  drawn(name, { 'aria-hidden': 'true', role: 'none', 'data-test-icon': name, ...attributes });

/** Older still: an element of its own. */
export const liIcon = (name, attributes) =>
  el('li-icon', { 'aria-hidden': 'true', type: name, ...attributes }, drawn(name, { class: 'mercado-match' }));
