// The folder that copies go to: chosen by the window's dialog; typed in a browser, which has none.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HandedFile } from '../core/outputs.ts';
import { tellRefusal } from '../core/toasts.ts';
import { TextField } from '../parts/form/fields.tsx';
import type { CoreForm } from '../parts/form/use-core-form.ts';
import { useField } from '../parts/form/use-field.ts';
import { shell } from '../shell/shell.ts';
import styles from './settings.module.css';

const ADVICE = 'Another disk is better than this one.';

interface FolderFieldProps<Values extends Record<string, unknown>> {
  readonly of: CoreForm<Values>;
  /** The folder as it is stored. */
  readonly kept: string | null;
}

export function FolderField<Values extends Record<string, unknown> & { folder: string }>(
  props: FolderFieldProps<Values>,
) {
  if (shell.isWindow) return <ChosenFolder {...props} />;
  return <TextField of={props.of} name="folder" label="Folder" help={`Its full path. ${ADVICE}`} />;
}

/** The form holds the ticket of a folder that was chosen, which is shown by its name until it is stored. */
function ChosenFolder<Values extends Record<string, unknown> & { folder: string }>({
  of,
  kept,
}: FolderFieldProps<Values>) {
  const { text, onText, shared } = useField({ of, name: 'folder', label: 'Folder', help: ADVICE });
  const [chosen, setChosen] = useState<HandedFile>();
  const choose = async () => {
    try {
      const [folder] = await shell.chooseFiles('backup_folder');
      if (folder === undefined) return;
      setChosen(folder);
      onText(folder.ticket);
    } catch (error) {
      tellRefusal(error);
    }
  };
  const shown = text === chosen?.ticket ? chosen.name : text;
  return (
    <div className={styles.chooser}>
      <TextInput {...shared} value={shown} placeholder="None chosen yet" title={kept ?? undefined} readOnly />
      <Button size="xs" variant="default" disabled={shared.disabled} onClick={() => void choose()}>
        Choose a folder
      </Button>
    </div>
  );
}
