// The systems that the program tells apart.
import type { Platform } from './bridge.ts';

export function platform(): Platform {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
