// Migration 1: the fact log and what belongs to it.
import { createTables } from '../dialects/ddl.ts';
import { defineTable } from '../tables.ts';
import type { Migration } from './migration.ts';

/** Single values by name: the version of these tables, the salt of digests. */
export const ledgerSettings = defineTable({
  name: 'ledger_settings',
  columns: { name: 'text', value: 'text' },
  primaryKey: ['name'],
});

/** One row: the last fact. Locked before anything is decided. */
export const ledgerHead = defineTable({
  name: 'ledger_head',
  columns: {
    id: 'integer',
    seq: 'integer',
    hash: 'bytes',
    recorded_at: 'integer?',
    commit_no: 'integer',
    batch: 'integer',
  },
  primaryKey: ['id'],
});

/** Transactions in order: which facts entered together, and how. */
export const commits = defineTable({
  name: 'commits',
  columns: {
    commit_no: 'integer',
    batch: 'integer',
    form: 'text',
    actor: 'text',
    recorded_at: 'integer',
    first_seq: 'integer',
    last_seq: 'integer',
  },
  primaryKey: ['commit_no'],
});

/** Runs that have begun and are not settled. */
export const openRuns = defineTable({
  name: 'open_runs',
  columns: { batch: 'integer', actor: 'text' },
  primaryKey: ['batch'],
});

/** Kinds of fact at a version, numbered as they first occur. */
export const factKinds = defineTable({
  name: 'fact_kinds',
  columns: { kind_no: 'integer', kind: 'text', version: 'integer' },
  primaryKey: ['kind_no'],
});

/** Facts without their payloads. `digest` recognizes known content and is no part of the chain. */
export const facts = defineTable({
  name: 'facts',
  columns: {
    seq: 'integer',
    kind_no: 'integer',
    subject: 'text',
    person: 'text?',
    effective_at: 'integer',
    digest: 'bytes?',
    hash: 'bytes',
  },
  primaryKey: ['seq'],
  indexes: { subject: ['subject'], person: ['person'] },
});

/** Payloads of facts that follow each other in one transaction. */
export const factBlocks = defineTable({
  name: 'fact_blocks',
  columns: { first_seq: 'integer', last_seq: 'integer', commit_no: 'integer', body: 'bytes' },
  primaryKey: ['first_seq'],
});

/** A person's key for personal fields; null once the person was erased. */
export const personKeys = defineTable({
  name: 'person_keys',
  columns: { person: 'text', key: 'bytes?', erased_seq: 'integer?' },
  primaryKey: ['person'],
});

/** Projections as they last wrote their tables. */
export const builtProjections = defineTable({
  name: 'built_projections',
  columns: { position: 'integer', name: 'text', version: 'integer', fingerprint: 'text', tables: 'text' },
  primaryKey: ['position'],
});

export const factLog: Migration = {
  number: 1,
  name: 'fact-log',
  up: ({ session, dialect }) =>
    createTables(session, dialect, [
      ledgerSettings,
      ledgerHead,
      commits,
      openRuns,
      factKinds,
      facts,
      factBlocks,
      personKeys,
      builtProjections,
    ]),
};
