// Whether reading a pasted report stays linear: eight times the text, how many times as long.
import { portalCode } from "./code.mjs";

const SHORT = 6_250;
const TIMES = 8;

/** What a regular expression could stumble over, each filled up to the length. */
const PIECES = [
  "Tổ chức 12 cuộc tuyên truyền với hơn 350 lượt người dự, phát 200 tờ rơi. ",
  "1.",
  "111.111.",
  "11/8 đến ",
  "phòng, ",
  "một trăm ",
  "- ",
  "\t",
  "a\n",
  "a\t1\n",
  "(5",
  "hơn ",
  "Ngày 11/8 1 cuộc, ",
  "Phát 5 tờ rơi. ",
  "cho 5 người ",
  "Tổ chức 1 cuộc tuyên truyền ma túy.\n\n",
  "tại khóm ",
  "PHƯỜNG ",
];

const filled = (piece, length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Processor time in ms, which other work on the machine does not lengthen; the first run only warms up. */
function fastest(run) {
  run();
  const times = Array.from({ length: 12 }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

/** @returns {Promise<{ growth: number, piece: string, longest: number }>} the worst of all pieces */
export async function measurePaste(today) {
  const { readReport } = await portalCode();
  const read = (text) => readReport(text, { today, topics: [] });
  const found = PIECES.map((piece) => {
    const [short, long] = [filled(piece, SHORT), filled(piece, SHORT * TIMES)];
    const longest = fastest(() => read(long));
    return { piece, longest, growth: longest / fastest(() => read(short)) };
  });
  // What takes under 10 ms is too quick to be compared.
  const timed = found.filter(({ longest }) => longest >= 10);
  return {
    ...timed.reduce((worst, one) => (one.growth > worst.growth ? one : worst)),
    longest: Math.max(...found.map(({ longest }) => longest)),
  };
}
