// The ledger's contract on PostgreSQL, by way of PGlite.
import { pgliteHost } from './hosts.ts';
import { provingContract } from './proving-contract.ts';
import { writingContract } from './writing-contract.ts';

writingContract('PGlite', pgliteHost);
provingContract('PGlite', pgliteHost);
