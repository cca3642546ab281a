// The ledger's contract on PostgreSQL, by way of PGlite.
import { pgliteHost } from './hosts.ts';
import { ledgerContract } from './ledger-contract.ts';

ledgerContract('PGlite', pgliteHost);
