// The ledger's contract on SQLite, encrypted as ledgers are, and what only files promise.
import { sqliteHost } from './hosts.ts';
import { ledgerContract } from './ledger-contract.ts';

ledgerContract('SQLite', () => sqliteHost());
ledgerContract('SQLite, not encrypted', () => sqliteHost(null));
