/** The log as rooms use it; who wrote a line and when is the logger's own. Questions are logged at debug and no higher. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
