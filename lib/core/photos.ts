import sharp from "sharp";
import { invalid } from "./errors";
import { turns } from "./turns";

// Only what a photo may be can be read at all, whatever a file pretends to be (S31).
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});
sharp.cache(false);
sharp.concurrency(1);

/** What every stored photo keeps to. */
export const photoSide = 1_600;
export const photoBytes = 300_000;
const thumbSide = 320;

// Phones take 50 megapixels. A JPEG is shrunk while it is read; anything else stands in memory as a whole.
const mostPixels = { scaled: 52_000_000, whole: 25_000_000 };
const qualities = [82, 74, 66, 58, 50, 42, 34];
const sides = [photoSide, 1_280, 1_024, 800];

type Photo = { content: Uint8Array; width: number; height: number };

/**
 * A JPEG of at most 1600 px and 300 kB made of a JPEG, PNG or WebP: upright, in sRGB, with none of the EXIF, place,
 * colour profile or whatever else came along. Throws `invalid` on `file`: damaged, too-many-pixels.
 */
export async function makePhoto(content: Uint8Array): Promise<Photo> {
  await requireModest(content);
  for (const side of sides) {
    const { data, info } = await read(content)
      .autoOrient()
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch(damaged);
    for (const quality of qualities) {
      const made = await sharp(data, { raw: info }).jpeg({ quality }).toBuffer();
      if (made.length <= photoBytes)
        return { content: new Uint8Array(made), width: info.width, height: info.height };
    }
  }
  throw invalid("file", "damaged");
}

const thumbTurn = turns(2);

/** A photo's small picture for a grid, 320 px. */
export const makeThumb = (content: Uint8Array): Promise<Uint8Array> =>
  thumbTurn(async () => {
    const made = read(content).resize({
      width: thumbSide,
      height: thumbSide,
      fit: "inside",
      withoutEnlargement: true,
    });
    return new Uint8Array(await made.jpeg({ quality: 70 }).toBuffer());
  });

const read = (content: Uint8Array) =>
  sharp(content, { sequentialRead: true, limitInputPixels: mostPixels.scaled, pages: 1, failOn: "error" });

/** Looks at the head only: a bomb is refused before it is unpacked (S33). */
async function requireModest(content: Uint8Array) {
  // Without the limit here, so that the refusal can say what is wrong.
  const head = await sharp(content, { limitInputPixels: false }).metadata().catch(damaged);
  const scaled = head.format === "jpeg" && !head.isProgressive;
  if (head.width * head.height > (scaled ? mostPixels.scaled : mostPixels.whole))
    throw invalid("file", "too-many-pixels");
}

function damaged(): never {
  throw invalid("file", "damaged");
}
