// The databases that the ledger's contract runs on, behind one small face.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { connect } from '../../src/ledger/dialects/sqlite/connect.ts';
import {
  createLedger,
  openLedger,
  openLedgerForReading,
  rebuildProjections,
  verifyLedger,
  type ReadableLedger,
  type Schema,
  type Sources,
  type Verification,
  type WritableLedger,
} from '../../src/ledger/index.ts';
import {
  createPgliteLedger,
  openPgliteLedger,
  openPgliteLedgerForReading,
  rebuildPgliteProjections,
  verifyPgliteLedger,
} from '../../src/ledger/open/pglite.ts';

/** One ledger on one database, for the length of a test. */
export interface Host {
  create(schema: Schema, sources: Sources): Promise<WritableLedger>;
  open(schema: Schema, sources: Sources): Promise<WritableLedger>;
  openForReading(schema: Schema): Promise<ReadableLedger>;
  rebuild(schema: Schema): Promise<void>;
  verify(schema: Schema): Promise<Verification>;
  /** Changes the database behind the ledger's back; the ledger is closed. */
  tamper(sql: string): Promise<void>;
  remove(): Promise<void>;
}

const KEY = new Uint8Array(32).fill(7);

export async function sqliteHost(key: Uint8Array | null = KEY): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'countinghouse-contract-'));
  const file = { path: join(folder, 'toy.ledger'), key };
  return {
    create: (schema, sources) => createLedger({ ...file, schema, sources }),
    open: (schema, sources) => openLedger({ ...file, schema, sources }),
    openForReading: (schema) => openLedgerForReading({ ...file, schema }),
    rebuild: async (schema) => {
      await rebuildProjections({ ...file, schema });
    },
    verify: (schema) => verifyLedger({ ...file, schema }),
    tamper: async (sql) => {
      const session = connect({ ...file, isReadOnly: false, mustExist: true });
      session.runNow(sql);
      session.close();
    },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** An empty database; opening PGlite takes a second, so two are kept for each file of tests and emptied. */
const databases: PGlite[] = [];

async function emptyDatabase(): Promise<PGlite> {
  const database = databases.pop() ?? new PGlite();
  await database.exec('drop schema public cascade; create schema public');
  return database;
}

export async function pgliteHost(): Promise<Host> {
  const database = await emptyDatabase();
  return {
    create: (schema, sources) => createPgliteLedger({ database, schema, sources }),
    open: (schema, sources) => openPgliteLedger({ database, schema, sources }),
    openForReading: (schema) => openPgliteLedgerForReading({ database, schema }),
    rebuild: async (schema) => {
      await rebuildPgliteProjections({ database, schema });
    },
    verify: async (schema) => {
      const scratch = await emptyDatabase();
      try {
        return await verifyPgliteLedger({ database, schema }, scratch);
      } finally {
        databases.push(scratch);
      }
    },
    tamper: async (sql) => {
      await database.exec(sql);
    },
    remove: async () => {
      databases.push(database);
    },
  };
}
