// A zip file whose bytes depend on nothing but its contents: sorted names, one fixed time, no owner.
import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, the earliest that the format knows. */
const DATE = 0x21;
const UTF8 = 0x800;
const DEFLATE = 8;
/** Version 2.0 of the format: what folders and deflate need. */
const VERSION = 20;

/** `files`: [{ name, data: Buffer, executable? }] */
export function zip(files) {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, data, executable = false } of sorted) {
    const bytes = Buffer.from(name);
    const packed = deflateRawSync(data, { level: 9 });
    const common = [
      u16(VERSION),
      u16(UTF8),
      u16(DEFLATE),
      u16(0),
      u16(DATE),
      u32(crc32(data)),
      u32(packed.length),
      u32(data.length),
    ];
    const entry = Buffer.concat([u32(0x04034b50), ...common, u16(bytes.length), u16(0), bytes, packed]);
    const mode = executable ? 0o100755 : 0o100644;
    directory.push(
      // made by Unix, so that the mode is read; then no extra field, no comment, disk 0
      Buffer.concat([
        u32(0x02014b50),
        u16((3 << 8) | VERSION),
        ...common,
        u16(bytes.length),
        u16(0),
        u16(0),
        u16(0),
        u16(0),
      ]),
      Buffer.concat([u32(mode * 0x10000), u32(offset), bytes]),
    );
    parts.push(entry);
    offset += entry.length;
  }
  const index = Buffer.concat(directory);
  const count = u16(sorted.length);
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(index.length), u32(offset), u16(0)];
  return Buffer.concat([...parts, index, ...end]);
}

function u16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
