import { ActionIcon, ColorInput, NumberInput, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { checkToken, type EditableToken } from '@vitrine/themes';
import { useState } from 'react';
import { readSize, writeSize } from './fluid-size.ts';
import css from './styles.module.css';

export interface TokenControlProps {
  readonly token: EditableToken;
  readonly value: string;
  readonly isOwn: boolean;
  readonly isReadOnly: boolean;
  /** `undefined` = the theme's own. */
  readonly onChoose: (value: string | undefined) => void;
}

/** One thing about the look of the shop, as people set it. */
export function TokenControl(props: TokenControlProps) {
  const { token, isOwn, isReadOnly, onChoose } = props;
  return (
    <div className={css.token} data-changed={!isOwn || undefined}>
      <span className={css.label} id={`vt-token-${token.name}`}>
        {token.label}
      </span>
      <div className={css.control}>
        {token.kind === 'colour' ? (
          <ColourControl {...props} />
        ) : token.kind === 'number' ? (
          <Numeric
            label={token.label}
            value={Number.parseFloat(props.value)}
            step={0.05}
            isReadOnly={isReadOnly}
            onChange={(value) => onChoose(String(value))}
          />
        ) : (
          <SizeControl {...props} />
        )}
      </div>
      {isOwn || isReadOnly ? (
        <span className={css.gap} />
      ) : (
        <Tooltip label="Back to the theme’s own">
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={`Back to the theme’s own: ${token.label}`}
            onClick={() => onChoose(undefined)}
          >
            <IconArrowBackUp size={14} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

function ColourControl({ token, value, isReadOnly, onChoose }: TokenControlProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const shown = typed ?? value;
  const problem = typed === undefined ? undefined : checkToken('colour', typed);
  return (
    <ColorInput
      size="xs"
      aria-label={token.label}
      format={value.startsWith('#') ? 'hex' : 'rgba'}
      value={shown}
      readOnly={isReadOnly}
      error={problem !== undefined}
      eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
      popoverProps={{ withinPortal: true, position: 'right-start' }}
      onChange={(next) => {
        setTyped(next);
        if (checkToken('colour', next) === undefined) onChoose(next);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

function SizeControl({ token, value, isReadOnly, onChoose }: TokenControlProps) {
  const size = readSize(value);
  if (!size)
    return <PlainControl token={token} value={value} isReadOnly={isReadOnly} onChoose={onChoose} isOwn />;
  const isFluid = token.light.startsWith('clamp(') || size.phone !== size.desktop;
  const choose = (change: Partial<typeof size>) => {
    const next = { ...size, ...change };
    onChoose(writeSize(isFluid ? next : { phone: next.phone, desktop: next.phone }, token.light));
  };
  const common = { step: 1, suffix: ' px', isReadOnly };
  if (!isFluid)
    return (
      <Numeric label={token.label} value={size.phone} {...common} onChange={(phone) => choose({ phone })} />
    );
  return (
    <div className={css.pair}>
      <Numeric
        label={`${token.label} on a phone`}
        hint="Phone"
        value={size.phone}
        {...common}
        onChange={(phone) => choose({ phone })}
      />
      <Numeric
        label={`${token.label} on a desktop`}
        hint="Desktop"
        value={size.desktop}
        {...common}
        onChange={(desktop) => choose({ desktop })}
      />
    </div>
  );
}

function PlainControl({ token, value, isReadOnly, onChoose }: TokenControlProps) {
  const [typed, setTyped] = useState(value);
  const problem = checkToken(token.kind, typed);
  return (
    <TextInput
      size="xs"
      aria-label={token.label}
      value={typed}
      readOnly={isReadOnly}
      error={problem}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => problem === undefined && typed !== value && onChoose(typed)}
    />
  );
}

function Numeric({
  label,
  hint,
  value,
  step,
  suffix,
  isReadOnly,
  onChange,
}: {
  label: string;
  hint?: string;
  value: number;
  step: number;
  suffix?: string;
  isReadOnly: boolean;
  onChange: (value: number) => void;
}) {
  return (
    <NumberInput
      size="xs"
      aria-label={label}
      title={hint}
      value={value}
      min={0}
      max={2000}
      step={step}
      decimalScale={3}
      suffix={suffix}
      readOnly={isReadOnly}
      clampBehavior="strict"
      onChange={(next) => typeof next === 'number' && next !== value && onChange(next)}
    />
  );
}
