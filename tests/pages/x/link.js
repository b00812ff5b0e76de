// Links of the page: they lead on without a reload, and each press is written down.
import { el } from './element.js';
import { go } from './navigate.js';

const HANDLE = /^\/(\w+)/;

export const link = (href, { handle = HANDLE.exec(href)?.[1], what = 'link', ...attributes } = {}, ...children) =>
  el('a', { href, role: 'link', ...attributes, act: { what, handle, run: () => go(href) } }, ...children);
