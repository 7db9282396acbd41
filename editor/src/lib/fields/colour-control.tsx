import { hint } from '@vitrine/ui';
import css from './colour-control.module.css';
import type { ControlProps } from './control.ts';
import { useFieldTools } from './field-tools.tsx';

/** Swatches of the theme. Radio buttons, so that arrow keys and assistive technology need nothing of ours. */
export function ColourControl(props: ControlProps<string>) {
  const { value, onChange, field, isReadOnly, id } = props;
  const { colourTokens } = useFieldTools();
  const { tokens } = field.details as { tokens?: readonly string[] };
  const offered = tokens
    ? tokens.map((token) => colourTokens.find((each) => each.token === token) ?? unknownToken(token))
    : colourTokens;
  const isKnown = value === undefined || offered.some(({ token }) => token === value);
  const choices = isKnown ? offered : [...offered, unknownToken(value)];
  const canBeEmpty = !field.required && field.default === undefined;
  return (
    <div
      className={css.swatches}
      role="radiogroup"
      id={id}
      aria-labelledby={props.labelId}
      aria-describedby={props.describedBy}
      data-inherited={props.isInherited || undefined}
    >
      {canBeEmpty && (
        <Swatch
          name={id}
          label="None"
          isChosen={value === undefined && !props.isMixed}
          isReadOnly={isReadOnly}
          onChoose={() => onChange(undefined)}
        />
      )}
      {choices.map(({ token, label, value: colour }) => (
        <Swatch
          key={token}
          name={id}
          label={label}
          colour={colour}
          isChosen={token === value}
          isReadOnly={isReadOnly}
          onChoose={() => onChange(token)}
        />
      ))}
    </div>
  );
}

function Swatch(props: {
  name: string;
  label: string;
  colour?: string;
  isChosen: boolean;
  isReadOnly: boolean;
  onChoose: () => void;
}) {
  const { label, colour } = props;
  return (
    <label className={css.swatch} {...hint(label)}>
      <input
        type="radio"
        name={props.name}
        checked={props.isChosen}
        disabled={props.isReadOnly}
        onChange={props.onChoose}
      />
      <span
        className={css.colour}
        data-none={colour === undefined || undefined}
        style={{ background: colour }}
      />
      <span className={css.name}>{label}</span>
    </label>
  );
}

function unknownToken(token: string) {
  return { token, label: `${token.replace(/^colour\./, '')} (gone)`, value: 'transparent' };
}
