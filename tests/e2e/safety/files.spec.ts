import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { as, makePerson, signedIn } from "./as";
import { count, one, ownCode, records, refusals, rows } from "./facts";
import { portal, send, Visitor } from "./wire";

/*
 * Photos and files over HTTP (S17, S18, S24, S31–S33, S35): who may send and fetch what, and what an answer carries.
 */
const json = { accept: "application/json", origin: portal.origin };

/** A session of Phú Lợi made for one test, so that its limits are its own. */
async function ownSession(): Promise<string> {
  const id = randomUUID();
  await rows(
    `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, quantity, created_by_id)
     SELECT $1::uuid, u.id, '2025-08-01', $1::text, 'leaflet', '{drugs}', 10, gen_random_uuid() FROM unit u WHERE code = $2 AND valid_to IS NULL`,
    [id, ownCode],
  );
  return id;
}

async function upload(
  visitor: Visitor,
  session: string,
  content: Buffer | string,
  {
    name = "Ảnh chợ.jpg",
    id = randomUUID() as string,
    headers = json as Record<string, string | undefined>,
    of = "outreach-sessions",
  } = {},
) {
  const fields = new FormData();
  fields.set("id", id);
  fields.append("file", new Blob([content as BlobPart]), name);
  const sent = new Response(fields);
  const answer = await visitor.send(`/api/${of}/${session}/files`, {
    method: "POST",
    headers: { ...headers, "content-type": sent.headers.get("content-type") ?? "" },
    body: Buffer.from(await sent.arrayBuffer()),
  });
  return { ...answer, id };
}
const told = (answer: { body: string }) =>
  JSON.parse(answer.body) as { id?: string; code?: string; message?: string };
const files = (session: string) =>
  count("SELECT FROM attached_file WHERE session_id = $1 AND removed_at IS NULL", [session]);
const pdf = "%PDF-1.7\n%%EOF";

test("a file goes up by its ward's officer only, and fetches back for who reads the session", async () => {
  const session = await ownSession();
  for (const [who, status, code] of [
    ["anonymous", 401, "signed-out"],
    ["leader", 403, "denied"],
    ["administrator", 403, "denied"],
    ["neighbour", 404, "not-found"],
  ] as const) {
    const answer = await upload(who === "anonymous" ? new Visitor() : await as(who), session, pdf);
    expect([answer.status, told(answer).code], who).toEqual([status, code]);
    expect(answer.headers["cache-control"]).toContain("no-store");
  }
  expect(await files(session)).toBe(0);
  for (const who of ["ward_officer", "ward_chief", "city_officer"] as const) {
    const answer = await upload(await as(who), session, pdf);
    expect([answer.status, told(answer).id]).toEqual([200, answer.id]);
  }
  expect(await files(session)).toBe(3);
  const officer = await as("ward_officer");
  for (const path of ["1", "..%2f..", randomUUID()])
    expect((await upload(officer, path, pdf)).status, path).toBeGreaterThanOrEqual(404);
});

test("the same photo sent again is one photo; the same id with another is told so", async () => {
  const [session, officer] = [await ownSession(), await as("ward_officer")];
  const photo = await sharp({ create: { width: 50, height: 50, channels: 3, background: "red" } })
    .jpeg()
    .toBuffer();
  const id = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => upload(officer, session, photo, { id })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await files(session)).toBe(1);
  const other = await upload(officer, session, pdf, { id });
  expect([other.status, told(other).code]).toEqual([409, "repeated"]);
});

test("an account that was disabled neither sends nor fetches (S13)", async () => {
  const session = await ownSession();
  const person = await makePerson("ward_officer", ownCode);
  const visitor = await signedIn(person);
  const { id } = told(await upload(visitor, session, pdf));
  expect((await visitor.send(`/api/files/${id}`)).status).toBe(200);
  await rows("UPDATE app_user SET disabled_at = now() WHERE id = $1", [person.id]);
  expect((await upload(visitor, session, pdf)).status).toBe(401);
  expect((await visitor.send(`/api/files/${id}`)).status).toBe(401);
});

test("nothing is taken from another site (S24)", async () => {
  const [session, officer] = [await ownSession(), await as("ward_officer")];
  const before = await refusals("outreach-sessions.files.add");
  for (const headers of [
    { origin: "https://evil.example", accept: "application/json" },
    { origin: undefined, accept: "application/json" },
    { origin: "null", accept: "application/json", "sec-fetch-site": "cross-site" },
    { origin: "https://evil.example" },
  ])
    expect((await upload(officer, session, pdf, { headers })).status).toBe(403);
  expect(await files(session)).toBe(0);
  expect(await refusals("outreach-sessions.files.add")).toBeGreaterThanOrEqual(before + 4);
});

test("what is too large, too many, or of another kind is refused in words (S31, S33)", async () => {
  const [session, officer] = [await ownSession(), await as("ward_officer")];
  const huge = Buffer.alloc(27_000_000, 0x20);
  const large = await upload(officer, session, huge);
  expect([large.status, told(large).code]).toEqual([413, "too-large"]);
  const plain = await upload(officer, session, huge, { headers: { origin: portal.origin } });
  expect([plain.status, plain.location]).toEqual([
    303,
    `/outreach-sessions/${session}?refused=too-large#files`,
  ]);
  expect((await officer.send(plain.location.split("#")[0] ?? "")).body).toContain("Gửi từng ảnh, tệp một");
  const cases: [Buffer | string, string][] = [
    [Buffer.concat([Buffer.from(pdf), Buffer.alloc(10_000_000)]), "document-too-large"],
    ["<html><script>alert(1)</script>", "kind-html"],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "kind-svg"],
    ["\0\0\0\x18ftypheic\0\0\0\0mif1heic", "kind-heic"],
    ["MZ\x90\0", "kind-program"],
  ];
  for (const [content, code] of cases) {
    const answer = await upload(officer, session, content);
    expect([answer.status, told(answer).code]).toEqual([422, code]);
    expect(told(answer).message?.length).toBeGreaterThan(20);
  }
  expect(await files(session)).toBe(0);
});

test("broken bodies are the sender's fault, never a fault of the portal", async () => {
  const [session, officer] = [await ownSession(), await as("ward_officer")];
  const path = `/api/outreach-sessions/${session}/files`;
  const type = "multipart/form-data; boundary=x";
  for (const [contentType, body] of [
    [type, "--x\r\nhalf"],
    [type, ""],
    [type, "\0".repeat(10_000)],
    ["multipart/form-data", "--x"],
    ["application/json", "{}"],
    [type, `--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n${pdf}\r\n--x--\r\n`],
    [
      type,
      `--x\r\nContent-Disposition: form-data; name="id"\r\n\r\nx'; --\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n${pdf}\r\n--x--\r\n`,
    ],
  ] as const) {
    const answer = await officer.send(path, {
      method: "POST",
      headers: { ...json, "content-type": contentType },
      body,
    });
    expect(answer.status, body.slice(0, 60)).toBe(422);
  }
  expect(await files(session)).toBe(0);
});

test("an answer with a file says what it is, and is run, kept and lent to nobody (S32, S35)", async () => {
  const [session, officer] = [await ownSession(), await as("ward_officer")];
  const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: "red" } })
    .jpeg()
    .toBuffer();
  const shown = await upload(officer, session, photo, { name: 'Ảnh "chợ" \r\nSet-Cookie: a=b.jpg' });
  const kept = await upload(officer, session, pdf, { name: "Kế hoạch đợt 2 (bản cuối).pdf" });
  for (const [id, type, how] of [
    [shown.id, "image/jpeg", /^inline; filename="[ -~]+"; filename\*=UTF-8''%E1%BA%A2nh/],
    [`${shown.id}?size=thumb`, "image/jpeg", /^inline/],
    [
      kept.id,
      "application/pdf",
      /^attachment; filename="Ke hoach dot 2 \(ban cuoi\)\.pdf"; filename\*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%C4%91%E1%BB%A3t%202%20%28b%E1%BA%A3n%20cu%E1%BB%91i%29\.pdf$/,
    ],
  ] as const) {
    const { status, headers } = await officer.send(`/api/files/${id}`);
    expect([status, headers["content-type"]]).toEqual([200, type]);
    expect(headers["content-disposition"]).toMatch(how);
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none'/),
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "strict-transport-security": expect.stringMatching(/max-age/),
    });
  }
  expect((await send(`/api/files/${kept.id}`, { headers: { range: "bytes=0-3" } })).status).toBe(401);
  await rows("UPDATE attached_file SET scan = 'held' WHERE id = $1", [kept.id]);
  // Without a scanner there is nothing to wait for: it is released as unscanned.
  expect((await officer.send(`/api/files/${kept.id}`)).status).toBe(200);
  expect((await one<{ scan: string }>("SELECT scan FROM attached_file WHERE id = $1", [kept.id])).scan).toBe(
    "unscanned",
  );
});

test("the page names a file as text, whatever it is called (S28)", async () => {
  const [session, officer] = [await ownSession(), await as("ward_officer")];
  await upload(officer, session, pdf, { name: `<img src=x onerror="alert(1)">' {{7*7}}.pdf` });
  const page = await officer.send(
    `/outreach-sessions/${session}?refused=constructor,__proto__,<b>x</b>&added=-5`,
  );
  expect(page.status).toBe(200);
  expect(page.body).toContain("-img src=x onerror=");
  expect(page.body).not.toMatch(/<img src=x|<b>x|function Object/);
});

test("a point's file goes up by its ward's officer only, and comes back for who reads the point, at its own address", async () => {
  const { point } = await records();
  const [officer, of] = [await as("ward_officer"), "security-models/points"];
  for (const [who, status, code] of [
    ["anonymous", 401, "signed-out"],
    ["leader", 403, "denied"],
    ["administrator", 403, "denied"],
    ["neighbour", 404, "not-found"],
  ] as const) {
    const answer = await upload(who === "anonymous" ? new Visitor() : await as(who), point.own.id, pdf, {
      of,
    });
    expect([answer.status, told(answer).code], who).toEqual([status, code]);
  }
  const crossed = await upload(officer, point.own.id, pdf, {
    of,
    headers: { origin: "https://evil.example" },
  });
  expect(crossed.status).toBe(403);
  const huge = await upload(officer, point.own.id, Buffer.alloc(27_000_000, 0x20), {
    of,
    headers: { origin: portal.origin },
  });
  expect([huge.status, huge.location]).toEqual([
    303,
    `/security-models/points/${point.own.id}?refused=too-large#files`,
  ]);
  const { id, status } = await upload(officer, point.own.id, pdf, { of, name: "Biên bản ra mắt.pdf" });
  expect(status).toBe(200);
  const path = `/api/security-models/points/${point.own.id}/files/${id}`;
  const kept = await officer.send(path);
  expect([kept.status, kept.headers["content-type"]]).toEqual([200, "application/pdf"]);
  expect(kept.headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none'/),
    "content-disposition": expect.stringMatching(/^attachment; filename="Bien ban ra mat\.pdf"/),
  });
  for (const address of [`/api/files/${id}`, `/api/security-models/points/${point.other.id}/files/${id}`])
    expect((await officer.send(address)).status, address).toBe(404);
  expect((await (await as("neighbour")).send(path)).status).toBe(404);
  await rows("UPDATE attached_file SET removed_at = now() WHERE id = $1", [id]);
  expect((await officer.send(path)).status).toBe(404);
});

/** A finding on Phú Lợi, dated so that no other test counts it, as its form sends it. */
async function sendFinding(
  visitor: Visitor,
  files: [name: string, content: Buffer | string][],
  headers: Record<string, string | undefined> = json,
  changes: Record<string, string> = {},
) {
  const { id: unitId } = await one<{ id: number }>(
    "SELECT id FROM unit WHERE code = $1 AND valid_to IS NULL",
    [ownCode],
  );
  const { id: criterion } = await one<{ id: string }>(
    "SELECT id FROM criterion WHERE set_key = 'do-thi-2022' AND code = '1'",
  );
  const id = randomUUID() as string;
  const typed = {
    ...{ id, unitId: String(unitId), ref: ownCode, set: "do-thi-2022", criteria: criterion, result: "met" },
    ...{ judgedOn: "2025-07-02", documentNumber: "9/BB", note: `ghi-chu-${id}`, ...changes },
  };
  const fields = new FormData();
  for (const [name, value] of Object.entries(typed)) fields.set(name, value);
  for (const [name, content] of files) fields.append("files", new Blob([content as BlobPart]), name);
  const sent = new Response(fields);
  const answer = await visitor.send("/api/rural-standard/findings", {
    method: "POST",
    headers: { ...headers, "content-type": sent.headers.get("content-type") ?? "" },
    body: Buffer.from(await sent.arrayBuffer()),
  });
  return { ...answer, id };
}
const recorded = (entry: string) => count("SELECT FROM criterion_finding WHERE entry_id = $1", [entry]);
const plain = { origin: portal.origin };

test("findings come with their files from who may record them only, and the files fetch back as attachments (S17, S18, S32)", async () => {
  for (const [who, status] of [
    ["anonymous", 401],
    ["leader", 403],
    ["administrator", 403],
    ["neighbour", 404],
  ] as const) {
    const answer = await sendFinding(who === "anonymous" ? new Visitor() : await as(who), [["a.pdf", pdf]]);
    expect(answer.status, who).toBe(status);
    expect(answer.headers["cache-control"]).toContain("no-store");
    expect(await recorded(answer.id)).toBe(0);
  }
  const officer = await as("ward_officer");
  const crossed = await sendFinding(officer, [["a.pdf", pdf]], { origin: "https://evil.example" });
  expect([crossed.status, await recorded(crossed.id)]).toEqual([403, 0]);

  const kept = await sendFinding(officer, [["Biên bản \r\nSet-Cookie: a=b.pdf", pdf]]);
  expect(kept.status).toBe(200);
  expect(JSON.parse(kept.body).location).toContain(`/rural-standard/urban/${ownCode}`);
  const file = await one<{ id: string }>("SELECT id FROM attached_file WHERE finding_entry_id = $1", [
    kept.id,
  ]);
  const path = `/api/rural-standard/findings/files/${file.id}`;
  for (const who of ["ward_officer", "city_officer", "leader"] as const) {
    const { status, headers } = await (await as(who)).send(path);
    expect([status, headers["content-type"]], who).toEqual([200, "application/pdf"]);
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none'/),
      "content-disposition": expect.stringMatching(/^attachment; filename="Bien ban/),
    });
  }
  expect((await (await as("neighbour")).send(path)).status).toBe(404);
  expect((await new Visitor().send(path)).status).toBe(401);
  // Each kind of file at its own address only.
  expect((await officer.send(`/api/files/${file.id}`)).status).toBe(404);
  await rows(
    "UPDATE criterion_finding SET withdrawn_at = now(), withdrawn_reason = 'x' WHERE entry_id = $1",
    [kept.id],
  );
  expect((await officer.send(path)).status).toBe(200);
});

test("findings are refused with their file in words, everything typed stands in the form again, and nothing is stored (S31)", async () => {
  const officer = await as("ward_officer");
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  const scripted = await sendFinding(officer, [
    ["tốt.pdf", pdf],
    ["bìa.pdf", svg],
  ]);
  expect(scripted.status).toBe(422);
  expect(JSON.parse(scripted.body).state.errors.files).toEqual([
    "“bìa.pdf”: Hình SVG: lưu lại thành PNG hoặc JPEG rồi gửi",
  ]);

  const refused = await sendFinding(officer, [["<b>bìa.pdf", svg]], plain);
  expect([refused.status, refused.location]).toEqual([
    303,
    expect.stringMatching(
      new RegExp(`^/rural-standard/${ownCode}/findings/new\\?set=do-thi-2022&kept=[0-9a-f-]{36}$`),
    ),
  ]);
  const page = await officer.send(refused.location);
  expect(page.body).toMatch(/<title>Lỗi: /);
  expect(page.body).toContain("Hình SVG: lưu lại thành PNG hoặc JPEG rồi gửi");
  expect(page.body).not.toContain("<b>bìa");
  const form = await officer.form(refused.location, "Lưu đánh giá");
  expect(Object.fromEntries(form.fields)).toMatchObject({
    ...{ id: refused.id, result: "met", judgedOn: "2025-07-02" },
    ...{
      documentNumber: "9/BB",
      note: `ghi-chu-${refused.id}`,
      criteria: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  });
  // What was typed is nobody else's to read.
  const other = await (await as("city_officer")).send(refused.location);
  expect([other.status, other.body.includes(`ghi-chu-${refused.id}`)]).toEqual([200, false]);

  const huge = await sendFinding(officer, [["lớn.pdf", Buffer.alloc(27_000_000, 0x20)]]);
  expect(huge.status).toBe(413);
  const large = await sendFinding(officer, [
    ["lớn.pdf", Buffer.concat([Buffer.from(pdf), Buffer.alloc(10_000_000)])],
  ]);
  expect([large.status, large.body]).toEqual([422, expect.stringContaining("Tài liệu nặng hơn 10 MB")]);
  const late = await sendFinding(officer, [["a.pdf", pdf]], json, { judgedOn: "1999-01-01", unitId: "x" });
  expect(late.status).toBe(422);
  for (const { id } of [scripted, refused, huge, large, late]) expect(await recorded(id)).toBe(0);
});

test("a broken form of findings is the sender's fault, never a fault of the portal", async () => {
  const officer = await as("ward_officer");
  const type = "multipart/form-data; boundary=7f3a9b";
  // What nothing can be read of is told at once; what names no page of ours leads to the ladder.
  for (const [contentType, body, answer] of [
    [type, "--7f3a9b\r\nhalf", [422, ""]],
    [type, "", [422, ""]],
    ["application/json", "{}", [422, ""]],
    [
      type,
      `--7f3a9b\r\nContent-Disposition: form-data; name="ref"\r\n\r\n//evil.example\r\n--7f3a9b--\r\n`,
      [303, "/rural-standard"],
    ],
  ] as const) {
    const send = (headers: object) =>
      officer.send("/api/rural-standard/findings", {
        method: "POST",
        headers: { ...headers, "content-type": contentType },
        body,
      });
    expect((await send(json)).status, body.slice(0, 60)).toBe(422);
    const back = await send(plain);
    expect([back.status, back.location], body.slice(0, 60)).toEqual(answer);
  }
});

test("a score sheet's file goes up by its ward's officer only, and comes back at the sheet's own address", async () => {
  const { sheet } = await records();
  const [officer, of] = [await as("ward_officer"), "security-models/evaluations"];
  for (const [who, status] of [
    ["anonymous", 401],
    ["leader", 403],
    ["administrator", 403],
    ["neighbour", 404],
  ] as const)
    expect(
      (await upload(who === "anonymous" ? new Visitor() : await as(who), sheet.own.id, pdf, { of })).status,
      who,
    ).toBe(status);
  const crossed = await upload(officer, sheet.own.id, pdf, {
    of,
    headers: { origin: "https://evil.example" },
  });
  expect(crossed.status).toBe(403);
  const { id, status } = await upload(officer, sheet.own.id, pdf, { of, name: "Minh chứng.pdf" });
  expect(status).toBe(200);
  const path = `/api/${of}/${sheet.own.id}/files/${id}`;
  expect((await officer.send(path)).headers).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": expect.stringMatching(/^attachment; filename="Minh chung\.pdf"/),
    "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none'/),
  });
  for (const address of [`/api/files/${id}`, `/api/${of}/${sheet.other.id}/files/${id}`])
    expect((await officer.send(address)).status, address).toBe(404);
  expect((await (await as("neighbour")).send(path)).status).toBe(404);
  await rows("UPDATE attached_file SET removed_at = now() WHERE id = $1", [id]);
  expect((await officer.send(path)).status).toBe(404);
});
