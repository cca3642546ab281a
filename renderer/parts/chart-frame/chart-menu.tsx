// The pictures that can be saved of a chart.
import { Menu } from '@mantine/core';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Menu.css';
import type { RefObject } from 'react';
import { tell, tellRefusal } from '../../core/toasts.ts';
import styles from './chart-frame.module.css';
import { type PictureFormat, savePicture } from './picture-files.ts';

interface ChartMenuProps {
  readonly title: string;
  readonly fileName: string;
  readonly pictureRef: RefObject<HTMLElement | null>;
  readonly isDisabled: boolean;
}

export default function ChartMenu({ title, fileName, pictureRef, isDisabled }: ChartMenuProps) {
  const save = async (format: PictureFormat) => {
    if (pictureRef.current === null) return;
    await savePicture(pictureRef.current, { title, fileName, format });
    tell({ what: `Saved ${fileName}.${format}` });
  };
  return (
    <Menu
      position="bottom-end"
      offset={4}
      transitionProps={{ duration: 0 }}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className={styles.menu} aria-label={`Save picture: ${title}`} disabled={isDisabled}>
          Save picture
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('svg').catch(tellRefusal)}>SVG</Menu.Item>
        <Menu.Item onClick={() => void save('png').catch(tellRefusal)}>PNG</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
