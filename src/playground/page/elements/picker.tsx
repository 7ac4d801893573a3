import { fieldNames, useField, type FieldProps } from './use-field.js';

const inputType: Readonly<Record<string, string>> = {
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};

/** A date, a time of day, or both. `datetimepicker` speaks seconds since 1970, read on this machine's clock. */
export function Picker(props: FieldProps) {
  const { element } = props;
  const field = useField(props);
  const isMoment = element.type === 'datetimepicker';
  const value = typeof field.value === 'string' ? field.value : '';
  return (
    <input
      class="field field-short"
      type={inputType[element.type] ?? 'text'}
      id={field.id}
      value={isMoment ? localMoment(value) : value}
      {...fieldNames(props, field.invalid)}
      onChange={(event) => {
        const picked = event.currentTarget.value;
        const moment = isMoment ? String(Math.floor(Date.parse(picked) / 1000)) : picked;
        void field.set(picked === '' ? null : moment);
      }}
    />
  );
}

function localMoment(seconds: string): string {
  if (seconds === '') return '';
  const at = new Date(Number(seconds) * 1000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
