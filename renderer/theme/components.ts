// How Mantine's components look here: small, square, bordered, without motion. Only options; no component is loaded.
import type { MantineThemeComponents } from '@mantine/core';

const field = { defaultProps: { size: 'sm' } };

export const components: MantineThemeComponents = {
  Button: { defaultProps: { size: 'compact-md' } },
  CloseButton: { defaultProps: { size: 'sm' } },
  Checkbox: { defaultProps: { size: 'xs' } },
  Switch: { defaultProps: { size: 'sm' } },
  TextInput: field,
  PasswordInput: field,
  Textarea: field,
  NativeSelect: field,
  Select: field,
  Menu: { defaultProps: { shadow: 'none', transitionProps: { duration: 0 } } },
  Popover: { defaultProps: { shadow: 'none', transitionProps: { duration: 0 } } },
  Tooltip: { defaultProps: { transitionProps: { duration: 0 }, openDelay: 300 } },
  Modal: { defaultProps: { shadow: 'none', transitionProps: { duration: 0 } } },
  Drawer: { defaultProps: { shadow: 'none', transitionProps: { duration: 0 } } },
};
