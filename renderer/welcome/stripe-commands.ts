// The commands of the Stripe CLI that write what Countinghouse reads.

const KINDS = [
  ['customers', ''],
  ['products', ''],
  ['prices', ''],
  ['coupons', ''],
  ['subscriptions', ' -d status=all'],
  ['invoices', ''],
  ['credit_notes', ''],
  ['charges', ''],
  ['refunds', ''],
] as const;

/** Commands for a shell: each reads all pages of one kind into a file, one object a line. They need `jq`. */
export const EXPORT_COMMANDS = [
  'fetch() { kind=$1; shift; more=""; while :; do',
  '  page=$(stripe get "/v1/$kind" -d limit=100 "$@" $more) || return',
  '  printf "%s" "$page" | jq -c ".data[]" >> "$kind.jsonl"',
  '  [ "$(printf "%s" "$page" | jq -r .has_more)" = true ] || break',
  '  more="-d starting_after=$(printf "%s" "$page" | jq -r ".data[-1].id")"; done; }',
  ...KINDS.map(([kind, filter]) => `fetch ${kind}${filter}`),
].join('\n');
