// What a ledger of this product holds: every fact kind, and every projection in the order of its dependencies.
import { customerErasedKind } from '../billing/customers/index.ts';
import { brandingFactKinds, brandingProjection } from '../governance/branding/index.ts';
import { memberFactKinds, peopleProjection } from '../governance/people/index.ts';
import { workspaceFactKinds, workspaceProjection } from '../governance/workspace/index.ts';
import type { Schema } from '../ledger/index.ts';
import { mrrFactKinds, mrrProjection } from '../revenue/mrr/index.ts';
import { rateFactKinds, ratesProjection } from '../revenue/rates/index.ts';
import { stripeEventKind, stripeObjectKind, stripeObjectsProjection } from '../stripe/objects/index.ts';

export const applicationSchema: Schema = {
  factKinds: [
    ...workspaceFactKinds,
    ...brandingFactKinds,
    ...memberFactKinds,
    stripeObjectKind,
    stripeEventKind,
    customerErasedKind,
    ...rateFactKinds,
    ...mrrFactKinds,
  ],
  projections: [
    workspaceProjection,
    brandingProjection,
    peopleProjection,
    stripeObjectsProjection,
    ratesProjection,
    mrrProjection,
  ],
};
