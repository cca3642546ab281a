// The kinds of secrets there are: what each is called, where it may stand, and what its text has to look like.
import { CountinghouseError } from '../../kernel/index.ts';
import { parseKeyText } from './key-text.ts';

/** `stripe_key` by the name of the account, `smtp_password` by that of the mailbox, `ledger_key` by the ledger's path. */
export type SecretKind = 'ledger_key' | 'stripe_key' | 'smtp_password';

/** Which secret: two of one kind differ by their name. */
export interface SecretName {
  readonly kind: SecretKind;
  readonly name: string;
}

interface KindRules {
  /** Within a sentence: `the Stripe key`. */
  readonly word: string;
  /** The keychain's entries of this kind stand under it. */
  readonly service: string;
  /** The environment variable that may hold it, unless another is named. */
  variable(name: string): string;
  /** The text as it is used. Raises `wrong_key` for text that cannot be one, without quoting it. */
  read(text: string, where: string): string;
}

const LINE_BREAK_AT_END = /\r?\n$/;
const STRIPE_KEY = /^(?:rk|sk)_(?:live|test)_[A-Za-z0-9_]{8,240}$/;
const PASSWORD_LIMIT = 1_024;

const KINDS: Readonly<Record<SecretKind, KindRules>> = {
  ledger_key: {
    word: 'ledger key',
    service: 'Countinghouse ledger',
    variable: () => 'COUNTINGHOUSE_KEY',
    read: (text, where) => {
      parseKeyText(text, where);
      return text.trim();
    },
  },
  stripe_key: {
    word: 'Stripe key',
    service: 'Countinghouse Stripe key',
    variable: (name) => `COUNTINGHOUSE_STRIPE_KEY${suffix(name)}`,
    read: (text, where) => {
      const key = text.trim();
      if (STRIPE_KEY.test(key)) return key;
      throw new CountinghouseError('wrong_key', {
        what: 'This is not a key of the Stripe API',
        where,
        fix: 'Restricted keys begin with rk_live_ or rk_test_, secret ones with sk_live_ or sk_test_',
      });
    },
  },
  smtp_password: {
    word: 'SMTP password',
    service: 'Countinghouse SMTP password',
    variable: (name) => `COUNTINGHOUSE_SMTP_PASSWORD${suffix(name)}`,
    read: (text, where) => {
      const password = text.replace(LINE_BREAK_AT_END, '');
      if (password !== '' && password.length <= PASSWORD_LIMIT && !/[\r\n\0]/.test(password)) return password;
      throw new CountinghouseError('wrong_key', {
        what: 'This cannot be an SMTP password',
        where,
        fix: `A password is one line of at most ${PASSWORD_LIMIT} characters`,
      });
    },
  },
};

export function rulesOf(kind: SecretKind): KindRules {
  return KINDS[kind];
}

/** The account `default` needs no name in its variable; `acme-eu` becomes `_ACME_EU`. */
function suffix(name: string): string {
  return name === 'default' ? '' : `_${name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
}
