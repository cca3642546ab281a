// What every source keeps to, beyond what the type checker and the linter see.
import { isScript, isTest, type Source } from './sources.ts';
import { at, nodesOf, parse, textOf } from './syntax.ts';

export interface HouseRule {
  readonly name: string;
  readonly reason: string;
  /** What breaks the rule in the source, one text each; nothing when it is kept. */
  readonly faults: (source: Source) => readonly string[];
}

export const WARN_LINES = 250;
const STOP_LINES = 400;
const COMPONENT_LINES = 150;
const ROOT_LINES = 100;

const VAGUE_FILE = /(?:^|[/.-])(?:utils?|helpers?|types|common|misc|manager)(?:[/.-]|$)/i;
const VAGUE_NAME = /(?:Helper|Util|Utils|Manager|Misc)$/;
const TIMELESS = /^src\/(?:kernel|billing|revenue|router|stripe\/(?:objects|sample)|governance\/workspace)\//;
const VAGUE_VERB = /^(?:handle|process|manage|do)(?=[A-Z]|$)/;

function limitOf({ path }: Source): number {
  if (/^src\/app\//.test(path) && !isTest(path)) return ROOT_LINES;
  return /^renderer\/.*\.tsx$/.test(path) && !isTest(path) ? COMPONENT_LINES : STOP_LINES;
}

function matches(pattern: RegExp): (source: Source) => string[] {
  return ({ text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`line ${index + 1}: ${line.trim().slice(0, 80)}`] : []));
}

function declaredNames(source: Source): string[] {
  if (!isScript(source)) return [];
  return [...nodesOf(parse(source.path, source.text))].flatMap((node) => {
    const isFunction =
      node['type'] === 'VariableDeclarator' && /Function|Arrow/.test(String(at(node, 'init')?.['type']));
    const isDeclared = /^(?:Function|Class|TsInterface|TsTypeAlias|TsEnum)Declaration$/.test(String(node['type']));
    const name = isFunction || isDeclared ? (textOf(at(node, 'identifier')) ?? textOf(at(node, 'id'))) : null;
    return name === null ? [] : [name];
  });
}

function nodeFaults(type: string, kind: string | null, fault: string): (source: Source) => string[] {
  return (source) => {
    if (!isScript(source)) return [];
    return [...nodesOf(parse(source.path, source.text))]
      .filter((node) => node['type'] === type && (kind === null || node['kind'] === kind))
      .map(() => fault);
  };
}

export const HOUSE_RULES: readonly HouseRule[] = [
  {
    name: 'sizes',
    reason:
      `A file is read in one sitting: ${WARN_LINES} lines, hard stop ${STOP_LINES}; a React component ${COMPONENT_LINES}; ` +
      `what puts the program together (src/app) ${ROOT_LINES}. Split along a real seam, not at a line number.`,
    faults: (source) => (source.lines > limitOf(source) ? [`${source.lines} lines, at most ${limitOf(source)}`] : []),
  },
  {
    name: 'opening comment',
    reason: 'A file opens with a comment that says what it is for (the styles of a component belong to its file).',
    faults: ({ path, text }) =>
      path.endsWith('.module.css') || /^(?:#!.*\n)?\s*(?:\/\/|\/\*)/.test(text) ? [] : ['no comment at its top'],
  },
  {
    name: 'file names',
    reason: 'A file is named after what is in it; anything fits into utils, helpers, types or common.',
    faults: ({ path }) => (VAGUE_FILE.test(path) ? ['a name that anything fits'] : []),
  },
  {
    name: 'names',
    reason: 'A name says what a thing is; Helper, Util and Manager say nothing.',
    faults: (source) => declaredNames(source).filter((name) => VAGUE_NAME.test(name)),
  },
  {
    name: 'verbs',
    reason: 'A verb says what happens (finalize, apply, settle); handle, process, manage and do say nothing.',
    faults: (source) => declaredNames(source).filter((name) => VAGUE_VERB.test(name)),
  },
  {
    name: 'no any',
    reason: 'any switches the type checker off; unknown asks for a check.',
    faults: nodeFaults('TsKeywordType', 'any', 'any'),
  },
  {
    name: 'no non-null assertion',
    reason: 'A ! claims what the type checker cannot see; known() from the kernel proves it or crashes saying why.',
    faults: nodeFaults('TsNonNullExpression', null, 'a ! after an expression'),
  },
  {
    name: 'no ignore comments',
    reason: 'An ignored rule is a rule that nobody keeps: change the code, or the rule for everybody.',
    faults: matches(
      /@ts-(?:ignore|expect-error|nocheck)|(?:biome|eslint|prettier|v8|c8|istanbul)-?\s?(?:ignore|disable)(?:\b|-)/,
    ),
  },
  {
    name: 'no clock, no chance',
    reason:
      'Projections, rules and queries give the same answer whenever they are asked: time and randomness come in as facts ' +
      "or through the ledger's sources.",
    faults: (source) =>
      TIMELESS.test(source.path) && !isTest(source.path)
        ? matches(
            /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\brandomUUID\(|\bTemporal\.Now\b/,
          )(source)
        : [],
  },
  {
    name: 'nothing left to do',
    reason: 'What is not done is not in the code: a note to do it later stays for ever.',
    faults: matches(/\b(?:TO[D]O|FIX[M]E|HA[C]K|WI[P])\b/),
  },
  {
    name: 'nothing of one machine',
    reason: 'The project stands alone in its clone: it names no folder outside it and no path of one machine.',
    faults: matches(/\.\.\/shared\b|(?<![\w.])\/(?:work|root)\/\w/),
  },
];
