// Invented companies and people. Every name is put together from word lists and every mail address ends in `.example`,
// so that nobody can take them for real ones.
import type { Random } from './random.ts';

export interface Address {
  readonly city: string;
  readonly country: string;
  readonly line1: string;
  readonly line2: null;
  readonly postal_code: string;
  readonly state: string | null;
}

export interface Company {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly address: Address;
}

type Words = readonly [string, ...string[]];

const FIRST: Words = [
  'Amber',
  'Birch',
  'Cobalt',
  'Dapple',
  'Ember',
  'Fable',
  'Gable',
  'Harbor',
  'Indigo',
  'Juniper',
  'Kestrel',
  'Lantern',
  'Marble',
  'Nimbus',
  'Orchard',
  'Pebble',
  'Quill',
  'Russet',
  'Saffron',
  'Thistle',
  'Umber',
  'Velvet',
  'Willow',
  'Yarrow',
  'Zephyr',
  'Alder',
  'Bramble',
  'Copper',
  'Drift',
  'Fennel',
  'Hazel',
  'Larkspur',
  'Meadow',
  'Nettle',
  'Plum',
  'Sorrel',
];
const SECOND: Words = [
  'Anvil',
  'Beacon',
  'Canyon',
  'Dial',
  'Eagle',
  'Ferry',
  'Grove',
  'Hammer',
  'Island',
  'Kettle',
  'Ladder',
  'Mill',
  'Needle',
  'Otter',
  'Parcel',
  'Quarry',
  'Raven',
  'Spindle',
  'Tower',
  'Vessel',
  'Wagon',
  'Compass',
  'Thimble',
  'Lagoon',
  'Mosaic',
];
const KIND: Words = [
  'Studio',
  'Labs',
  'Media',
  'Works',
  'Analytics',
  'Bakery',
  'Outfitters',
  'Press',
  'Software',
  'Tours',
  'Design',
  'Supply',
  'Research',
  'Robotics',
  'Textiles',
  'Audio',
  'Logistics',
  'Gardens',
  'Games',
  'Mail',
];
const CHARITIES: Words = ['Foundation', 'Relief Fund', 'Literacy Trust', 'Rescue', 'Community Choir', 'Food Bank'];
const GIVEN: Words = [
  'Ada',
  'Bram',
  'Cleo',
  'Dario',
  'Edda',
  'Farid',
  'Gwen',
  'Hiro',
  'Ines',
  'Jonas',
  'Kira',
  'Luca',
  'Mina',
  'Noor',
  'Otto',
  'Pia',
  'Quinn',
  'Rosa',
  'Sven',
  'Tala',
  'Uma',
  'Vito',
  'Wanda',
  'Xenia',
  'Yusuf',
  'Zora',
];
const FAMILY: Words = [
  'Applewhite',
  'Brackenbury',
  'Castellane',
  'Dunmorrow',
  'Eisenquill',
  'Fairweather',
  'Greymantle',
  'Hollowell',
  'Ironwood',
  'Jasperson',
  'Kaltenberg',
  'Lindqvale',
  'Merriweather',
  'Nakamori',
  'Oakhollow',
  'Pemberlane',
  'Quillfeather',
  'Rosenthorn',
];
const STREETS: Words = [
  'Sample Street',
  'Placeholder Lane',
  'Example Avenue',
  'Invention Road',
  'Fiction Way',
  'Fable Court',
];

interface Place {
  readonly cities: Words;
  readonly states: readonly [string | null, ...(string | null)[]];
  readonly ending: string;
}

const PLACES: Readonly<Record<string, Place>> = {
  US: {
    cities: ['Springvale', 'Fort Example', 'New Placeholder', 'Lakemont'],
    states: ['NY', 'CA', 'TX', 'WA', 'PA', 'IL', 'OR'],
    ending: 'Inc.',
  },
  CA: { cities: ['Maple Falls', 'Northbridge'], states: ['ON', 'BC', 'QC'], ending: 'Ltd.' },
  AU: { cities: ['Port Sample', 'Redgum'], states: ['NSW', 'VIC'], ending: 'Pty Ltd' },
  IN: { cities: ['Udyanpur'], states: ['KA', 'MH'], ending: 'Pvt. Ltd.' },
  BR: { cities: ['Vila Exemplo'], states: ['SP'], ending: 'Ltda.' },
  DE: { cities: ['Musterstadt', 'Beispielhausen'], states: [null], ending: 'GmbH' },
  FR: { cities: ['Exempleville', 'Saint-Modèle'], states: [null], ending: 'SARL' },
  NL: { cities: ['Voorbeelddam'], states: [null], ending: 'B.V.' },
  ES: { cities: ['Villa Ejemplo'], states: [null], ending: 'S.L.' },
  AT: { cities: ['Musterdorf'], states: [null], ending: 'GmbH' },
  IE: { cities: ['Ballysample'], states: [null], ending: 'Ltd.' },
  GB: { cities: ['Sampleton', 'Exampleford'], states: [null], ending: 'Ltd.' },
  JP: { cities: ['見本市', 'Reigashi'], states: [null], ending: 'K.K.' },
};

/** A company of the country; the number keeps its mail domain apart from every other's. */
export function inventCompany(random: Random, country: string, number: number, isNonprofit: boolean): Company {
  const first = random.pick(FIRST);
  const second = random.pick(SECOND);
  const address = inventAddress(random, country);
  const ending = isNonprofit ? random.pick(CHARITIES) : `${random.pick(KIND)} ${PLACES[country]?.ending ?? 'Ltd.'}`;
  const person = `${random.pick(GIVEN)}.${random.pick(FAMILY)}`.toLowerCase();
  return {
    name: `${first} ${second} ${ending}`,
    email: `${person}@${first}-${second}-${number}.example`.toLowerCase(),
    phone: random.happens(4_000) ? `+1555${String(1_000_000 + random.below(9_000_000))}` : null,
    address,
  };
}

export function inventAddress(random: Random, country: string): Address {
  const place = PLACES[country] ?? { cities: ['Sampleton'], states: [null], ending: 'Ltd.' };
  return {
    city: random.pick(place.cities),
    country,
    line1: `${random.between(1, 199)} ${random.pick(STREETS)}`,
    line2: null,
    postal_code: String(10_000 + random.below(89_999)),
    state: random.pick(place.states),
  };
}
