/** `#rrggbb`. */
export type Hex = string;

/** Colour between two others, mixed in OKLab so that steps look even. `amount` 0 = `from`, 1 = `to`. */
export function mix(from: Hex, to: Hex, amount: number): Hex {
  const a = toLab(from);
  const b = toLab(to);
  return fromLab([0, 1, 2].map((i) => a[i]! + (b[i]! - a[i]!) * amount));
}

/** The colour in shadow: darker, a little quieter and warmer. `amount` 0 to 1. */
export function deepen(colour: Hex, amount: number): Hex {
  const [lightness, a, b] = toLab(colour) as [number, number, number];
  const chroma = 1 - 0.28 * amount;
  return fromLab([lightness * (1 - 0.72 * amount), a * chroma + 0.004 * amount, b * chroma + 0.006 * amount]);
}

/** The colour in warm light. `amount` 0 to 1. */
export function lift(colour: Hex, amount: number): Hex {
  return mix(colour, '#fff6e6', amount);
}

function toLab(hex: Hex): number[] {
  const [r, g, b] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab(lab: readonly number[]): Hex {
  const [lightness, a, b] = lab as [number, number, number];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map((value) => byte(gamma(value))).join('')}`;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function gamma(value: number): number {
  const clamped = Math.min(1, Math.max(0, value));
  return clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055;
}

function byte(value: number): string {
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, '0');
}
