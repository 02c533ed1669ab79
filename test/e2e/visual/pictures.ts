import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import sharp, { type Sharp } from 'sharp';

const ROOT = resolve(import.meta.dirname, '../../..');
export const BASELINES: string = join(ROOT, 'test/e2e/visual/baselines');
/** Where a picture that is not as it was is laid beside the one that it was. */
export const DIFFERENCES: string = join(ROOT, '.cache/visual');

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel. */
  readonly data: Buffer;
}

/** So far a colour may be off: what packing a picture costs, and the edges of letters. */
const COLOUR = 32;
/** So many pixels of a picture may be: a caret, a rounded corner. One word more in a card is some thousand of a million. */
const MAX_SHARE = 0.0008;

const raw = async (image: Sharp): Promise<Picture> => {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};

/** As large as it is: the docs show these too, and there they are to be read. */
export const pictureOf = (screenshot: Uint8Array): Promise<Picture> => raw(sharp(screenshot));

const imageOf = ({ data, width, height }: Picture): Sharp =>
  sharp(data, { raw: { width, height, channels: 3 } });
const fileOf = (name: string): string => join(BASELINES, `${name}.webp`);

export const readBaseline = (name: string): Promise<Picture> => raw(sharp(readFileSync(fileOf(name))));

export async function writeBaseline(name: string, picture: Picture): Promise<void> {
  mkdirSync(BASELINES, { recursive: true });
  writeFileSync(
    fileOf(name),
    await imageOf(picture).webp({ nearLossless: true, quality: 40, effort: 6 }).toBuffer(),
  );
}

/** Which pixels are another colour than before; a picture of another size is other all over. */
export function compare(before: Picture, now: Picture): { share: number; marks: Uint8Array } {
  const { width, height } = now;
  const marks = new Uint8Array(width * height);
  if (before.width !== width || before.height !== height) return { share: 1, marks: marks.fill(1) };
  let count = 0;
  for (let i = 0; i < marks.length; i++) {
    const at = i * 3;
    const off = [0, 1, 2].some((c) => Math.abs(before.data[at + c]! - now.data[at + c]!) > COLOUR);
    if (off) {
      marks[i] = 1;
      count++;
    }
  }
  return { share: count / marks.length, marks };
}

export const isSame = ({ share }: { share: number }): boolean => share <= MAX_SHARE;

/** Before, now, and what is other, in red on what is now. */
export async function writeDifference(
  name: string,
  before: Picture,
  now: Picture,
  marks: Uint8Array,
): Promise<string> {
  const red = Buffer.from(now.data.map((value) => Math.round(160 + value * 0.35)));
  marks.forEach((marked, i) => {
    if (marked) red.set([200, 0, 0], i * 3);
  });
  const file = join(DIFFERENCES, `${name}.png`);
  mkdirSync(dirname(file), { recursive: true });
  const gap = 8;
  const parts = await Promise.all(
    [before, now, { ...now, data: red }].map((one) => imageOf(one).png().toBuffer()),
  );
  const widths = [before.width, now.width, now.width];
  await sharp({
    create: {
      width: before.width + 2 * now.width + 2 * gap,
      height: Math.max(before.height, now.height),
      channels: 3,
      background: '#888',
    },
  })
    .composite(
      parts.map((input, i) => ({
        input,
        top: 0,
        left: widths.slice(0, i).reduce((sum, width) => sum + width + gap, 0),
      })),
    )
    .png()
    .toFile(file);
  return file;
}
