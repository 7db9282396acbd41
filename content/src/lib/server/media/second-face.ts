/** What else the bytes after a picture could be read as; `undefined` when nothing. */
export function secondFace(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1').toLowerCase();
  const found =
    ANYWHERE.find(([mark]) => text.includes(mark)) ?? ATOP.find(([mark]) => text.startsWith(mark));
  return found?.[1];
}

/** A document may begin anywhere in the first kilobyte of a file, also inside a comment of a picture. */
export function hidesDocument(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes('%PDF-');
}

const ANYWHERE = [
  ['<script', 'a script'],
  ['<!doctype', 'a web page'],
  ['<html', 'a web page'],
  ['<svg', 'a second picture with scripts'],
  ['<?php', 'a program'],
  ['%pdf-', 'a document'],
  ['pk\x03\x04', 'an archive'],
  ['pk\x05\x06', 'an archive'],
  ['rar!\x1a', 'an archive'],
  ["7z\xbc\xaf'\x1c", 'an archive'],
  ['\x7felf', 'a program'],
] as const;

const ATOP = [
  ['mz', 'a program'],
  ['#!', 'a program'],
  ['\xca\xfe\xba\xbe', 'a program'],
  ['\x1f\x8b', 'an archive'],
] as const;
