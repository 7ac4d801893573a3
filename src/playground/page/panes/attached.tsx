import { useRef } from 'preact/hooks';
import type { CommandOf } from '../../commands.js';
import type { SlackMessage } from '../../protocol.js';
import { Icon, IconButton } from '../controls/icons.js';
import { Mrkdwn } from '../text/mrkdwn.js';

export type AttachedFile = NonNullable<CommandOf<'send-message'>['file']>;

/** Takes a file from this machine; only its name, type and size go anywhere. */
export function AttachButton({ onAttach }: { onAttach: (file: AttachedFile) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        icon="clip"
        label="Attach a file"
        title="Attach a file: its name, not what is in it"
        onClick={() => field.current?.click()}
      />
      <input
        ref={field}
        type="file"
        hidden
        tabIndex={-1}
        aria-label="File to attach"
        data-testid="attach-file"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) {
            const mimetype = file.type || 'application/octet-stream';
            onAttach({ name: file.name, mimetype, size: file.size });
          }
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

interface FileChipProps {
  file: AttachedFile;
  /** Absent: it was sent. */
  onRemove?: () => void;
}

/** A file that goes with a message. */
export function FileChip({ file, onRemove }: FileChipProps) {
  return (
    <p class="file-chip" data-testid="file">
      <Icon name="clip" />
      <span>{file.name}</span>
      <span class="file-size">{sizeOf(file.size)}</span>
      {onRemove ? <IconButton icon="close" label="Take the file away" onClick={onRemove} /> : null}
    </p>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** What hangs on a message: files, and a message that it hands on. */
export function Attached({ message }: { message: SlackMessage }) {
  return (
    <>
      {message.files?.map((file) => (
        <FileChip key={file.id} file={file} />
      ))}
      {message.attachments?.map((one, index) => (
        <blockquote key={index} class="forwarded" data-testid="forwarded">
          <p class="forwarded-author">{String(one['author_name'])}</p>
          <Mrkdwn text={String(one['text'])} />
        </blockquote>
      ))}
    </>
  );
}
