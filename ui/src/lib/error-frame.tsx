import { Component, type ReactNode } from 'react';
import css from './error-frame.module.css';
import { PlainButton } from './plain-button.tsx';

interface ErrorFrameProps {
  /** What stands in it, in words: `the panel`. */
  readonly of: string;
  readonly children: ReactNode;
}

/** Keeps a fault of one part of an application in its place: all else goes on, and nothing that was written is lost. */
export class ErrorFrame extends Component<ErrorFrameProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className={css.place} role="alert">
        <p className={css.words}>Something went wrong in {this.props.of}. What you changed is kept.</p>
        <PlainButton kind="default" onClick={() => this.setState({ failed: false })}>
          Show it again
        </PlainButton>
      </div>
    );
  }
}
