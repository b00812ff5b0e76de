// Really saved pages (../shared/pages, where that folder is there), as a browser under test gets them.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './launch.mjs';

export const FOLDER = path.join(ROOT, '../shared/pages');
const INDEX = path.join(FOLDER, 'INDEX.json');

/** What the folder's index says of each page; empty where there is none. */
export const SAVED = fs.existsSync(INDEX) ? JSON.parse(fs.readFileSync(INDEX, 'utf8')) : [];

/** Pages put back at their end, by a script of their own, what no parser takes. */
const POLICY = "script-src 'unsafe-inline'; frame-src 'none'; connect-src 'none'";

/** What the internet answers for one of them, under its own address. */
export function routeOf({ page, url }) {
  const { hostname, pathname, search } = new URL(url);
  const body = fs.readFileSync(path.join(FOLDER, page));
  return (host, address) =>
    host === hostname && address === pathname + search
      ? { body, headers: { 'content-security-policy': POLICY } }
      : null;
}
