// The face of invoicing: invoices, lines, invoice items, credit notes.
export * from './tables.ts';
export * from './queries.ts';
export * from './projection.ts';
