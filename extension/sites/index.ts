// The sites that Kith knows.
import { linkedin } from './linkedin';
import type { Site } from './site';
import { x } from './x';

export const sites: Site[] = [linkedin, x];

/** The addresses of a site's pages, as the browser matches them. */
export const pagesOf = (site: Site): string[] => site.hosts.map(host => `https://${host}/*`);

export const siteOf = (host: string): Site | undefined => sites.find(site => site.hosts.includes(host));
