import sharp from "sharp";
import { addDays, earlier } from "@/lib/core/days";
import { later, moment } from "../calendar";
import type { DemoContext } from "../context";
import { firstDay, stated } from "../distributions";
import { demoId } from "../identity";
import { chance, type Random, whole } from "../random";
import { storedFile } from "../stored-files";
import { keeperOf } from "../users";
import type { ModelLife } from "./models";
import type { PointRow } from "./points";

/** Points of one model that have a photo, at most: the wards with an account first. */
const perModel = 3;
const homesFirst = [stated.phuLoi.code, "31135"];

/** Rows of attached_file and stored_object: drawings that nobody takes for a real place, at points of the articles' models. */
export async function demoPhotos(
  context: DemoContext,
  lives: readonly ModelLife[],
  points: readonly PointRow[],
) {
  const units = new Map(context.units.all.map((unit) => [unit.id, unit]));
  const rank = ({ unitId }: PointRow) => (homesFirst.includes(units.get(unitId)?.homeCode ?? "") ? 0 : 1);
  const shown = lives
    .filter(({ named }) => named !== null)
    .flatMap(({ id }) =>
      points
        .filter(({ modelId, startedOn, endedOn }) => modelId === id && startedOn && !endedOn)
        .toSorted((a, b) => rank(a) - rank(b))
        .slice(0, perModel),
    );
  const made = await Promise.all(
    shown.map(async (point, nth) => {
      const random = context.streams("photos", point.id);
      const unit = units.get(point.unitId);
      const startedOn = point.startedOn;
      if (!unit || !startedOn) throw new Error(`no unit or day of ${point.id}`);
      const content = await drawing(random);
      const id = demoId("photo", point.id);
      const takenOn = earlier(addDays(later(startedOn, firstDay), whole(random, 10, 200)), context.today);
      return storedFile(
        {
          id,
          pointId: point.id,
          unitId: point.unitId,
          kind: "photo",
          name: `Ảnh minh họa ${nth + 1}.jpg`,
          mediaType: "image/jpeg",
          width,
          height,
          createdById: keeperOf(unit),
          createdAt: moment(takenOn, 9, whole(random, 0, 59)),
        },
        content,
      );
    }),
  );
  return made;
}

const [width, height] = [640, 480];
type Colour = readonly [number, number, number];

/** A street of flat houses under a flat sky, with the stripe that marks an example. */
async function drawing(random: Random): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  const shift = whole(random, -18, 18);
  const fill = (left: number, top: number, right: number, bottom: number, [r, g, b]: Colour) => {
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
      for (let x = Math.max(0, left); x < Math.min(width, right); x++)
        pixels.set([r + shift, g + shift, b + shift], (y * width + x) * 3);
  };
  fill(0, 0, width, 300, [196, 219, 230]);
  fill(0, 300, width, 360, [158, 178, 132]);
  fill(0, 360, width, height, [170, 168, 160]);
  for (let x = 0; x < width; x += 80) fill(x, 412, x + 40, 420, [232, 230, 220]);
  for (let left = whole(random, 10, 40); left < width - 60; ) {
    const [wide, tall] = [whole(random, 70, 130), whole(random, 80, 170)];
    const top = 320 - tall;
    fill(left, top, left + wide, 320, chance(random, 0.5) ? [222, 206, 176] : [201, 190, 196]);
    fill(left - 6, top - 14, left + wide + 6, top, [158, 92, 72]);
    for (let x = left + 12; x + 18 < left + wide; x += 32)
      fill(x, top + 18, x + 18, top + 42, [104, 128, 140]);
    fill(left + 12, 276, left + 34, 320, [120, 96, 74]);
    left += wide + whole(random, 16, 60);
  }
  for (let x = 0; x < width; x += 48) fill(x, 452, x + 24, height, [40, 92, 66]);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 78 })
    .toBuffer();
}
