// The form for a new ledger: whose it is, in which zone its months lie, in which currency it reports.
import { client } from '../core/client.ts';
import { refreshDesk } from '../core/desk-status.ts';
import { useSurroundings } from '../frame/surroundings-context.ts';
import { SelectField, SwitchField, TextField } from '../parts/form/fields.tsx';
import { Form } from '../parts/form/form.tsx';
import { useCoreForm } from '../parts/form/use-core-form.ts';
import { currencyOptions, hereZone, zoneOptions } from './choices.ts';

interface NewLedgerValues extends Record<string, unknown> {
  readonly workspaceName: string;
  readonly timeZone: string;
  readonly reportingCurrency: string;
  readonly isEncrypted: boolean;
  readonly path: string;
}

const BEGINNING: NewLedgerValues = {
  workspaceName: '',
  timeZone: hereZone(),
  reportingCurrency: 'USD',
  isEncrypted: true,
  path: '',
};
const ZONES = zoneOptions();
const CURRENCIES = currencyOptions();

export function NewLedger() {
  const { guide, isWindow } = useSurroundings();
  const form = useCoreForm<NewLedgerValues>({
    stored: BEGINNING,
    save: async ({ path, ...values }) => {
      const made = await client.desk.create.mutate({ ...values, ...(path.trim() !== '' && { path: path.trim() }) });
      // The key first: it is told this once, and the ledger that is now open would take the guide's place.
      if (made.recoveryKey === null) guide({ step: 'import' });
      else {
        guide({
          step: 'key',
          recoveryKey: made.recoveryKey,
          isInKeychain: made.keyPlace === 'keychain',
          name: made.ledger.name,
        });
      }
      await refreshDesk();
    },
  });
  return (
    <Form of={form} submitLabel="Create the ledger" isAlwaysSendable>
      <TextField of={form} name="workspaceName" label="Company" help="As it should stand on reports" />
      <SelectField
        of={form}
        name="timeZone"
        label="Reporting zone"
        help="Where a month begins and ends. It can be changed until a month is closed."
        options={ZONES}
        isSearched
      />
      <SelectField
        of={form}
        name="reportingCurrency"
        label="Reporting currency"
        help="Amounts in other currencies are converted into it, where there are rates."
        options={CURRENCIES}
        isSearched
      />
      {!isWindow && (
        <TextField
          of={form}
          name="path"
          label="File"
          placeholder="/home/me/Acme.ledger"
          help="On the machine that runs Countinghouse. Left empty, it goes into the documents folder under the company's name."
        />
      )}
      <SwitchField
        of={form}
        name="isEncrypted"
        label="Encrypt the ledger"
        help="Whoever has the file cannot read it without its key. The key is shown once, to be kept."
      />
      {form.form.values.isEncrypted === false && (
        <p>Without encryption, whoever can read the file can read every customer and amount in it.</p>
      )}
    </Form>
  );
}
