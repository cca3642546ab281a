// Settings: what documents carry as the company's own, with a look at it.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client, core, queryClient } from '../core/client.ts';
import type { RouterOutputs } from '../core/outputs.ts';
import { tell } from '../core/toasts.ts';
import { ColorField, TextField } from '../parts/form/fields.tsx';
import { Form } from '../parts/form/form.tsx';
import { useCoreForm } from '../parts/form/use-core-form.ts';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { Section } from '../parts/section.tsx';
import { brandingInput, brandingValues } from './branding-values.ts';
import { DocumentHead } from './document-head.tsx';
import { Guarded } from './guarded.tsx';
import { LastChange } from './last-change.tsx';
import { LogoField } from './logo-field.tsx';
import styles from './settings.module.css';

type Branding = RouterOutputs['settings']['branding'];

export function BrandingSection() {
  const { data, error, refetch, isFetching } = useQuery(core.settings.branding.queryOptions());
  const stored = useMemo(() => (data === undefined ? undefined : brandingValues(data)), [data]);
  const form = useCoreForm({
    stored,
    revision: data?.revision,
    save: async (values, revision) => {
      if (stored === undefined) return;
      const changed = await change({ revision: Number(revision), ...brandingInput(values, stored) });
      const undo = () => change({ revision: changed.revision, ...brandingInput(stored, values) });
      tell({ what: 'Branding changed', undo });
    },
    reload: refetch,
  });
  if (error !== null && data === undefined) {
    return <RefusalPanel error={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  }
  return (
    <Section title="Branding" about="What documents made here are headed with. An empty line is left out.">
      <div className={styles.sides}>
        <div>
          <Guarded permission="settings.change">
            <Form of={form} submitLabel="Save" waitingFields={7}>
              <TextField of={form} name="companyName" label="Company name" />
              <TextField of={form} name="addressLines" label="Address" isLong help="One line each, at most eight." />
              <TextField of={form} name="email" label="E-mail" inputMode="email" />
              <TextField of={form} name="taxId" label="Tax id" />
              <ColorField
                of={form}
                name="accentColor"
                label="Accent color"
                help="For rules and headings on documents."
              />
              <LogoField of={form} />
              <TextField of={form} name="footer" label="Footer" isLong help="At the foot of every page." />
            </Form>
          </Guarded>
          <LastChange change={data?.lastChange} />
        </div>
        {form.isReady && <DocumentHead values={form.form.values} />}
      </div>
    </Section>
  );
}

async function change(input: Parameters<typeof client.settings.changeBranding.mutate>[0]): Promise<Branding> {
  const changed = await client.settings.changeBranding.mutate(input);
  queryClient.setQueryData(core.settings.branding.queryKey(), changed);
  return changed;
}
