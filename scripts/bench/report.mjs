// The tables that the bench prints, each figure beside its target.
import { availableParallelism } from "node:os";
import { CONNECTIONS } from "./load.mjs";
import { count, kilobytes, mark, milliseconds, table } from "./table.mjs";

const perSecond = (value) => `${value < 100 ? value.toFixed(1) : count(value)}/s`;
const both = ({ p50, p95 }) => `${milliseconds(p50)} / ${milliseconds(p95)}`;

function listRows(name, { list, bare, ratio, errors }) {
  return [
    [
      "P1",
      `List of ${name} ÷ bare page, requests/s`,
      `${ratio.toFixed(2)} (${perSecond(list.perSecond)} ÷ ${perSecond(bare.perSecond)})`,
      "≥ 0.55",
      ratio >= 0.55,
    ],
    [
      "P1",
      `List of ${name}, p95 at ${CONNECTIONS} connections`,
      milliseconds(list.p95),
      "≤ 150 ms",
      list.p95 <= 150 && errors === 0,
    ],
    ["", `Bare page, p95 at ${CONNECTIONS} connections`, milliseconds(bare.p95), ""],
    [
      "",
      "Processor time of the server per request, list ÷ bare",
      `${milliseconds(list.cpu)} ÷ ${milliseconds(bare.cpu)}`,
      "",
    ],
    ["", "Bytes of the list ÷ of the bare page", `${kilobytes(list.bytes)} ÷ ${kilobytes(bare.bytes)}`, ""],
  ];
}

function pointRows({ points, list: { list, changed, sheet, resident } }) {
  return [
    ...listRows(`${count(points)} points`, list),
    ["", "… data just changed, one request after another, p50 / p95", both(changed), ""],
    [
      "P10",
      `Export of ${count(sheet.rows)} points in all columns, .xlsx`,
      `${milliseconds(sheet.ms)}, ${kilobytes(sheet.bytes)}`,
      "≤ 5 s",
      sheet.ms <= 5_000,
    ],
    [
      "P10",
      "… memory of the server meanwhile",
      `+ ${count(resident / 1_000_000)} MB`,
      "≤ 200 MB",
      resident <= 200_000_000,
    ],
  ];
}

/** "6 × Index Scan, 204 rows read" */
function scans(found) {
  const kinds = [...new Set(found.map(({ node }) => node))];
  const told = kinds.map((kind) => {
    const same = found.filter(({ node }) => node === kind);
    return `${same.length} × ${kind}, ${count(same.reduce((sum, { rows }) => sum + rows, 0))} rows read`;
  });
  return told.join("; ") || "none";
}

function dashboardRows({ cold, warm, free, ward, busy, inspected }) {
  const { city, cityWarm, cityFree, ofWard } = inspected;
  const statements = city.statements.length;
  return [
    ["P2", "Dashboard, data just changed, p50 / p95", both(cold), "p95 ≤ 120 ms", cold.p95 <= 120],
    ["P2", "Dashboard, result kept, p50 / p95", both(warm), "p95 ≤ 120 ms", warm.p95 <= 120],
    ["", "Dashboard of a ward, data just changed, p50 / p95", both(ward), "p95 ≤ 120 ms", ward.p95 <= 120],
    ["", "Dashboard, free range with ragged ends, p50 / p95", both(free), ""],
    [
      "",
      `Dashboard, result kept, ${CONNECTIONS} connections`,
      `${perSecond(busy.perSecond)}, p95 ${milliseconds(busy.p95)}`,
      "",
    ],
    [
      "P2",
      "SQL statements of a dashboard, data just changed",
      `${statements} + BEGIN, COMMIT`,
      "≤ 6",
      statements <= 6,
    ],
    [
      "",
      "SQL statements with the result kept; of a ward",
      `${cityWarm.statements.length}; ${ofWard.statements.length}`,
      "",
    ],
    [
      "P2",
      "Scans of outreach_session in its plans, reporting year",
      scans(city.baseScans),
      "none",
      city.baseScans.length === 0,
    ],
    ["", "… of a ward's dashboard", scans(ofWard.baseScans), ""],
    ["", "… with ragged ends (days, not half-months)", scans(cityFree.baseScans), ""],
  ];
}

function mapRows({ cold, warm, bytes }) {
  return [
    ["", "Map of sessions, data just changed, p50 / p95", both(cold), "p95 ≤ 150 ms", cold.p95 <= 150],
    ["", "… result kept", both(warm), "p95 ≤ 150 ms", warm.p95 <= 150],
    ["", "… bytes of its HTML", kilobytes(bytes), ""],
  ];
}

function writeRows({ commands, forms, sync }) {
  const errors = (found) =>
    found.errors ? `, ${found.errors} errors${found.reason ? ` (${found.reason})` : ""}` : "";
  const passes = (found) => found.perSecond >= 100 && found.errors === 0;
  return [
    [
      "P3",
      `Writes by the command, ${CONNECTIONS} at once`,
      `${perSecond(commands.perSecond)}${errors(commands)}`,
      "≥ 100/s, 0 errors",
      passes(commands),
    ],
    ["P3", "… p50 / p95", both(commands), "p95 ≤ 200 ms", commands.p95 <= 200],
    [
      "P3",
      `Writes by the form over HTTP, ${CONNECTIONS} at once`,
      `${perSecond(forms.perSecond)}${errors(forms)}`,
      "≥ 100/s, 0 errors",
      passes(forms),
    ],
    ["P3", "… p50 / p95", both(forms), "p95 ≤ 200 ms", forms.p95 <= 200],
    [
      "P3",
      `Records by sync in batches of 20, ${CONNECTIONS} at once`,
      `${perSecond(sync.perSecond)}${errors(sync)}`,
      "≥ 200/s, 0 errors",
      sync.perSecond >= 200 && sync.errors === 0,
    ],
    ["", "… p50 / p95 of a batch", both(sync), ""],
    [
      "",
      "Processor time per write, by the command; by the form",
      `${milliseconds(commands.cpu)}; ${milliseconds(forms.cpu)}`,
      "",
    ],
  ];
}

function registryRows({ points, movement, movementKept, rows, radar }) {
  return [
    [
      "",
      `Movement table at ${count(points)} points, data just changed, p50 / p95`,
      both(movement),
      "p95 ≤ 150 ms",
      movement.p95 <= 150,
    ],
    ["", "… result kept", both(movementKept), ""],
    ["", "… rows behind a cell", both(rows), ""],
    ["", `Review of quiet points at ${count(points)} points, p50 / p95`, both(radar), ""],
  ];
}

function fieldRows({ visit, typing, outbox }) {
  return [
    [
      "P7",
      "Field form on 2G (250 kbit/s, 800 ms there and back), seen before: usable, p50; slowest of 5",
      `${milliseconds(visit.p50)}; ${milliseconds(visit.most)}`,
      "≤ 3 s",
      visit.most <= 3_000,
    ],
    [
      "P8",
      "Slowest key to paint while typing, 6 × CPU",
      milliseconds(typing.text),
      "≤ 100 ms",
      typing.text <= 100,
    ],
    [
      "P8",
      "… in the unit picker over 3,321 units",
      milliseconds(typing.picker),
      "≤ 50 ms",
      typing.picker <= 50,
    ],
    [
      "P9",
      "Saving a session in the outbox, p50; slowest",
      `${milliseconds(outbox.save)}; ${milliseconds(outbox.slowestSave)}`,
      "≤ 50 ms",
      outbox.save <= 50,
    ],
    ["P9", "50 drafts sent at 1 Mbit/s", milliseconds(outbox.flushed), "≤ 10 s", outbox.flushed <= 10_000],
  ];
}

function pasteRows({ growth, piece, longest }) {
  return [
    [
      "",
      `Reading a pasted report of 8 times the text, times as long (worst text: ${JSON.stringify(piece)})`,
      growth.toFixed(1),
      "≤ 24",
      growth <= 24,
    ],
    ["", "… slowest text of the greatest length", milliseconds(longest), ""],
  ];
}

function otherRows({ drift, resident, fillSeconds, rows }) {
  const filled = fillSeconds
    ? `${count(fillSeconds)} s (${count(rows / fillSeconds)} rows/s)`
    : "kept from an earlier run";
  return [
    [
      "P11",
      `Drift of ${count(drift.atoms + drift.topics)} rollup rows after all writes`,
      String(drift.differing),
      "0",
      drift.differing === 0,
    ],
    [
      "P12",
      "Memory of the server after the runs",
      `${count(resident / 1_000_000)} MB`,
      "< 600 MB",
      resident < 600_000_000,
    ],
    ["", "Filling the sessions, rollups kept by triggers", filled, ""],
  ];
}

function pageRow({ path, status, p50, p95, js, limit, scripts, css, fonts }) {
  if (status !== 200) return [`\`${path}\``, "–", "–", `answered ${status}`, "", "–", "–", "–", ""];
  const passed = js <= limit && css <= 25_000 && fonts <= 60_000;
  const sizes = [kilobytes(js), `≤ ${limit / 1000} kB`, String(scripts), kilobytes(css), kilobytes(fonts)];
  return [`\`${path}\``, milliseconds(p50), milliseconds(p95), ...sizes, mark(passed)];
}

const MEASURES = [
  { heading: "No." },
  { heading: "Measure" },
  { heading: "Measured", align: "right" },
  { heading: "Target" },
  { heading: "" },
];
const PAGES = [
  { heading: "Page" },
  { heading: "p50", align: "right" },
  { heading: "p95", align: "right" },
  { heading: "JS gz", align: "right" },
  { heading: "Target" },
  { heading: "Files", align: "right" },
  { heading: "CSS gz (≤ 25)", align: "right" },
  { heading: "Fonts (≤ 60)", align: "right" },
  { heading: "" },
];

const place = ({ sessions, models, points, awards, bytes }) =>
  `${count(sessions)} sessions, ${models} models, ${count(points)} points, ${count(awards)} awards, ${count(bytes / 1_000_000)} MB`;

/** @returns {string} both tables with what one must know to read them */
export function report(results) {
  const { today, drift, list, dashboard, writes, pages } = results;
  const rows = [
    ...listRows("sessions", list),
    ...pointRows(results.registry),
    ...dashboardRows(dashboard),
    ...mapRows(results.map),
    ...registryRows(results.registry),
    ...writeRows(writes),
    ...fieldRows(results.field),
    ...pasteRows(results.paste),
    ...otherRows(results),
  ];
  return `
Measured on ${today}, ${availableParallelism()} cores (load average before the run: ${results.busyBefore.toFixed(1)}), Node ${process.versions.node}, one server process, PostgreSQL with fsync on:
${place(drift)}.

${table(
  MEASURES,
  rows.map(([number, measure, value, target, passed]) => [number, measure, value, target, mark(passed)]),
)}

${table(PAGES, pages.map(pageRow))}

The bare page is an app of its own with one page: the list's ${count(list.bare.elements)} elements and bytes as a React tree read from a file,
without database, session or components; copies of the portal's server program and proxy serve it, and both run in turns.
Page times: city officer, one request after another. First load: scripts of the HTML and of its payload, gzipped.
`;
}
