import { type ReactNode, useRef } from 'react';

/** What the library takes, for the system's own dialog; the server looks at the file itself. */
const accepted = '.jpg,.jpeg,.png,.webp,.avif,.gif,.svg,.mp4,.m4v,.webm';

/** Lets somebody choose files of this machine. */
export function UploadButton({
  onFiles,
  isSingle = false,
  children,
}: {
  onFiles: (files: readonly File[]) => void;
  isSingle?: boolean;
  children: (open: () => void) => ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {children(() => input.current?.click())}
      <input
        ref={input}
        type="file"
        hidden
        multiple={!isSingle}
        accept={accepted}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file can be chosen again.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
