// Reads what a platform answered without trusting it: a missing or odd field becomes nothing instead of an error. Used by the adapters.

export type Row = { [name: string]: unknown };

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The object under this name, or an empty one. */
export const part = (value: unknown, name: string): Row => (isRow(value) && isRow(value[name]) ? value[name] : {});
export const rows = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : []);
/** A whole number of at least 0; platforms send many as text. */
export const count = (value: unknown): number => Math.max(0, Math.round(Number(value ?? 0)) || 0);
export const text = (value: unknown, most = 3000): string => (typeof value === 'string' ? value.slice(0, most) : '');
