// What can happen to a customer here, beside what Stripe tells.
import { z } from 'zod';
import { defineFactKind } from '../../ledger/index.ts';

const erased = z.object({
  /** The customer whose erasure was asked for; the person erased is the fact's own. */
  customerId: z.string().min(1),
  reason: z.string().nullable(),
});

export type CustomerErased = z.infer<typeof erased>;

/** A person's fields were forgotten: the key that sealed them is gone. Subject: the person. */
export const customerErasedKind = defineFactKind({ kind: 'customer.erased', version: 1, schema: erased });
