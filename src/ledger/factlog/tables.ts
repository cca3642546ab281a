// The ledger's own tables as they are now.
export {
  builtProjections,
  commits,
  factBlocks,
  factKinds,
  facts,
  ledgerHead,
  ledgerSettings,
  openRuns,
  personKeys,
} from '../migrations/0001-fact-log.ts';
