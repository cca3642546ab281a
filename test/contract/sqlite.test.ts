// The ledger's contract on SQLite, encrypted as ledgers are, and what only files promise.
import { sqliteHost } from './hosts.ts';
import { provingContract } from './proving-contract.ts';
import { writingContract } from './writing-contract.ts';

writingContract('SQLite', () => sqliteHost());
provingContract('SQLite', () => sqliteHost());
writingContract('SQLite, not encrypted', () => sqliteHost(null));
provingContract('SQLite, not encrypted', () => sqliteHost(null));
