// The ledger's face: facts, projections, and the files that keep them.
export type * from './contract.ts';
export * from './fact.ts';
export * from './projection.ts';
export * from './tables.ts';
export { contains } from './contains.ts';
export { headHash } from './head-hash.ts';
export type * from './options.ts';
export { createLedger, openLedger, openLedgerForReading, rebuildProjections } from './files/open.ts';
export { verifyLedger } from './files/verify.ts';
export { backupLedger } from './files/backup.ts';
export { refusalOfBackup, restoreLedger } from './files/restore.ts';
export { cloudServiceOf } from './files/cloud-folders.ts';
export { isLedgerEncrypted, isLedgerFile } from './files/header.ts';
export { seededSources, systemSources } from './sources.ts';
