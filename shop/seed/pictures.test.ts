import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { demoStore, pictureIds, renderPicture } from './index.ts';

const pictures = demoStore.pictures;

describe('the demo pictures', () => {
  it('are one file each, upright for things and wide for scenes', () => {
    expect(new Set(pictures.map(({ src }) => src)).size).toBe(pictures.length);
    expect(pictures.filter(({ src }) => !/^demo\/[a-z0-9-]+\.svg$/.test(src))).toEqual([]);
    expect(sizesOf(/-[123]\.svg$/)).toEqual(['1200×1500']);
    expect(sizesOf(/scene-/)).toEqual(['2000×1125']);
  });

  it('are the same every time', () => {
    expect(renderPicture('tide-mug-ochre-3')).toBe(renderPicture('tide-mug-ochre-3'));
  });

  it('hold no script, no text, no style sheet and nothing from elsewhere', () => {
    const foreign = /<script|<text|<style|<image|<foreignObject|href|\son\w+=|url\((?!#)|NaN|undefined/i;
    expect(pictures.filter(({ svg }) => foreign.test(svg)).map(({ src }) => src)).toEqual([]);
  });

  it('refer only to gradients, clips and filters they define', () => {
    const broken = pictures.filter(({ svg }) => {
      const defined = new Set([...svg.matchAll(/id="(\w+)"/g)].map(([, id]) => id));
      return [...svg.matchAll(/url\(#(\w+)\)/g)].some(([, id]) => !defined.has(id));
    });
    expect(broken.map(({ src }) => src)).toEqual([]);
  });

  it('stay small: under 20 kB, scenes with many things under 40 kB', () => {
    const limit = (src: string) => (/scene-|department-/.test(src) ? 40_000 : 20_480);
    expect(
      pictures
        .filter(({ src, svg }) => svg.length > limit(src))
        .map(({ src, svg }) => `${src} ${svg.length}`),
    ).toEqual([]);
  });

  it('are all understood by sharp, in the size they say', async () => {
    const wrong: string[] = [];
    for (const { src, svg, width, height } of pictures) {
      const found = await sharp(Buffer.from(svg)).metadata();
      if (found.format !== 'svg' || found.width !== width || found.height !== height) wrong.push(src);
    }
    expect(wrong).toEqual([]);
  });

  it('show something: a thing stands out from its ground in every form', async () => {
    const ids = pictureIds().filter((id) => id.endsWith('-1'));
    const pale: string[] = [];
    for (const id of ids.filter((_, index) => index % 20 === 0)) {
      const grey = await sharp(Buffer.from(renderPicture(id)))
        .resize(48)
        .greyscale()
        .raw()
        .toBuffer();
      if (Math.max(...grey) - Math.min(...grey) < 40) pale.push(id);
    }
    expect(pale).toEqual([]);
  });

  it('names the picture that is asked for in vain', () => {
    expect(() => renderPicture('tide-mug-pink-1')).toThrow('There is no picture "tide-mug-pink-1"');
  });
});

function sizesOf(src: RegExp): string[] {
  return [
    ...new Set(
      pictures.filter((picture) => src.test(picture.src)).map(({ width, height }) => `${width}×${height}`),
    ),
  ];
}
