// Line drawings of our own, 24 by 24.
import { el } from './element.js';

const PATHS = {
  sign: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 13c1 2 2.400 3 4 3s3-1 4-3M9 9v1M15 9v1',
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l5 5',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.500 1.500h-15zM10 21h4',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  bookmark: 'M6 4h12v17l-6-4.500L6 21z',
  lists: 'M5 4h14v16H5zM8 8h8M8 12h8M8 16h5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M5 21c0-4 3-6 7-6s7 2 7 6',
  more: 'M5 12h.010M12 12h.010M19 12h.010',
  reply: 'M4 11c0-4 3-6.500 8-6.500s8 2.500 8 6.500-3 6.500-8 6.500h-1L7 21v-4c-2-1-3-3-3-6z',
  repost:
    'M7 20V7M3.500 10.500L7 7l3.500 3.500M17 4v13M13.500 13.500L17 17l3.500-3.500M11 7h3a3 3 0 0 1 3 3M13 17h-3a3 3 0 0 1-3-3',
  heart: 'M12 20C7 16 4 13 4 9a4 4 0 0 1 8-1.500A4 4 0 0 1 20 9c0 4-3 7-8 11z',
  views: 'M5 20V10M10 20V4M15 20v-8M20 20V7',
  share: 'M12 15V4M8 8l4-4 4 4M5 14v6h14v-6',
  back: 'M20 12H5M11 6l-6 6 6 6',
  pin: 'M9 4h6l-1 6 4 3v2H6v-2l4-3zM12 15v6',
  play: 'M9 6l9 6-9 6z',
  place: 'M12 21c-5-5-7-8-7-11a7 7 0 0 1 14 0c0 3-2 6-7 11M12 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  verified:
    'M12 3l2.500 2 3.200.300.300 3.200L20 12l-2 2.500-.300 3.200-3.200.300L12 21l-2.500-2-3.200-.300-.300-3.200L4 12l2-2.500.300-3.200L9.500 5zM8.500 12l2.500 2.500 4.500-5',
  pen: 'M4 20l1-5L16 4l4 4L9 19z',
  up: 'M6 15l6-6 6 6',
};

export const icon = (name, attributes = { 'aria-hidden': 'true' }) =>
  el(
    'svg',
    { viewBox: '0 0 24 24', ...attributes, class: `icon icon-${name}` },
    el('g', {}, el('path', { d: PATHS[name] })),
  );
