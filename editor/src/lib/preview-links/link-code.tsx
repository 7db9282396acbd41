import { encode } from 'uqr';
import css from './preview-links.module.css';

/** Modules of white around a code, so that cameras find it; always dark on white, whatever the colour scheme. */
const QUIET = 4;

/** Characters. A longer address makes a code too fine for a camera. */
const LONGEST = 1500;

/** A link as a code that phones read with their cameras. */
export function LinkCode({ address }: { address: string }) {
  if (address.length > LONGEST) return null;
  const { data, size } = encode(address, { border: QUIET, ecc: 'L' });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <figure className={css.code}>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label="QR code of the link"
        shapeRendering="crispEdges"
      >
        <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
        <path fill="#000" d={dark.join('')} />
      </svg>
      <figcaption>Point a phone’s camera at it to look at the page there.</figcaption>
    </figure>
  );
}
