// Archives as the sites make them, of people who stand on our own pages.
import fs from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { me, people } from '../../pages/linkedin/people.js';

const [marta, henrik, adaeze] = people;
const address = ({ slug }) => `https://www.linkedin.com/in/${slug}`;
const cells = row => row.map(cell => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
const table = rows => `${rows.map(cells).join('\n')}\n`;

/** One day's words, newest last: from whom, to whom, when, what. */
const SAID = [
  [me, marta, '2019-05-02 08:00:00 UTC', 'Shall we look at the old bridge?'],
  [marta, me, '2019-05-02 09:00:00 UTC', '<p>Yes, &amp; bring the drawings.</p>'],
  [marta, me, '2023-11-20 10:30:00 UTC', 'The bridge holds.'],
  [me, henrik, '2022-02-03 12:00:00 UTC', 'The list of parts, as promised'],
];

/** What LinkedIn gives on asking for a copy of one's data, spring 2026. */
export const linkedin = () =>
  zip({
    'Profile.csv': table([
      ['First Name', 'Last Name', 'Maiden Name', 'Headline'],
      [...me.name.split(' '), '', me.about],
    ]),
    'Connections.csv': `Notes:\n"When exporting your connection data, you may notice …"\n\n${table([
      ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'],
      ...[marta, henrik].map(who => [...who.name.split(' '), address(who), '', '', '', '08 Feb 2018']),
      ['', '', '', '', '', '', '07 Jun 2019'],
      ['Adaeze', 'Nwosu', address(adaeze), '', '', '', '31 Feb 2019'],
    ])}`,
    'messages.csv': table([
      [
        'CONVERSATION ID',
        'CONVERSATION TITLE',
        'FROM',
        'SENDER PROFILE URL',
        'TO',
        'RECIPIENT PROFILE URLS',
        'DATE',
        'SUBJECT',
        'CONTENT',
        'FOLDER',
      ],
      ...SAID.map(([from, to, when, what]) => [
        `2-${[from, to].find(who => who !== me).slug}`,
        '',
        from.name,
        address(from),
        to.name,
        address(to),
        when,
        '',
        what,
        'INBOX',
      ]),
    ]),
    'Reactions_1249962877.csv': table([
      ['Date', 'Type', 'Link'],
      ['2025-01-02 10:00:00', 'LIKE', 'https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7001'],
    ]),
  });

/** A ZIP of files by path. */
export const zip = files =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

/** Puts files where a browser can take them; their paths. */
export function laid(browser, files) {
  const folder = fs.mkdtempSync(path.join(browser.downloads, 'in-'));
  return Object.entries(files).map(([name, bytes]) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, bytes);
    return file;
  });
}
