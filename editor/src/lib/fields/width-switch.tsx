import { IconDeviceDesktop, IconDeviceLaptop, IconDeviceMobile, IconDeviceTablet } from '@tabler/icons-react';
import { hint } from '@vitrine/ui';
import { panelBreakpoints } from './field-variant.ts';
import { widthNames, widthReach } from './field-words.ts';
import type { FieldState } from './use-field.ts';
import css from './width-switch.module.css';

const icons = { base: IconDeviceMobile, sm: IconDeviceTablet, md: IconDeviceLaptop, lg: IconDeviceDesktop };

/** For which width the value below is. A dot: that width has a value of its own. */
export function WidthSwitch({ label, state }: { label: string; state: FieldState }) {
  return (
    <div className={css.widths} role="radiogroup" aria-label={`${label}: width`}>
      {panelBreakpoints.map((width) => {
        const Icon = icons[width];
        const isOwn = state.owns.includes(width);
        const words = `${widthNames[width]}, ${widthReach[width]}`;
        return (
          <label
            key={width}
            className={css.width}
            {...hint(`${words}: ${isOwn ? 'own value' : 'inherited'}`)}
          >
            <input
              type="radio"
              name={`${label} ${state.path}`}
              checked={state.breakpoint === width}
              onChange={() => state.setBreakpoint(width)}
              aria-label={`${words}, ${isOwn ? 'own value' : 'inherited'}`}
            />
            <Icon size={14} stroke={1.5} aria-hidden />
            {isOwn && <span className={css.dot} />}
          </label>
        );
      })}
    </div>
  );
}
