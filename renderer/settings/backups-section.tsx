// Settings: when copies of the ledger are made on their own, and one now.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useRefusedPermission } from '../core/acting.ts';
import { client, core, queryClient } from '../core/client.ts';
import type { BackupSchedule, RouterInputs } from '../core/outputs.ts';
import { tell } from '../core/toasts.ts';
import { instantText } from '../format/calendar.ts';
import { useSurroundings } from '../frame/surroundings-context.ts';
import { SelectField } from '../parts/form/fields.tsx';
import { Form } from '../parts/form/form.tsx';
import { useCoreForm } from '../parts/form/use-core-form.ts';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { Section } from '../parts/section.tsx';
import { runCommand } from '../shell/commands.ts';
import { FolderField } from './folder-field.tsx';
import { Guarded } from './guarded.tsx';
import { Note } from './note.tsx';
import styles from './settings.module.css';

const EVERY = [
  { value: 'never', name: 'Only when asked' },
  { value: 'day', name: 'Every day' },
  { value: 'week', name: 'Every week' },
] as const;

export function BackupsSection() {
  const { data, error, refetch, isFetching } = useQuery({ ...core.desk.schedule.queryOptions(), staleTime: 0 });
  const surroundings = useSurroundings();
  const refused = useRefusedPermission('ledger.backup');
  const stored = useMemo(() => (data === undefined ? undefined : valuesOf(data)), [data]);
  const form = useCoreForm({
    stored,
    save: async (values) => {
      await change(inputOf(values));
      if (stored === undefined) return;
      tell({ what: 'Backup schedule changed', undo: () => change(inputOf(stored)) });
    },
  });
  if (error !== null && data === undefined) {
    return <RefusalPanel error={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  }
  return (
    <Section
      title="Backups"
      about="A copy is a whole ledger with the same key. It is made while you work, and can be opened or restored."
      choices={
        <Button
          size="compact-sm"
          variant="default"
          disabled={refused !== null}
          title={refused ?? undefined}
          onClick={() => runCommand('back-up', surroundings)}
        >
          Back up now
        </Button>
      }
    >
      <Guarded permission="ledger.backup">
        <Form of={form} submitLabel="Save">
          <SelectField
            of={form}
            name="every"
            label="Make a copy"
            options={EVERY}
            help="Made when one is due and the ledger is open."
          />
          <FolderField of={form} kept={data?.folder ?? null} />
          <SelectField
            of={form}
            name="keep"
            label="Copies kept"
            options={keepOptions(data?.keep)}
            help="Older ones are removed."
          />
        </Form>
      </Guarded>
      <LastCopy schedule={data} />
    </Section>
  );
}

function LastCopy({ schedule }: { readonly schedule: BackupSchedule | undefined }) {
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  if (schedule === undefined || status === undefined) return <p className={styles.quiet}>&nbsp;</p>;
  const { lastAt, lastRefusal } = schedule;
  return (
    <>
      <p className={styles.quiet}>
        {lastAt === null ? 'No copy was made on schedule yet.' : `Last copy ${instantText(lastAt, status.timeZone)}.`}
      </p>
      {lastRefusal !== null && (
        <Note isWarning>
          <p>
            <strong>The last copy failed.</strong> {lastRefusal.what}. {lastRefusal.fix}
          </p>
        </Note>
      )}
    </>
  );
}

function valuesOf({ every, folder, keep }: BackupSchedule) {
  return { every, folder: folder ?? '', keep: String(keep) };
}

function inputOf({ every, folder, keep }: ReturnType<typeof valuesOf>): RouterInputs['desk']['changeSchedule'] {
  return { every, folder: folder.trim() === '' ? null : folder.trim(), keep: Number(keep) };
}

/** How many copies can be kept; the present number is among them, whatever it is. */
function keepOptions(present = 14): readonly { readonly value: string; readonly name: string }[] {
  return [...new Set([3, 7, 14, 30, 90, 365, present])]
    .sort((a, b) => a - b)
    .map((count) => ({ value: String(count), name: `The last ${count}` }));
}

async function change(schedule: RouterInputs['desk']['changeSchedule']): Promise<void> {
  queryClient.setQueryData(core.desk.schedule.queryKey(), await client.desk.changeSchedule.mutate(schedule));
}
