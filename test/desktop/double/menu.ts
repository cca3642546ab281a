// Menus: built from templates, clicked by the test as a person would, and reached by their keys.
import { NotDoubled, only, requireKnown } from './absent.ts';
import { roleOf } from './menu-roles.ts';
import { allWindows, focusedWindow } from './open-contents.ts';
import { onCommand, problem } from './seat.ts';
import type { WebContents } from './web-contents.ts';

type Click = (item: unknown, window: unknown, event: object) => void;

interface Template {
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly id?: string;
  readonly registerAccelerator?: boolean;
  readonly submenu?: readonly Template[] | TheMenu;
  readonly click?: Click;
}

const OPTIONS: ReadonlySet<string> = new Set([
  ...['label', 'sublabel', 'role', 'type', 'accelerator', 'enabled', 'visible', 'checked', 'id', 'submenu', 'click'],
  ...['registerAccelerator', 'toolTip', 'icon', 'acceleratorWorksWhenHidden'],
]);
let applicationMenu: TheMenu | null = null;

class TheMenuItem {
  readonly label: string;
  readonly type: string;
  readonly role: string | undefined;
  readonly id: string | undefined;
  readonly accelerator: string | undefined;
  /** The key that the menu itself listens to. */
  readonly heard: string | undefined;
  readonly submenu: TheMenu | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: Click | undefined;

  constructor(template: Template) {
    requireKnown('menu item option', template, OPTIONS);
    const { submenu, role } = template;
    const known = role === undefined ? undefined : roleOf(role);
    const inside = submenu ?? known?.submenu?.map((name) => ({ role: name }));
    this.label = template.label ?? known?.label ?? '';
    this.type = template.type ?? (inside === undefined ? 'normal' : 'submenu');
    this.role = role;
    this.id = template.id;
    this.accelerator = template.accelerator ?? known?.accelerator;
    this.heard = known?.isOnlyShown === true || template.registerAccelerator === false ? undefined : this.accelerator;
    this.submenu = inside === undefined || inside instanceof TheMenu ? inside : TheMenu.buildFromTemplate(inside);
    this.enabled = template.enabled ?? true;
    this.visible = template.visible ?? true;
    this.checked = template.checked ?? false;
    this.#click = template.click;
  }

  /** As a person's click: a role does what it does, and is not asked. */
  click(): void {
    if (this.role !== undefined && roleOf(this.role).act !== undefined) roleOf(this.role).act?.(focusedWindow());
    else {
      if (this.type === 'checkbox') this.checked = !this.checked;
      this.#click?.(this, focusedWindow() ?? undefined, { triggeredByAccelerator: false });
    }
  }
}

class TheMenu {
  readonly items: TheMenuItem[] = [];

  static buildFromTemplate(template: readonly Template[]): TheMenu {
    const menu = new TheMenu();
    for (const entry of template) {
      if (!('label' in entry) && !('role' in entry) && entry.type !== 'separator') {
        throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
      }
      menu.items.push(new TheMenuItem(entry));
    }
    return menu;
  }
  static setApplicationMenu(menu: TheMenu | null): void {
    applicationMenu = menu;
  }
  static getApplicationMenu(): TheMenu | null {
    return applicationMenu;
  }

  append(item: TheMenuItem): void {
    this.items.push(item);
  }
  getMenuItemById(id: string): TheMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found !== null) return found;
    }
    return null;
  }
  popup(): void {
    throw new NotDoubled('menu.popup');
  }
}

export const Menu = only('Menu', TheMenu);
export const MenuItem = TheMenuItem;

function everyItem(menu: TheMenu | null): TheMenuItem[] {
  return (menu?.items ?? []).flatMap((item) => [item, ...everyItem(item.submenu ?? null)]);
}

/** Clicks the first item whose key was pressed, if there is one that can be clicked. */
export function accelerated(contents: WebContents, isIt: (accelerator: string) => boolean): void {
  if (
    allWindows()
      .find((window) => window.webContents === contents)
      ?.isFocused() !== true
  )
    return;
  everyItem(applicationMenu)
    .find(({ heard, enabled, visible }) => heard !== undefined && enabled && visible && isIt(heard))
    ?.click();
}

/** A label as a person reads it. */
const read = (label: string): string => label.replaceAll(/&(.)/g, '$1');

function outline(menu: TheMenu): object[] {
  return menu.items.map(({ label, type, role, accelerator, enabled, checked, submenu }) => ({
    label: read(label),
    type,
    role: role ?? null,
    accelerator: accelerator ?? null,
    isEnabled: enabled,
    isChecked: checked,
    items: submenu === undefined ? [] : outline(submenu),
  }));
}

onCommand('menu', () => (applicationMenu === null ? [] : outline(applicationMenu)));
onCommand('clickMenu', ({ path }: { path: readonly string[] }) => {
  let menu: TheMenu | null | undefined = applicationMenu;
  let item: TheMenuItem | undefined;
  for (const label of path) {
    item = menu?.items.find((one) => one.visible && read(one.label) === label);
    if (item === undefined) {
      const there = (menu?.items ?? []).map((one) => read(one.label)).filter((one) => one !== '');
      throw new Error(`no menu item "${label}" (there is ${there.join(', ')})`);
    }
    if (!item.enabled) throw new Error(`the menu item "${label}" is disabled`);
    menu = item.submenu;
  }
  // A click that fails is an uncaught exception of the program, not of the test.
  const clicked = item;
  setImmediate(() => {
    try {
      clicked?.click();
    } catch (error) {
      problem(`a menu item failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
});
