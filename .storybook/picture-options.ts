import { join } from 'node:path'

/**
 * How like a picture has to be. Another Chromium draws the edges of letters a little differently, with the same font;
 * what moves, grows or changes its colour is more than that.
 */
export const pictureOptions = {
  comparatorName: 'pixelmatch',
  comparatorOptions: { threshold: 0.2, allowedMismatchedPixelRatio: 0.01 },
  resolveScreenshotPath: ({ root, arg, ext }: { root: string; arg: string; ext: string }) =>
    join(root, '.storybook/pictures', `${arg}${ext}`),
} as const
