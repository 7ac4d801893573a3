import JSZip from 'jszip';
import mammoth from 'mammoth';
import { ExportError } from '../items/split-xml.js';
import { htmlBody } from '../items/item.js';

/** What a document may unpack to: its pictures and all, and its text with its mark-up, which takes 170 times that to read. */
const MAX_UNPACKED = { all: 50_000_000, text: 5_000_000 };

/**
 * The text of a Word document as HTML.
 * @throws ExportError when it is none, or unpacks to more than a document can hold
 */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(bytes).catch((cause: unknown) => {
    throw new ExportError('not a Word document, or cut short', { cause });
  });
  if (zip.file('word/document.xml') === null) throw new ExportError('not a Word document');
  const left = { ...MAX_UNPACKED };
  for (const part of Object.values(zip.files)) {
    if (part.dir) continue;
    const kind = /\.(?:xml|rels)$/i.test(part.name) ? 'text' : 'all';
    left[kind] -= await unpackedSize(part, left[kind]);
  }
  const { value } = await mammoth
    .convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: NO_PICTURES })
    .catch((cause: unknown) => {
      throw new ExportError('its text cannot be read as that of a Word document', { cause });
    });
  return htmlBody(value) ?? '';
}

const NO_PICTURES = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));

/** Counted while it is unpacked: what a document says of its own size may be a lie. */
function unpackedSize(part: JSZip.JSZipObject, most: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let size = 0;
    const stream = part.nodeStream();
    stream.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size <= most) return;
      stream.pause();
      reject(new ExportError(`it unpacks to more than a document holds, in ${part.name}`));
    });
    stream.on('error', (cause) => {
      reject(new ExportError('one of its parts cannot be unpacked', { cause }));
    });
    stream.on('end', () => {
      resolve(size);
    });
  });
}
