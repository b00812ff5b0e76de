// Archives as large as real ones, written to disk: a ZIP whose directory is ZIP64's, with media that take no room on disk because nothing stands in them.
import fs from 'node:fs';
import { deflateRawSync } from 'node:zlib';

/** In the fields of the old directory: look into the 64-bit ones. */
const BIG = 0xffffffff;

/** Writes `members` one after the other: { name, text } packed, or { name, empty } of so many bytes, stored, with holes for contents. */
export function writeZip(file, members) {
  const fd = fs.openSync(file, 'w');
  const directory = [];
  let at = 0;
  const write = bytes => {
    fs.writeSync(fd, bytes, 0, bytes.length, at);
    at += bytes.length;
  };
  for (const { name, text, empty } of members) {
    const from = at;
    const path = Buffer.from(name);
    const plain = text === undefined ? null : Buffer.from(text);
    const packed = plain && deflateRawSync(plain, { level: 1 });
    const [size, stored] = plain ? [plain.length, packed.length] : [empty, empty];
    const extra = Buffer.alloc(20);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(size), 4);
    extra.writeBigUInt64LE(BigInt(stored), 12);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(45, 4);
    head.writeUInt16LE(plain ? 8 : 0, 8);
    head.writeUInt32LE(BIG, 18);
    head.writeUInt32LE(BIG, 22);
    head.writeUInt16LE(path.length, 26);
    head.writeUInt16LE(extra.length, 28);
    write(head);
    write(path);
    write(extra);
    if (packed) write(packed);
    else at += empty;
    directory.push({ path, size, stored, from, method: plain ? 8 : 0 });
  }
  const start = at;
  for (const { path, size, stored, from, method } of directory) {
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    for (const [n, value] of [size, stored, from].entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * n);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(45, 4);
    entry.writeUInt16LE(45, 6);
    entry.writeUInt16LE(method, 10);
    for (const field of [20, 24, 42]) entry.writeUInt32LE(BIG, field);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    write(entry);
    write(path);
    write(extra);
  }
  const size = at - start;
  const end = Buffer.alloc(56 + 20 + 22);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  for (const field of [24, 32]) end.writeBigUInt64LE(BigInt(directory.length), field);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(at), 64);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(0x06054b50, 76);
  for (const field of [84, 86]) end.writeUInt16LE(0xffff, field);
  for (const field of [88, 92]) end.writeUInt32LE(BIG, field);
  write(end);
  fs.closeSync(fd);
  return file;
}

const WORDS =
  'the list I promised with prices and a spare ticket for the puppet opera which tool do you use for mapping tunnels'.split(
    ' ',
  );

/** The same numbers each time. */
function chance(seed) {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const two = number => String(number).padStart(2, '0');

/** LinkedIn's archive with so many messages: conversation by conversation, as it writes them. `people` are [name, slug]. */
export function linkedinArchive(file, messages, people) {
  const draw = chance(1);
  const me = 'https://www.linkedin.com/in/robin-sample';
  const rows = [
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER',
  ];
  const each = Math.ceil(messages / people.length);
  for (const [n, [name, slug]] of people.entries()) {
    const url = `https://www.linkedin.com/in/${slug}`;
    const from = 2012 + draw(10);
    for (let i = 0; i < each && rows.length <= messages; i += 1) {
      const [years, month, day] = [from + Math.floor((4 * i) / each), 1 + draw(12), 1 + draw(28)];
      const when = `${years}-${two(month)}-${two(day)} ${two(draw(24))}:${two(draw(60))}:${two(draw(60))} UTC`;
      const said = Array.from({ length: 3 + draw(36) }, () => WORDS[draw(WORDS.length)]).join(' ');
      const between = i % 2 ? `Robin Sample,${me},${name},${url}` : `${name},${url},Robin Sample,${me}`;
      rows.push(`2-${n},,${between},${when},,${said},INBOX`);
    }
  }
  return writeZip(file, [
    { name: 'Profile.csv', text: 'First Name,Last Name,Headline\nRobin,Sample,x\n' },
    {
      name: 'Invitations.csv',
      text: `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nRobin Sample,${people[0][0]},"1/29/26, 2:37 PM",,OUTGOING,${me},https://www.linkedin.com/in/${people[0][1]}\n`,
    },
    { name: 'messages.csv', text: `${rows.join('\n')}\n` },
  ]);
}

/** X's archive with so many posts that mention somebody, and so many bytes of media beside them. */
export function xArchive(file, posts, media) {
  const tweets = Array.from({ length: posts }, (_, n) => {
    const handle = `somebody${n % 900}`;
    const tweet = {
      id_str: String(1700000000000000000n + BigInt(n)),
      created_at: 'Sat Feb 18 12:33:11 +0000 2023',
      full_text: `@${handle} on tunnels, number ${n}`,
      entities: {
        user_mentions: [{ screen_name: handle, name: handle, id_str: String(5000 + (n % 900)), indices: ['0', '9'] }],
      },
    };
    return { tweet };
  });
  const account = [{ account: { username: 'robin', accountId: '42', accountDisplayName: 'Robin' } }];
  return writeZip(file, [
    { name: 'data/tweets_media/1.mp4', empty: media / 2 },
    { name: 'data/account.js', text: `window.YTD.account.part0 = ${JSON.stringify(account)}` },
    { name: 'data/tweets.js', text: `window.YTD.tweets.part0 = ${JSON.stringify(tweets)}` },
    { name: 'data/tweets_media/2.mp4', empty: media / 2 },
  ]);
}
