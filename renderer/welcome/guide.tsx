// The guide: ways to begin, a new ledger and its key, the first import, opening a ledger.
import type { GuideStep } from '../shell/surroundings.ts';
import { useSurroundings } from '../frame/surroundings-context.ts';
import { GuidePage } from './guide-page.tsx';
import { ImportStep } from './import-step.tsx';
import { NewLedger } from './new-ledger.tsx';
import { OpenLedgerStep } from './open-ledger.tsx';
import { RecoveryKey } from './recovery-key.tsx';
import { Ways } from './ways.tsx';

interface GuideProps {
  readonly at: GuideStep;
  /** Leads to the screens of the open ledger. */
  readonly onLeave: () => void;
}

export default function Guide({ at, onLeave: onDone }: GuideProps) {
  const { guide, desk } = useSurroundings();
  const onLeave = desk?.ledger ? onDone : null;
  const toWays = () => guide({ step: 'ways' });
  switch (at.step) {
    case 'ways':
      return (
        <GuidePage title="Ways to begin" onLeave={onLeave}>
          <Ways onOpened={onDone} />
        </GuidePage>
      );
    case 'new':
      return (
        <GuidePage title="A new ledger" onBack={toWays} onLeave={onLeave}>
          <NewLedger />
        </GuidePage>
      );
    case 'key':
      // No way around it: the key is shown this once.
      return (
        <GuidePage title="Keep the recovery key">
          <RecoveryKey {...at} onKept={() => guide({ step: 'import' })} />
        </GuidePage>
      );
    case 'import':
      return (
        <GuidePage title="Bring in your Stripe data" onLeave={onLeave} leaveName="Later">
          <ImportStep onBegun={onDone} />
        </GuidePage>
      );
    default:
      return (
        <GuidePage title="Open a ledger" onBack={toWays} onLeave={onLeave}>
          <OpenLedgerStep asked={at.ledger} onOpened={onDone} />
        </GuidePage>
      );
  }
}
