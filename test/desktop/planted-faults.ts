// Faults of the main process, as replacements in its built text, and the check that must find each.
import type { Replacement } from './build.ts';
import { type Check, SAFETY_CHECKS as checks } from './safety-checks.ts';

export interface PlantedFault {
  readonly name: string;
  readonly replacements: readonly Replacement[];
  readonly foundBy: readonly Check[];
}

export const isolated: Replacement = { from: 'contextIsolation: true,', to: 'contextIsolation: false,' };
/** The program ends by itself when its bridge cannot be built; here it goes on, so that the checks can look. */
const unheeded: Replacement = {
  from: 'contents.on("preload-error", (_event, _path, error) => {',
  to: 'contents.on("preload-error", (_event, _path, error) => { return;',
};
const sandboxed: readonly Replacement[] = [
  { from: 'app.enableSandbox();', to: '' },
  { from: 'sandbox: true,', to: 'sandbox: false,' },
];

export const PLANTED_FAULTS: readonly PlantedFault[] = [
  {
    name: 'navigation allowed',
    replacements: [{ from: 'navigation.preventDefault();', to: '' }, letPass()],
    foundBy: [checks.navigationIsDenied],
  },
  {
    name: 'new window allowed',
    replacements: [{ from: 'return { action: "deny" };', to: 'return { action: "allow" };' }],
    foundBy: [checks.windowsAreDenied],
  },
  { name: 'sandbox off', replacements: sandboxed, foundBy: [checks.preloadHasNoNode] },
  {
    name: 'context isolation off',
    replacements: [isolated, unheeded],
    foundBy: [checks.worldsAreApart, checks.bridgeIsNarrow],
  },
  {
    name: 'Node in the page',
    replacements: [...sandboxed, isolated, unheeded, { from: 'nodeIntegration: false,', to: 'nodeIntegration: true,' }],
    foundBy: [checks.pageHasNoNode],
  },
  {
    name: 'inline scripts allowed by the policy',
    replacements: [{ from: `"script-src 'self'",`, to: `"script-src 'self' 'unsafe-inline' 'unsafe-eval'",` }],
    foundBy: [checks.policyHolds],
  },
  {
    name: 'connections allowed by the policy',
    replacements: [{ from: `"connect-src 'self'",`, to: `"connect-src *",` }],
    foundBy: [checks.policyHolds],
  },
  {
    name: 'no policy',
    replacements: [{ from: '"Content-Security-Policy": [', to: '"X-Former-Policy": [' }],
    foundBy: [checks.policyHolds],
  },
  {
    name: 'permissions granted',
    replacements: [{ from: 'decide(isAllowed);', to: 'decide(true);' }],
    foundBy: [checks.permissionsAreDenied],
  },
  { name: 'requests let through', replacements: [letPass()], foundBy: [checks.requestsAreDenied] },
  {
    name: 'no check of who sends',
    replacements: [{ from: 'const isFromUs = isFromOwnPage(event, owner.isOwnWindow);', to: 'const isFromUs = true;' }],
    foundBy: [checks.foreignFramesAreRefused],
  },
  {
    name: 'no check of what is sent',
    replacements: [{ from: 'const call = readCall(message);', to: 'const call = message ?? {};' }],
    foundBy: [checks.wrongShapesAreRefused],
  },
  {
    name: 'no lock',
    replacements: [{ from: 'if (app.requestSingleInstanceLock(start)) begin', to: 'if (true) begin' }],
    foundBy: [checks.runsOnce],
  },
];

function letPass(): Replacement {
  return { from: 'decide({ cancel: !isAllowed });', to: 'decide({ cancel: false });' };
}
