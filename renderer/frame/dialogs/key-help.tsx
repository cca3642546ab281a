// All keys and what they do, from the same registry that listens to them.
import { COMMAND_GROUPS, COMMANDS_WITH_KEYS, type CommandGroup } from '../../shell/commands.ts';
import { KeyHint } from '../key-hint.tsx';
import { Dialog } from './dialog.tsx';
import styles from './dialog.module.css';
import type { DialogProps } from './dialogs.tsx';

/** Keys that lists and dialogs listen to themselves. */
const OWN_KEYS: Partial<Record<CommandGroup, readonly { readonly name: string; readonly keys: string }[]>> = {
  Lists: [
    { name: 'From cell to cell', keys: 'arrowup' },
    { name: 'Open the row', keys: 'enter' },
    { name: 'Copy the row', keys: 'mod+c' },
  ],
  Help: [{ name: 'Close what is open', keys: 'escape' }],
};

export default function KeyHelp({ onClose }: DialogProps) {
  return (
    <Dialog title="Keys" width={640} onClose={onClose}>
      <div className={styles.groups}>
        {COMMAND_GROUPS.map((group) => {
          const bound = COMMANDS_WITH_KEYS.filter((command) => command.group === group).map(({ name, keys = [] }) => ({
            name,
            keys,
          }));
          const own = (OWN_KEYS[group] ?? []).map(({ name, keys }) => ({ name, keys: [keys] }));
          if (bound.length + own.length === 0) return null;
          return (
            <section key={group} className={styles.group}>
              <h3>{group}</h3>
              <dl>
                {[...bound, ...own].map(({ name, keys }) => (
                  <div key={name} className={styles.bound}>
                    <dt>{name}</dt>
                    <dd>
                      {keys.map((one) => (
                        <KeyHint key={one} keys={one} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
