// Listens to the keys of commands and to what the program around the page asks: both run the same commands.
import { useEffect, useRef } from 'react';
import { tell } from '../core/toasts.ts';
import { commandsIn, runCommand } from '../shell/commands.ts';
import { takeHanded } from '../shell/handed-files.ts';
import { hasModifier, keySequence, keysOf, isTyping } from '../shell/keys.ts';
import { shell } from '../shell/shell.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import type { Surroundings } from '../shell/surroundings.ts';

/** Which command of the page a menu item runs, where they are not named alike. */
const SETTINGS = 'go /settings';

/** Runs commands by their keys, and those of the menu, for as long as the caller is mounted. */
export function useKeyCommands(surroundings: Surroundings): void {
  const latest = useRef(surroundings);
  useEffect(() => {
    latest.current = surroundings;
  }, [surroundings]);
  useEffect(() => {
    const next = keySequence();
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key))
        return;
      const pressed = keysOf(event, shell.platform);
      if (isTyping(event.target) && !hasModifier(pressed)) return;
      const commands = commandsIn(latest.current);
      const bound = new Set(commands.flatMap(({ keys = [] }) => keys));
      const keys = next(pressed, bound, event.timeStamp);
      if (keys === null || isUnderDialog(event, pressed)) return;
      event.preventDefault();
      if (keys === 'awaiting') return;
      void commands.find((command) => command.keys?.includes(keys))?.run(latest.current);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => shell.onCommand((command) => obey(command, latest.current)), []);
}

/** A dialog keeps single keys to itself; those with a modifier go through. */
function isUnderDialog(event: KeyboardEvent, pressed: string): boolean {
  const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
  return isInDialog && !hasModifier(pressed) && !['j', 'k', '?'].includes(pressed);
}

function obey(command: ShellCommand, surroundings: Surroundings): void {
  if (command.command === 'go') surroundings.go(command.path.includes('?') ? command.path : `${command.path}?`);
  else if (command.command === 'open') void takeHanded([command.file], surroundings);
  else if (command.command === 'say') tell({ what: command.what, fix: command.fix ?? undefined });
  else if (command.command === 'palette') surroundings.open('palette');
  else runCommand(command.command === 'settings' ? SETTINGS : command.command, surroundings);
}
