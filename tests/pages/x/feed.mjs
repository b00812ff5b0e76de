// Answers for X: one page for every address, and the scripts it is made of, under a policy as strict as X's own.
import fs from 'node:fs';
import path from 'node:path';

export { me, people, seller } from './people.js';

const HOSTS = new Set(['x.com', 'mobile.x.com', 'pro.x.com', 'twitter.com', 'mobile.twitter.com']);
const TYPES = { '.js': 'text/javascript', '.css': 'text/css' };
const FILE = /^\/i\/page\/([a-z-]+\.(?:js|css))$/;
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const read = name => fs.readFileSync(path.join(import.meta.dirname, name));

/** What a host answers for a path: { body, type, headers }, or null where it is none of X's. */
export function route(host, address) {
  if (!HOSTS.has(host)) return null;
  const [file] = address.split('?');
  const part = FILE.exec(file)?.[1];
  if (part) return { body: read(part), type: `${TYPES[path.extname(part)]}; charset=utf-8` };
  if (path.extname(file)) return null;
  return { body: read('page.html'), headers: { 'content-security-policy': POLICY } };
}
