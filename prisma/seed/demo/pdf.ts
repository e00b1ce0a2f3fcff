const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/[^\x20-\x7e]/g, "-")
    .replace(/[\\()]/g, "\\$&");

/** A page of A4 with some lines, in a font that every reader has and that knows no accents. */
export function demoPdf(lines: readonly string[]): Buffer {
  const words = lines.map(
    (line, at) => `BT /F1 ${at === 0 ? 18 : 12} Tf 72 ${760 - at * 28} Td (${plain(line)}) Tj ET`,
  );
  const drawn = words.join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ].map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`);
  const head = "%PDF-1.4\n";
  const starts = objects.map((_, at) => head.length + objects.slice(0, at).join("").length);
  const body = head + objects.join("");
  const table = [
    "0000000000 65535 f ",
    ...starts.map((start) => `${String(start).padStart(10, "0")} 00000 n `),
  ];
  return Buffer.from(
    `${body}xref\n0 ${table.length}\n${table.join("\n")}\ntrailer\n<< /Size ${table.length} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    "latin1",
  );
}
