// Answers for LinkedIn: one page for every address, and the scripts it is made of, under a policy as strict as LinkedIn's own.
import fs from 'node:fs';
import path from 'node:path';
import { classOf } from './hash.js';

export { companies, me, people, personOf, seller } from './people.js';
export { addressOf, home as postAt } from './timeline.js';

const HOSTS = new Set(['www.linkedin.com', 'linkedin.com']);
const TYPES = { '.js': 'text/javascript', '.css': 'text/css' };
/** Some of what our X is made of is of use here too. */
const FILE = /^\/static\/((?:linkedin|x)\/[a-z-]+\.(?:js|css))$/;
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "trusted-types 'allow-duplicates' default jSecure highcharts dompurify",
  "require-trusted-types-for 'script'",
].join('; ');

const read = name => fs.readFileSync(path.join(import.meta.dirname, '..', name), 'utf8');

/** Looks are served under hashed names, as the new front's are. */
const hashed = css => css.replace(/\.look-([a-z-]+)/g, (_, look) => `.${classOf(look)}`);

/** What a host answers for a path: { body, type, headers }, or null where it is none of LinkedIn's. */
export function route(host, address) {
  if (!HOSTS.has(host)) return null;
  const [file] = address.split('?');
  const part = FILE.exec(file)?.[1];
  if (part) {
    const body = part.endsWith('.css') ? hashed(read(part)) : read(part);
    return { body, type: `${TYPES[path.extname(part)]}; charset=utf-8` };
  }
  if (path.extname(file)) return null;
  return { body: read('linkedin/page.html'), headers: { 'content-security-policy': POLICY } };
}
