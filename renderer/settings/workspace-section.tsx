// Settings: the workspace's name, its reporting time zone and currency, with what a change of them moves.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client, core, queryClient } from '../core/client.ts';
import type { RouterOutputs } from '../core/outputs.ts';
import { tell } from '../core/toasts.ts';
import { SelectField, TextField } from '../parts/form/fields.tsx';
import { Form } from '../parts/form/form.tsx';
import { useCoreForm } from '../parts/form/use-core-form.ts';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { Section } from '../parts/section.tsx';
import { currencyOptions, zoneOptions } from './choices.ts';
import { Guarded } from './guarded.tsx';
import { LastChange } from './last-change.tsx';
import { MovedFigures } from './moved-figures.tsx';

type WorkspaceSettings = RouterOutputs['settings']['workspace'];

const FIXED = 'A month is closed: its figures are final, so this stays as it is.';

export function WorkspaceSection() {
  const { data, error, refetch, isFetching } = useQuery(core.settings.workspace.queryOptions());
  const stored = useMemo(() => (data === undefined ? undefined : valuesOf(data)), [data]);
  const form = useCoreForm({
    stored,
    revision: data?.revision,
    save: async (values, revision) => {
      const changed = await change({ revision: Number(revision), ...values });
      if (stored === undefined) return;
      tell({ what: 'Workspace changed', undo: () => change({ revision: changed.revision, ...stored }) });
    },
    reload: refetch,
  });
  const { timeZone = '', reportingCurrency = '' } = form.form.values;
  const zones = useMemo(() => zoneOptions(timeZone), [timeZone]);
  const currencies = useMemo(() => currencyOptions(reportingCurrency), [reportingCurrency]);
  if (error !== null && data === undefined) {
    return <RefusalPanel error={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  }
  const isFixed = data?.isFixed ?? false;
  return (
    <Section title="Workspace" about="What every report is named after, cut by and converted into.">
      <Guarded permission="settings.change">
        <Form of={form} submitLabel="Save">
          <TextField of={form} name="name" label="Name" />
          <SelectField
            of={form}
            name="timeZone"
            label="Reporting time zone"
            options={zones}
            isSearched
            isDisabled={isFixed}
            help={isFixed ? FIXED : 'Days and months begin and end here.'}
          />
          <SelectField
            of={form}
            name="reportingCurrency"
            label="Reporting currency"
            options={currencies}
            isSearched
            isDisabled={isFixed}
            help={isFixed ? FIXED : 'Amounts in other currencies are converted into it by published rates.'}
          />
          {stored !== undefined && form.isChanged && <MovedFigures stored={stored} typed={form.form.values} />}
        </Form>
      </Guarded>
      <LastChange change={data?.lastChange} />
    </Section>
  );
}

function valuesOf({ name, timeZone, reportingCurrency }: WorkspaceSettings) {
  return { name, timeZone, reportingCurrency };
}

async function change(input: Parameters<typeof client.settings.changeWorkspace.mutate>[0]): Promise<WorkspaceSettings> {
  const changed = await client.settings.changeWorkspace.mutate(input);
  queryClient.setQueryData(core.settings.workspace.queryKey(), changed);
  return changed;
}
