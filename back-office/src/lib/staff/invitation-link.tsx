import { SecretDialog } from '../look/secret.tsx';
import { when } from '../words/when.ts';

export interface Invitation {
  readonly name: string;
  readonly token: string;
  readonly expiresAt: string;
}

/** The link by which somebody chooses a password, to be handed over. */
export function InvitationLink({ of, onClose }: { of: Invitation; onClose: () => void }) {
  const link = new URL(`/invitation?token=${encodeURIComponent(of.token)}`, window.location.origin).href;
  return (
    <SecretDialog title={`A link for ${of.name}`} secrets={{ Link: link }} onClose={onClose}>
      Give this link to {of.name} and to nobody else: whoever opens it chooses the password. It works once,
      until {when(of.expiresAt)}.
    </SecretDialog>
  );
}
