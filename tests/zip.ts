type Part = {
  name: string;
  content?: string | Buffer /** What the directory claims it unpacks to. */;
  claims?: number;
};

/** An archive with its parts as they are, unpacked; enough to stand for an office document. */
export function zip(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content = "", claims } of parts) {
    const [title, body] = [Buffer.from(name), Buffer.from(content)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt32LE(body.length, 18);
    local.writeUInt32LE(body.length, 22);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(claims ?? body.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(at, 42);
    files.push(local, title, body);
    directory.push(entry, title);
    at += 30 + title.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(parts.length % 65_536, 8);
  end.writeUInt16LE(parts.length % 65_536, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const kinds = {
  docx: ["word/document.xml", "wordprocessingml.document"],
  xlsx: ["xl/workbook.xml", "spreadsheetml.sheet"],
  pptx: ["ppt/presentation.xml", "presentationml.presentation"],
} as const;

/** The least that Word, Excel or PowerPoint would open, with more parts on wish. */
export function officeDocument(kind: keyof typeof kinds, more: readonly Part[] = [], types = ""): Buffer {
  const [main, type] = kinds[kind];
  const list = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/>${types}</Types>`;
  return zip([{ name: "[Content_Types].xml", content: list }, { name: main, content: "<x/>" }, ...more]);
}
