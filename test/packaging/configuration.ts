// The configuration of electron-builder, read and checked by electron-builder's own code.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';

export const ROOT = join(import.meta.dirname, '..', '..');

interface BuilderConfiguration {
  getConfig(folder: string, file: string | null, more: object | null): Promise<Record<string, unknown>>;
  validateConfiguration(configuration: object, log: object): Promise<void>;
}

/** The parts of electron-builder that read its configuration; they have no public name. */
function reader(): BuilderConfiguration {
  const builder = createRequire(join(ROOT, 'package.json')).resolve('electron-builder/package.json');
  return createRequire(builder)('app-builder-lib/out/util/config/config.js');
}

/** The configuration as electron-builder reads it. */
export async function readConfiguration(): Promise<Record<string, unknown>> {
  return await reader().getConfig(ROOT, null, null);
}

/** Raises what electron-builder says against the configuration. */
export async function validate(configuration: object): Promise<void> {
  await reader().validateConfiguration(configuration, { isEnabled: false, add: () => undefined });
}

/** The fuses that the configuration sets. */
export const configuredFuses = z.object({
  electronFuses: z.object({ resetAdHocDarwinSignature: z.boolean() }).catchall(z.boolean()),
});
