// What the router's procedures answer, inferred from its type: the one place where screens get their shapes from.
import type { AppRouter, RouterOutputs } from '../../src/router/index.ts';

export type { AppRouter };

export type WorkspaceStatus = RouterOutputs['workspace']['status'];
export type OverviewFigures = RouterOutputs['overview']['figures'];
export type MovementsReport = RouterOutputs['reports']['movements'];
export type MovementsRow = MovementsReport['rows'][number];
export type CustomerRow = RouterOutputs['reports']['customers']['rows'][number];
export type MovementRow = RouterOutputs['reports']['rows']['rows'][number];
export type CustomerDrill = RouterOutputs['customers']['drill'];
export type CustomerSpan = CustomerDrill['spans'][number];
export type CustomerMovement = CustomerDrill['movements'][number];
export type CustomerSubscription = CustomerDrill['subscriptions'][number];
export type CustomerInvoiceLine = CustomerDrill['invoiceLines'][number];
export type InvoiceLine = RouterOutputs['invoices']['line'];
export type StoredObject = RouterOutputs['stripe']['object'];
