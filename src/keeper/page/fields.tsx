import type { ComponentChildren } from 'preact';

interface FieldProps {
  /** The field's id, by which a fault finds it. */
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  error: string | undefined;
  hint?: ComponentChildren;
}

/** What every field has: its label, its hint and what is wrong with it. */
function Labelled({
  id,
  label,
  hint,
  error,
  children,
}: Omit<FieldProps, 'value' | 'onInput'> & { children: ComponentChildren }) {
  return (
    <div class="input">
      <label class="input-label" for={id}>
        {label}
      </label>
      {children}
      {hint === undefined ? null : (
        <p class="input-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p class="input-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function described({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  const by = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return {
    id,
    ...(by.length > 0 && { 'aria-describedby': by.join(' ') }),
    ...(error !== undefined && { 'aria-invalid': true }),
  };
}

export function TextField(props: FieldProps & { type?: 'text' | 'date' | 'url'; rows?: number }) {
  const { value, onInput, type = 'text', rows } = props;
  const input = (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value);
  return (
    <Labelled {...props}>
      {rows === undefined ? (
        <input class="field" type={type} value={value} onInput={input} {...described(props)} />
      ) : (
        <textarea class="field" rows={rows} value={value} onInput={input} {...described(props)} />
      )}
    </Labelled>
  );
}

export function SelectField(props: FieldProps & { options: Readonly<Record<string, string>> }) {
  const { value, onInput, options } = props;
  // What stands in the file and is no choice must not look like one.
  const shown = value in options ? options : { ...options, [value]: `“${value}”: not known here` };
  return (
    <Labelled {...props}>
      <select
        class="field"
        value={value}
        onChange={(event) => onInput(event.currentTarget.value)}
        {...described(props)}
      >
        {Object.entries(shown).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
