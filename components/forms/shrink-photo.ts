/** Why a picture could not be made small here: the browser cannot read it, or it stays too heavy. */
export class ShrinkError extends Error {
  constructor(readonly code: "undecodable" | "too-heavy") {
    super(code);
  }
}

export const shrunkBytes = 300_000;
const sides = [1_600, 1_280, 1_024, 800];
const qualities = [0.82, 0.72, 0.62, 0.52, 0.42];

/**
 * A picture as a JPEG of at most 1600 px and 300 kB, upright and without what the camera wrote into it.
 * Throws ShrinkError for what this browser cannot read (HEIC, damaged files).
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    throw new ShrinkError("undecodable");
  });
  try {
    for (const side of sides) {
      const scale = Math.min(1, side / Math.max(picture.width, picture.height));
      const draw = canvasOf(Math.max(1, picture.width * scale), Math.max(1, picture.height * scale), picture);
      for (const quality of qualities) {
        const made = await draw(quality);
        if (made && made.size <= shrunkBytes) return made;
      }
    }
    throw new ShrinkError("too-heavy");
  } finally {
    picture.close();
  }
}

/** Draws once, encodes as often as asked. What is see-through becomes white, as on the server. */
function canvasOf(width: number, height: number, picture: ImageBitmap) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  const context = canvas.getContext("2d");
  if (!context) throw new ShrinkError("undecodable");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return (quality: number) =>
    new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
