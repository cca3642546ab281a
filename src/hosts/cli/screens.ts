// Where the built screens lie, seen from the source and from the built program.
import { fileURLToPath } from 'node:url';

const FROM_HERE = import.meta.url.endsWith('.ts') ? '../../../out/renderer' : '../renderer';

export const SCREENS = fileURLToPath(new URL(FROM_HERE, import.meta.url));
