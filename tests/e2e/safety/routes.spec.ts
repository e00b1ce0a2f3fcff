import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { addresses } from "./app-folder";
import { as, type Role, roles } from "./as";
import { type Known, otherCode, ownCode, records } from "./facts";
import { type Answer, Visitor } from "./wire";

/*
 * Every address of the app folder × every role, over HTTP (S17, S18), as HTML and as the router's payload (S26).
 * A page or route that is not listed here fails the first test.
 */

test.describe.configure({ mode: "parallel" });

type Visiting = "anonymous" | Role;
const visiting: Visiting[] = ["anonymous", ...roles];
type Expected = Record<Visiting, number | "sign-in" | "home">;

const everyone: Expected = {
  anonymous: "sign-in",
  ward_officer: 200,
  ward_chief: 200,
  city_officer: 200,
  leader: 200,
  administrator: 200,
};
const wards = { ward_officer: 404, ward_chief: 404 } as const;
const notWards: Expected = { ...everyone, ...wards };
const writers: Expected = { ...everyone, leader: 403, administrator: 403 };
const writersOfOthers: Expected = { ...writers, ...wards };
const city: Expected = { ...writers, ward_officer: 403, ward_chief: 403 };
const overseers: Expected = { ...everyone, ward_officer: 403, ward_chief: 403 };
const administrators: Expected = {
  ...everyone,
  ward_officer: 403,
  ward_chief: 403,
  city_officer: 403,
  leader: 403,
};
const anybody: Expected = { ...everyone, anonymous: 200 };
const onlyWhoMayOr404 = (may: Expected): Expected =>
  Object.fromEntries(Object.entries(may).map(([who, is]) => [who, is === 200 ? 404 : is])) as Expected;

/** `mark`: words that whoever may see the page finds in it, and nobody else. */
type Case = { at: (known: Known) => string; mark?: (known: Known) => string; expected: Expected };
const fixed = (path: string, expected: Expected, mark?: string): Case => ({
  at: () => path,
  expected,
  mark: mark === undefined ? undefined : () => mark,
});
type Pair =
  | "session"
  | "plan"
  | "file"
  | "model"
  | "point"
  | "award"
  | "campaign"
  | "sheet"
  | "findingFile"
  | "safetySubject"
  | "safetyRecord"
  | "area";
const record = (kind: Pair, whose: "own" | "other", path: string, expected: Expected): Case => ({
  at: (known) => path.replace("…", known[kind][whose].id),
  mark: (known) => known[kind][whose].mark,
  expected,
});
const missing = randomUUID();
const pointFile = (whose: "own" | "other", expected: Expected): Case => ({
  at: ({ pointFile }) => `/api/security-models/points/${pointFile[whose].point}/files/${pointFile[whose].id}`,
  mark: ({ pointFile }) => pointFile[whose].mark,
  expected,
});
const sheetFile = (whose: "own" | "other", expected: Expected): Case => ({
  at: ({ sheetFile }) =>
    `/api/security-models/evaluations/${sheetFile[whose].sheet}/files/${sheetFile[whose].id}`,
  mark: ({ sheetFile }) => sheetFile[whose].mark,
  expected,
});
const registryPages = "Các trang của danh mục mô hình";

const table: Record<string, Case[]> = {
  "/": [
    fixed("/", everyone, "data-figure"),
    fixed(`/?unit=${otherCode}`, notWards, "data-figure"),
    fixed(`/?unit=${otherCode}&boundary=historical`, notWards, "data-figure"),
    fixed(`/?unit=${ownCode}`, everyone, "data-figure"),
  ],
  "/sign-in": [
    fixed("/sign-in", { ...all("home"), anonymous: 200 }),
    fixed("/sign-in?next=//evil.example", { ...all("home"), anonymous: 200 }),
  ],
  "/setup/[token]": [fixed("/setup/anything", anybody)],
  "/field": [fixed("/field", anybody)],
  "/sw.js": [fixed("/sw.js", anybody)],
  "/api/sync/v1": [fixed("/api/sync/v1", all(405))],
  "/api/readings/v1": [fixed("/api/readings/v1", all(405))],
  "/api/field/v1": [fixed("/api/field/v1", { ...writers, anonymous: 401 }, "partners")],
  "/api/health": [fixed("/api/health", anybody)],
  "/api/refused": [fixed("/api/refused", all(405))],
  "/api/files/[fileId]": [
    record("file", "own", "/api/files/…", { ...everyone, anonymous: 401 }),
    record("file", "other", "/api/files/…", { ...notWards, anonymous: 401 }),
    fixed(`/api/files/${missing}`, { ...onlyWhoMayOr404(everyone), anonymous: 401 }),
    fixed("/api/files/1", { ...onlyWhoMayOr404(everyone), anonymous: 401 }),
  ],
  "/api/outreach-sessions/[id]/files": [fixed(`/api/outreach-sessions/${missing}/files`, all(405))],
  "/api/security-models/points/export": [
    fixed("/api/security-models/points/export?q=chua", { ...everyone, anonymous: 401 }),
    fixed(`/api/security-models/points/export?unit=${otherCode}`, { ...notWards, anonymous: 401 }),
  ],
  "/api/security-models/points/[id]/files": [fixed(`/api/security-models/points/${missing}/files`, all(405))],
  "/api/security-models/points/[id]/files/[fileId]": [
    pointFile("own", { ...everyone, anonymous: 401 }),
    pointFile("other", { ...notWards, anonymous: 401 }),
    fixed(`/api/security-models/points/${missing}/files/${missing}`, {
      ...onlyWhoMayOr404(everyone),
      anonymous: 401,
    }),
    fixed("/api/security-models/points/1/files/1", { ...onlyWhoMayOr404(everyone), anonymous: 401 }),
  ],
  "/api/security-models/evaluations/[id]/points/[pointId]/files": [
    fixed(`/api/security-models/evaluations/${missing}/points/${missing}/files`, all(405)),
  ],
  "/api/security-models/evaluations/[id]/points/[pointId]/files/[fileId]": [
    sheetFile("own", { ...everyone, anonymous: 401 }),
    sheetFile("other", { ...notWards, anonymous: 401 }),
    fixed(`/api/security-models/evaluations/${missing}/points/1/files/1`, {
      ...onlyWhoMayOr404(everyone),
      anonymous: 401,
    }),
  ],
  "/api/rural-standard/findings": [fixed("/api/rural-standard/findings", all(405))],
  "/api/rural-standard/findings/files/[fileId]": [
    record("findingFile", "own", "/api/rural-standard/findings/files/…", { ...everyone, anonymous: 401 }),
    record("findingFile", "other", "/api/rural-standard/findings/files/…", { ...notWards, anonymous: 401 }),
    fixed(`/api/rural-standard/findings/files/${missing}`, { ...onlyWhoMayOr404(everyone), anonymous: 401 }),
    fixed("/api/rural-standard/findings/files/1", { ...onlyWhoMayOr404(everyone), anonymous: 401 }),
  ],
  "/account": [fixed("/account", everyone, "Phiên đang mở")],
  "/account/password": [fixed("/account/password", everyone, "Mật khẩu đang dùng")],
  "/outreach-sessions": [
    fixed("/outreach-sessions", everyone, "data-figure"),
    fixed(`/outreach-sessions?unit=${otherCode}`, notWards, "data-figure"),
    fixed(`/outreach-sessions?unit=${ownCode}`, everyone, "data-figure"),
  ],
  "/outreach-sessions/totals": [
    fixed("/outreach-sessions/totals", everyone, "data-figure"),
    fixed(`/outreach-sessions/totals?unit=${otherCode}`, notWards, "data-figure"),
    fixed(`/outreach-sessions/totals?unit=${ownCode}&boundary=historical`, everyone, "data-figure"),
  ],
  "/outreach-sessions/new": [fixed("/outreach-sessions/new", writers, "Lưu cuộc tuyên truyền")],
  "/outreach-sessions/grid": [fixed("/outreach-sessions/grid", writers, "Mở biểu mẫu")],
  "/outreach-sessions/paste": [fixed("/outreach-sessions/paste", writers, "Không gì được lưu tự động")],
  "/outreach-sessions/[id]": [
    record("session", "own", "/outreach-sessions/…", everyone),
    record("session", "other", "/outreach-sessions/…", notWards),
    fixed(`/outreach-sessions/${missing}`, onlyWhoMayOr404(everyone)),
    fixed("/outreach-sessions/1", onlyWhoMayOr404(everyone)),
  ],
  "/outreach-sessions/[id]/edit": [
    record("session", "own", "/outreach-sessions/…/edit", writers),
    record("session", "other", "/outreach-sessions/…/edit", writersOfOthers),
    fixed(`/outreach-sessions/${missing}/edit`, onlyWhoMayOr404(writers)),
  ],
  "/outreach-sessions/calendar": [
    fixed("/outreach-sessions/calendar", everyone, "14 ngày tới"),
    fixed(`/outreach-sessions/calendar?unit=${otherCode}`, notWards, "14 ngày tới"),
  ],
  "/outreach-sessions/plans/new": [fixed("/outreach-sessions/plans/new", writers, "Lưu kế hoạch")],
  "/outreach-sessions/plans/[id]": [
    record("plan", "own", "/outreach-sessions/plans/…", everyone),
    record("plan", "other", "/outreach-sessions/plans/…", notWards),
  ],
  "/outreach-sessions/plans/[id]/edit": [
    record("plan", "own", "/outreach-sessions/plans/…/edit", writers),
    record("plan", "other", "/outreach-sessions/plans/…/edit", writersOfOthers),
  ],
  "/outreach-sessions/templates": [fixed("/outreach-sessions/templates", writers, "Thêm mẫu")],
  "/security-models": [
    fixed("/security-models", everyone, "data-figure"),
    fixed(`/security-models?unit=${otherCode}`, notWards, "data-figure"),
  ],
  "/security-models/movement": [
    fixed("/security-models/movement", everyone, "data-figure"),
    fixed(`/security-models/movement?unit=${otherCode}`, notWards, "data-figure"),
    fixed(`/security-models/movement?unit=${ownCode}&boundary=historical`, everyone, "data-figure"),
  ],
  "/security-models/movement/rows": [
    fixed("/security-models/movement/rows?measure=points", everyone, "data-figure"),
    fixed(`/security-models/movement/rows?measure=points&unit=${otherCode}`, notWards, "data-figure"),
  ],
  "/security-models/radar": [
    fixed("/security-models/radar", everyone, "data-figure"),
    fixed(`/security-models/radar?unit=${otherCode}`, notWards, "data-figure"),
  ],
  "/security-models/new": [fixed("/security-models/new", city, "Lưu mô hình")],
  "/security-models/[id]": [
    record("model", "own", "/security-models/…", everyone),
    record("model", "other", "/security-models/…", notWards),
    record("model", "own", `/security-models/…?unit=${otherCode}`, notWards),
    fixed(`/security-models/${missing}`, onlyWhoMayOr404(everyone)),
  ],
  "/security-models/[id]/edit": [
    record("model", "own", "/security-models/…/edit", city),
    fixed(`/security-models/${missing}/edit`, onlyWhoMayOr404(city)),
  ],
  "/security-models/[id]/recognitions": [
    record("model", "own", "/security-models/…/recognitions", everyone),
    record("model", "other", "/security-models/…/recognitions", notWards),
    fixed(`/security-models/${missing}/recognitions`, onlyWhoMayOr404(everyone)),
  ],
  "/security-models/[id]/recognitions/new": [
    record("model", "own", "/security-models/…/recognitions/new", city),
    fixed(`/security-models/${missing}/recognitions/new`, onlyWhoMayOr404(writers)),
  ],
  "/security-models/[id]/replication": [
    record("model", "own", "/security-models/…/replication", everyone),
    record("model", "other", "/security-models/…/replication", notWards),
    fixed(`/security-models/${missing}/replication`, onlyWhoMayOr404(everyone)),
  ],
  "/security-models/[id]/merge": [
    record("model", "own", "/security-models/…/merge", city),
    fixed(`/security-models/${missing}/merge`, onlyWhoMayOr404(city)),
  ],
  "/security-models/[id]/delete": [
    record("model", "own", "/security-models/…/delete", city),
    fixed(`/security-models/${missing}/delete`, onlyWhoMayOr404(city)),
  ],
  "/security-models/replication": [
    fixed("/security-models/replication", everyone, registryPages),
    fixed(`/security-models/replication?view=models&unit=${ownCode}`, everyone, registryPages),
    fixed(`/security-models/replication?view=models&unit=${otherCode}`, notWards, registryPages),
  ],
  "/security-models/[id]/points/new": [
    record("model", "own", "/security-models/…/points/new", writers),
    fixed(`/security-models/${missing}/points/new`, onlyWhoMayOr404(writers)),
  ],
  "/security-models/readings": [
    fixed("/security-models/readings", everyone, "data-figure"),
    fixed(`/security-models/readings?unit=${otherCode}`, notWards, "data-figure"),
    record("model", "other", "/security-models/readings?model=…", notWards),
    fixed(`/security-models/readings?model=${missing}`, onlyWhoMayOr404(everyone)),
  ],
  "/security-models/[id]/indicators": [
    record("model", "own", "/security-models/…/indicators", everyone),
    record("model", "other", "/security-models/…/indicators", notWards),
    fixed(`/security-models/${missing}/indicators`, onlyWhoMayOr404(everyone)),
  ],
  "/security-models/[id]/indicators/new": [
    record("model", "own", "/security-models/…/indicators/new", city),
    fixed(`/security-models/${missing}/indicators/new`, onlyWhoMayOr404(city)),
  ],
  "/security-models/[id]/indicators/[indicatorId]": [
    {
      at: ({ indicator }) => `/security-models/${indicator.modelId}/indicators/${indicator.id}`,
      expected: everyone,
    },
    fixed(`/security-models/${missing}/indicators/${missing}`, onlyWhoMayOr404(everyone)),
  ],
  "/security-models/[id]/indicators/[indicatorId]/edit": [
    {
      at: ({ indicator }) => `/security-models/${indicator.modelId}/indicators/${indicator.id}/edit`,
      expected: city,
    },
    fixed(`/security-models/${missing}/indicators/${missing}/edit`, onlyWhoMayOr404(city)),
  ],
  "/security-models/points/new": [fixed("/security-models/points/new", writers, "Lưu điểm mô hình")],
  "/security-models/points": [
    fixed("/security-models/points", everyone, "data-figure"),
    fixed(`/security-models/points?unit=${otherCode}`, notWards, "data-figure"),
    fixed(`/security-models/points?unit=${ownCode}&boundary=historical`, everyone, "data-figure"),
    {
      at: ({ model }) => `/security-models/points?model=${model.other.id}`,
      mark: ({ model }) => model.other.mark,
      expected: notWards,
    },
    {
      at: ({ model }) => `/security-models/points?status=all&model=${model.own.id}`,
      mark: ({ model }) => model.own.mark,
      expected: everyone,
    },
    fixed(`/security-models/points?model=${missing}`, onlyWhoMayOr404(everyone)),
  ],
  "/security-models/points/bulk": [
    fixed("/security-models/points/bulk?q=chua", writers, "Chọn việc cần làm"),
    fixed(`/security-models/points/bulk?unit=${otherCode}`, writersOfOthers, "Chọn việc cần làm"),
    fixed(`/security-models/points/bulk?act=suspend&unit=${otherCode}`, writersOfOthers),
  ],
  "/security-models/points/[pointId]": [
    record("point", "own", "/security-models/points/…", everyone),
    record("point", "other", "/security-models/points/…", notWards),
    fixed(`/security-models/points/${missing}`, onlyWhoMayOr404(everyone)),
  ],
  "/security-models/points/[pointId]/edit": [
    record("point", "own", "/security-models/points/…/edit", writers),
    record("point", "other", "/security-models/points/…/edit", writersOfOthers),
  ],
  "/security-models/points/[pointId]/steps/[kind]": [
    record("point", "own", "/security-models/points/…/steps/suspend", writers),
    record("point", "other", "/security-models/points/…/steps/suspend", writersOfOthers),
    record("point", "own", "/security-models/points/…/steps/finish", city),
    record("point", "own", "/security-models/points/…/steps/approve", city),
    fixed(`/security-models/points/${missing}/steps/suspend`, onlyWhoMayOr404(writers)),
    fixed(`/security-models/points/${missing}/steps/nothing`, onlyWhoMayOr404(writers)),
  ],
  "/security-models/evaluations": [
    fixed("/security-models/evaluations", everyone, "Phải xếp loại"),
    fixed(`/security-models/evaluations?unit=${otherCode}`, notWards, "Phải xếp loại"),
  ],
  "/security-models/evaluations/new": [fixed("/security-models/evaluations/new", city, "Mở đợt này")],
  "/security-models/evaluations/[id]": [
    record("campaign", "own", "/security-models/evaluations/…", everyone),
    record("campaign", "own", `/security-models/evaluations/…?unit=${otherCode}`, notWards),
    fixed(`/security-models/evaluations/${missing}`, onlyWhoMayOr404(everyone)),
  ],
  "/security-models/evaluations/[id]/edit": [
    record("campaign", "own", "/security-models/evaluations/…/edit", city),
    fixed(`/security-models/evaluations/${missing}/edit`, onlyWhoMayOr404(city)),
  ],
  "/security-models/evaluations/[id]/points/[pointId]": [
    record("sheet", "own", "/security-models/evaluations/…", everyone),
    record("sheet", "other", "/security-models/evaluations/…", notWards),
    fixed(`/security-models/evaluations/${missing}/points/${missing}`, onlyWhoMayOr404(everyone)),
  ],
  "/awards": [
    fixed("/awards", everyone, "data-figure"),
    fixed(`/awards?unit=${otherCode}`, notWards, "data-figure"),
  ],
  "/awards/new": [fixed("/awards/new", city, "Lưu khen thưởng")],
  "/awards/[id]": [
    record("award", "own", "/awards/…", everyone),
    record("award", "other", "/awards/…", notWards),
    fixed(`/awards/${missing}`, onlyWhoMayOr404(everyone)),
  ],
  "/awards/[id]/edit": [
    record("award", "own", "/awards/…/edit", city),
    fixed(`/awards/${missing}/edit`, onlyWhoMayOr404(city)),
  ],
  "/rural-standard": [
    fixed("/rural-standard", everyone),
    fixed(`/rural-standard?unit=${otherCode}`, notWards),
  ],
  "/rural-standard/new": [
    fixed("/rural-standard/new", city, "Lưu công nhận"),
    {
      at: ({ commune }) => `/rural-standard/new?unit=${commune.ref}`,
      mark: ({ commune }) => commune.mark,
      expected: city,
    },
  ],
  "/rural-standard/[ref]": [
    {
      at: ({ commune }) => `/rural-standard/${commune.ref}`,
      mark: ({ commune }) => commune.mark,
      expected: notWards,
    },
    fixed("/rural-standard/..%2f..%2fetc%2fpasswd", onlyWhoMayOr404(everyone)),
  ],
  "/rural-standard/[ref]/findings/new": [
    {
      at: ({ commune }) => `/rural-standard/${commune.ref}/findings/new`,
      mark: ({ commune }) => commune.mark,
      expected: writersOfOthers,
    },
    fixed(`/rural-standard/${ownCode}/findings/new`, writers, "Lưu đánh giá"),
    fixed(`/rural-standard/${otherCode}/findings/new`, writersOfOthers, "Lưu đánh giá"),
  ],
  "/rural-standard/progress": [
    fixed("/rural-standard/progress", everyone),
    fixed(`/rural-standard/progress?unit=${otherCode}`, notWards),
  ],
  "/rural-standard/criteria": [
    fixed("/rural-standard/criteria", everyone, "QĐ 51/2025/QĐ-TTg"),
    fixed("/rural-standard/criteria?set=no-such-set", onlyWhoMayOr404(everyone)),
  ],
  "/rural-standard/urban": [
    fixed("/rural-standard/urban", everyone, "urban.base"),
    fixed(`/rural-standard/urban?unit=${otherCode}`, notWards, "urban.base"),
  ],
  "/rural-standard/urban/new": [fixed("/rural-standard/urban/new", city, "Lưu công nhận")],
  "/rural-standard/urban/[ref]": [
    fixed(`/rural-standard/urban/${ownCode}`, everyone, "Phú Lợi"),
    fixed(`/rural-standard/urban/${otherCode}`, notWards, "Ninh Kiều"),
    fixed("/rural-standard/urban/..%2f..%2fetc%2fpasswd", onlyWhoMayOr404(everyone)),
  ],
  "/safety-standard": [
    fixed("/safety-standard", everyone, "Phú Lợi"),
    fixed(`/safety-standard?unit=${otherCode}`, notWards),
    fixed("/safety-standard?year=1&boundary=x", everyone),
  ],
  "/safety-standard/[ref]": [
    fixed(`/safety-standard/${ownCode}`, everyone, "Phú Lợi"),
    fixed(`/safety-standard/${otherCode}`, notWards, "Ninh Kiều"),
    fixed(`/safety-standard/${ownCode}?year=2023`, everyone, "Phú Lợi"),
    fixed("/safety-standard/..%2f..%2fetc%2fpasswd", onlyWhoMayOr404(everyone)),
  ],
  "/safety-standard/[ref]/register": [
    fixed(`/safety-standard/${ownCode}/register`, writers),
    fixed(`/safety-standard/${otherCode}/register`, writersOfOthers),
    fixed(`/safety-standard/${ownCode}/register?year=2023`, onlyWhoMayOr404(writers)),
  ],
  "/safety-standard/[ref]/propose": [
    fixed(`/safety-standard/${ownCode}/propose`, writers),
    fixed(`/safety-standard/${otherCode}/propose`, writersOfOthers),
  ],
  "/safety-standard/[ref]/recognize": [
    fixed(`/safety-standard/${ownCode}/recognize`, { ...writers, ward_officer: 403 }),
    fixed(`/safety-standard/${otherCode}/recognize`, writersOfOthers),
  ],
  "/safety-standard/records": [
    fixed("/safety-standard/records", everyone),
    fixed(`/safety-standard/records?unit=${otherCode}`, notWards),
  ],
  "/safety-standard/records/[id]": [
    record("safetyRecord", "own", "/safety-standard/records/…", everyone),
    record("safetyRecord", "other", "/safety-standard/records/…", notWards),
    fixed(`/safety-standard/records/${missing}`, onlyWhoMayOr404(everyone)),
    fixed("/safety-standard/records/x", onlyWhoMayOr404(everyone)),
  ],
  "/safety-standard/subjects": [
    fixed("/safety-standard/subjects", everyone),
    fixed(`/safety-standard/subjects?unit=${otherCode}`, notWards),
  ],
  "/safety-standard/subjects/new": [
    fixed("/safety-standard/subjects/new", writers, "Lưu vào danh sách"),
    fixed(`/safety-standard/subjects/new?unit=${otherCode}`, writersOfOthers),
  ],
  "/safety-standard/subjects/[id]": [
    record("safetySubject", "own", "/safety-standard/subjects/…", everyone),
    record("safetySubject", "other", "/safety-standard/subjects/…", notWards),
    fixed(`/safety-standard/subjects/${missing}`, onlyWhoMayOr404(everyone)),
  ],
  "/safety-standard/thresholds": [fixed("/safety-standard/thresholds", everyone, "124/2021/TT-BCA")],
  "/units": [fixed("/units", everyone, "Phú Lợi")],
  "/units/[ref]": [
    fixed(`/units/${ownCode}`, everyone, "Phú Lợi"),
    fixed(`/units/${otherCode}`, notWards, "Ninh Kiều"),
    fixed("/units/..%2f..%2fetc%2fpasswd", onlyWhoMayOr404(everyone)),
    fixed(`/units/${ownCode}'--`, onlyWhoMayOr404(everyone)),
    fixed(`/units/${ownCode}?asOf=2025-05-15`, everyone, "Phường 3"),
    fixed("/units/31312@2025-06-30?boundary=historical", notWards, "Huyện Phong Điền"),
  ],
  "/units/[ref]/facts": [
    fixed(`/units/${ownCode}/facts`, everyone, "95.516"),
    fixed(`/units/${otherCode}/facts`, notWards, "Công văn 2896/BNV-CQĐP"),
  ],
  "/units/[ref]/edit": [
    fixed(`/units/${ownCode}/edit`, writers, "Ghi chức vụ"),
    fixed(`/units/${otherCode}/edit`, writersOfOthers, "Ghi chức vụ"),
  ],
  "/units/changes": [fixed("/units/changes", overseers, "Mỗi thay đổi theo một quyết định")],
  "/units/changes/new": [
    fixed("/units/changes/new", administrators, "Giữ nguyên địa giới, đổi tên"),
    fixed("/units/changes/new?kind=split", administrators, "Đơn vị bị chia tách"),
    fixed("/units/changes/new?kind=nothing", administrators, "Giữ nguyên địa giới, đổi tên"),
  ],
  "/units/changes/[id]": [
    {
      at: ({ change }) => `/units/changes/${change.id}`,
      mark: ({ change }) => change.mark,
      expected: overseers,
    },
    fixed(`/units/changes/${missing}`, { ...onlyWhoMayOr404(overseers) }),
    fixed("/units/changes/nothing", onlyWhoMayOr404(overseers)),
  ],
  "/units/[ref]/areas": [
    fixed(`/units/${ownCode}/areas`, everyone, "data-figure"),
    fixed(`/units/${otherCode}/areas`, notWards, "data-figure"),
    fixed(`/units/${ownCode}'--/areas`, onlyWhoMayOr404(everyone)),
  ],
  "/units/[ref]/areas/new": [
    fixed(`/units/${ownCode}/areas/new`, writers, "Lưu khu dân cư"),
    fixed(`/units/${otherCode}/areas/new`, writersOfOthers, "Lưu khu dân cư"),
  ],
  "/units/areas/import": [
    fixed("/units/areas/import", writers, "Cổng đọc từng dòng trước"),
    fixed(`/units/areas/import?unit=${otherCode}`, writersOfOthers, "Cổng đọc từng dòng trước"),
  ],
  "/units/areas/[id]": [
    record("area", "own", "/units/areas/…", everyone),
    record("area", "other", "/units/areas/…", notWards),
    fixed(`/units/areas/${missing}`, onlyWhoMayOr404(everyone)),
    fixed("/units/areas/1", onlyWhoMayOr404(everyone)),
  ],
  "/units/areas/[id]/edit": [
    record("area", "own", "/units/areas/…/edit", writers),
    record("area", "other", "/units/areas/…/edit", writersOfOthers),
    fixed(`/units/areas/${missing}/edit`, onlyWhoMayOr404(writers)),
  ],
  "/map": [
    fixed("/map", everyone, "data-figure"),
    fixed(`/map?figure=population&boundary=historical&unit=${otherCode}`, everyone, "data-figure"),
    fixed("/map?figure=points&as=bubbles", everyone, "data-figure"),
  ],
  "/map/boundaries": [fixed("/map/boundaries", administrators, "Tải lên và xem trước")],
  "/map/boundaries/[id]": [
    {
      at: ({ boundarySet }) => `/map/boundaries/${boundarySet.id}`,
      mark: ({ boundarySet }) => boundarySet.mark,
      expected: administrators,
    },
    fixed(`/map/boundaries/${missing}`, onlyWhoMayOr404(administrators)),
    fixed("/map/boundaries/1", onlyWhoMayOr404(administrators)),
  ],
  "/api/map/boundaries": [fixed("/api/map/boundaries", all(405))],
  "/users": [fixed("/users", administrators, "Cán bộ Ninh Kiều (minh họa)")],
  "/users/new": [fixed("/users/new", administrators, "Mật khẩu một lần hiện ra sau khi tạo")],
  "/users/[id]": [
    { at: ({ user }) => `/users/${user.id}`, mark: ({ user }) => user.mark, expected: administrators },
    fixed(`/users/${missing}`, onlyWhoMayOr404(administrators)),
  ],
  "/users/[id]/edit": [
    { at: ({ user }) => `/users/${user.id}/edit`, mark: ({ user }) => user.mark, expected: administrators },
  ],
  "/policy": [fixed("/policy", administrators, "Xem bảng phân quyền")],
  "/audit": [fixed("/audit", administrators, "outcome")],
};

function all(expected: number | "home"): Expected {
  return Object.fromEntries(visiting.map((who) => [who, expected])) as Expected;
}

const visitor = async (who: Visiting) => (who === "anonymous" ? new Visitor() : as(who));
const outcome = ({ status, location }: Answer) =>
  status !== 307
    ? status
    : location.startsWith("/sign-in")
      ? "sign-in"
      : location === "/"
        ? "home"
        : location;

test("every page and route of the app folder is listed", () => {
  expect(addresses.length).toBeGreaterThan(30);
  expect([...addresses].sort()).toEqual(Object.keys(table).sort());
});

for (const who of visiting)
  test(`${who} gets from every address exactly what the table says`, async () => {
    const [known, self] = [await records(), await visitor(who)];
    const wrong: string[] = [];
    for (const { at, expected, mark } of Object.values(table).flat()) {
      const answer = await self.send(at(known));
      const was = outcome(answer);
      if (was !== expected[who]) wrong.push(`${at(known)}: ${was}, expected ${expected[who]}`);
      const shown = mark && answer.body.includes(mark(known));
      if (shown !== undefined && shown !== (expected[who] === 200))
        wrong.push(`${at(known)}: "${mark?.(known)}" is ${shown ? "shown" : "missing"}`);
    }
    expect(wrong).toEqual([]);
  });

/** The ways the router asks for less than a page: all of it, a prefetch, one segment, the innermost part only. */
const leaf = encodeURIComponent(
  JSON.stringify(["", { children: ["(portal)", { children: ["__PAGE__", {}, null, "refetch"] }] }]),
);
const asked: Record<string, string>[] = [
  {},
  { "next-router-prefetch": "1" },
  { "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { "next-router-state-tree": leaf, "next-url": "/" },
];

for (const who of ["anonymous", "ward_officer", "leader"] as const)
  test(`the router's payload gives ${who} nothing that the page does not`, async () => {
    const [known, self] = [await records(), await visitor(who)];
    const wrong: string[] = [];
    for (const { at, expected, mark } of Object.values(table).flat()) {
      if (!mark) continue;
      for (const headers of expected[who] === 200 ? [{}] : asked) {
        const answer = await self.payload(at(known), headers);
        if (answer.body.includes(mark(known)) !== (expected[who] === 200))
          wrong.push(`${at(known)} ${Object.keys(headers)}: ${answer.status} ${answer.body.slice(0, 200)}`);
      }
      const suffixed = await self.send(at(known).replace(/(?=\?|$)/, ".rsc"));
      if (expected[who] !== 200 && suffixed.body.includes(mark(known))) wrong.push(`${at(known)} as .rsc`);
    }
    expect(wrong).toEqual([]);
  });

test("no other spelling of an address gives data to the anonymous", async () => {
  const [known, stranger] = [await records(), new Visitor()];
  const { id, mark } = known.session.own;
  const spellings = [
    `/outreach-sessions/${id}.rsc`,
    `/outreach-sessions/${id}.json`,
    `/outreach-sessions/${id}.segments/_tree.segment.rsc`,
    `/_next/data/build/outreach-sessions/${id}.json`,
    `//outreach-sessions/${id}`,
    `/./outreach-sessions/${id}`,
    `/api/../outreach-sessions/${id}`,
    `/api/%2e%2e/outreach-sessions/${id}`,
    `/outreach-sessions/${id}/`,
    `/outreach-sessions/${id}%00`,
    `/OUTREACH-SESSIONS/${id}`,
    `/(portal)/outreach-sessions/${id}`,
    `/_next/static/../../outreach-sessions/${id}`,
    `/favicon.ico/../outreach-sessions/${id}`,
    `/fonts/..%2foutreach-sessions/${id}`,
    `/_next/image?url=%2Foutreach-sessions%2F${id}&w=64&q=75`,
  ];
  for (const path of spellings) {
    for (const answer of [await stranger.send(path), await stranger.payload(path)]) {
      expect(answer.status, path).toBeLessThan(500);
      expect(answer.body, path).not.toContain(mark);
      if (answer.headers["content-type"]?.includes("html")) expect(answer.status, path).not.toBe(200);
    }
  }
});

test("files beside the pages are not served", async () => {
  const stranger = new Visitor();
  for (const path of [
    "/package.json",
    "/.env",
    "/.git/config",
    "/lib/core/policy.ts",
    "/_next/../package.json",
    "/_next/static/..%2f..%2f..%2fpackage.json",
    "/_next/static/%2e%2e/%2e%2e/server/app-paths-manifest.json",
    "/_next/server/app-paths-manifest.json",
    "/_next/static/chunks/../../server/middleware-manifest.json",
  ]) {
    const { status, body } = await stranger.send(path);
    expect(status, path).toBeGreaterThanOrEqual(400);
    expect(status, path).toBeLessThan(500);
    expect(body, path).not.toMatch(/"(name|version|pages|middleware)":/);
  }
});

const parameters = (
  "unit from to period boundary asOf view q kind channel topic cursor block field principle force level state page " +
  "model site grade origin indicator least most startedFrom startedTo sort cols act on to changed form recipientKind after base province type verdict role status user action outcome subject saved removed next"
).split(" ");
const junk: Record<string, string> = {
  NUL: "%00",
  quote: "%27%20OR%201%3D1--",
  "half a pair": "%ED%A0%80",
  "overlong dots": "%C0%AE%C0%AE%2F",
  percent: "%25",
  backslash: "%5C",
  prototype: "__proto__",
  constructor: "constructor",
  negative: "-1",
  huge: "99999999999999999999",
  object: "%5Bobject%20Object%5D",
  emoji: "%F0%9F%98%80".repeat(4),
  "a day that is none": "2025-02-30",
  "the first day": "0001-01-01",
  "the last day": "9999-12-31",
  "a cursor": "2025-99-99_00000000-0000-0000-0000-000000000000",
  "another cursor": "2025-01-01T99:00:00.000Z_999999999999999999",
};
const views = [
  ...["/", "/outreach-sessions", "/security-models", "/awards", "/rural-standard", "/units"],
  ...["/safety-standard", "/safety-standard/records", "/safety-standard/subjects"],
  ...["/security-models/points", "/security-models/points/bulk"],
];

for (const [name, value] of Object.entries(junk))
  test(`parameters full of ${name} break no page`, async () => {
    const [officer, administrator] = [await as("ward_officer"), await as("administrator")];
    const query = parameters.map((key) => `${key}=${value}`).join("&");
    const list = parameters.map((key) => `${key}[]=${value}&${key}.x=${value}`).join("&");
    for (const path of views) {
      expect((await officer.send(`${path}?${query}`)).status, path).toBeLessThan(500);
      expect((await officer.send(`${path}?${list}`)).status, path).toBe(200);
    }
    for (const path of ["/users", "/audit", "/units/changes", "/units/changes/new"])
      expect((await administrator.send(`${path}?${query}`)).status, path).toBe(200);
  });

test("spans of days nobody means break no page and hold nobody up", async () => {
  const city = await as("city_officer");
  for (const span of [
    "from=0001-01-01&to=0001-01-02",
    "from=0001-01-01&to=9999-12-31",
    "from=1975-01-01&to=9999-12-31",
    "from=9000-01-01&to=9999-12-31",
    "from=2026-12-31&to=2025-01-01",
    "period=r9999&asOf=9999-12-31",
    "period=2025-m99&asOf=0001-01-01",
  ])
    for (const path of ["/", "/outreach-sessions", "/awards"]) {
      const start = Date.now();
      const { status, body } = await city.send(`${path}?${span}`);
      expect(status, `${path}?${span}`).toBe(200);
      expect(body.length, `${path}?${span}`).toBeLessThan(2_000_000);
      expect(Date.now() - start, `${path}?${span}`).toBeLessThan(8_000);
    }
});

test("another ward's unit opens nothing, however it is named", async () => {
  const officer = await as("ward_officer");
  for (const path of [
    "/",
    "/outreach-sessions",
    "/security-models",
    "/awards",
    "/rural-standard",
    "/safety-standard",
  ])
    for (const query of [
      `unit=${otherCode}@2025-07-01`,
      `unit=${otherCode}&unit=${ownCode}`,
      `unit=${otherCode}&boundary=historical&q=a`,
      `unit=%33${otherCode.slice(1)}`,
      "unit=31117@2025-06-30&boundary=historical",
    ])
      expect((await officer.send(`${path}?${query}`)).status, `${path}?${query}`).toBe(404);
  // Twice: the first counts, and it is one's own.
  expect((await officer.send(`/?unit=${ownCode}&unit=${otherCode}`)).status).toBe(200);
});

test("addresses that are no addresses are told so, at once", async () => {
  const [officer, stranger] = [await as("ward_officer"), new Visitor()];
  for (const path of [
    "/units/%00",
    "/rural-standard/%00",
    "/outreach-sessions/%00",
    "/units/31510@0000-00-00",
  ])
    expect((await officer.send(path)).status, path).toBe(404);
  for (const path of ["/units/%E0%A4%A", "/setup/%E0%A4%A", "/%"])
    expect((await stranger.send(path)).status, path).toBe(400);
  // Thousands of parameters would take seconds of the one process, from anybody.
  for (const query of ["b&".repeat(6_000), "a=1&".repeat(3_000)]) {
    const start = Date.now();
    expect((await stranger.send(`/sign-in?${query}`)).status).toBe(414);
    expect(Date.now() - start).toBeLessThan(2_000);
  }
});
